import { countCharacters } from '../dialect/count-characters';
import type { Draft } from '../dialect/model';
import { intersects, type Range } from '../dialect/range';
import { textLines } from '../dialect/text-lines';

/** Marks of emphasis are no part of what is printed. */
const EMPHASIS = /\*{1,3}/g;

/** Characters of the draft's own words, or of those within a range: no front matter, comments or Markdown marks. */
export function draftLength(draft: Draft, within?: Range): number {
  let count = 0;
  for (const { text, range } of textLines(draft)) {
    if (within && !intersects(range, within)) continue;
    const start = within ? Math.max(0, within.start - range.start) : 0;
    const end = within ? within.end - range.start : text.length;
    count += countCharacters(text.slice(start, end).replace(EMPHASIS, ''));
  }
  return count;
}
