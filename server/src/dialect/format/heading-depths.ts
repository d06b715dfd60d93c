import { allItems } from '../all-items';
import type { Draft, Item } from '../model';

/** A longer line is a paragraph that happens to have no full stop. UTF-16 units. */
const LONGEST_HEADING = 50;

/** The `#` depth each item's line should have, by line; 0 for items that are no headings. Others keep what they have. */
export function headingDepths(draft: Draft): ReadonlyMap<number, number> {
  return new Map(
    allItems(draft).flatMap((item) => {
      const depth = depthOf(draft, item);
      return depth === undefined ? [] : [[item.line, depth] as const];
    }),
  );
}

/** `##` for 一、 and `###` for （一） where they stand alone on their line; run-in titles are no headings. */
function depthOf(draft: Draft, item: Item): number | undefined {
  if (!standsAlone(draft, item)) return 0;
  if (item.level === 1) return 2;
  if (item.level !== 2) return undefined;
  const announces = item.children.length > 0 || item.paragraphs.length > 0;
  return announces || item.headingDepth !== undefined ? 3 : 0;
}

function standsAlone({ text }: Draft, item: Item): boolean {
  const rest = text.slice(item.titleRange.end, item.lineRange.end);
  return (
    !item.runIn &&
    item.title.length <= LONGEST_HEADING &&
    !/^[。；;，,：:]/.test(rest.trim()) &&
    !/[；;，,：:]$/.test(item.title)
  );
}
