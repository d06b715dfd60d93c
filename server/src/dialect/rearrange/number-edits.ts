import type { Draft, Item } from '../model';
import { rankOf } from '../marker-rank';
import { isDoubtful, replaceNumeral } from '../numbered-entries';
import type { TextEdit } from '../range';
import { findReferences, type Reference } from '../references';
import { countPlaced } from './count-placed';
import type { NumberedList } from './numbered-list';
import type { PlacedItem } from './placed-item';

/** What an item's line begins with at its new place. */
export function lineBeginning({ manner, marker }: PlacedItem, number: number): string {
  return (manner?.before ?? '') + replaceNumeral(marker.expected, number) + (manner?.after ?? '');
}

/** Edits of markers, and of the mentions of items that bear another number now. */
export function numberEdits(draft: Draft, list: NumberedList, placed: readonly PlacedItem[]): TextEdit[] {
  const { numbers, affected } = countPlaced(draft, list, placed);
  const markers = placed.flatMap((item) => {
    const number = numbers.get(item) ?? item.number;
    if (item.source === undefined) return [];
    if (item.manner) return [rewriteBeginning(draft, item, item.source, number)];
    const { marker } = item.source;
    const stays = number === item.source.number && !(affected.has(item) && isDoubtful(marker));
    return stays ? [] : [{ range: marker.range, newText: replaceNumeral(marker.expected, number) }];
  });
  return [...markers, ...mentionEdits(draft, placed, numbers)];
}

/** Marks of Markdown that no level decides, such as `> `, stay as they are written. */
function rewriteBeginning(
  { text, lines }: Draft,
  item: PlacedItem,
  { marker, line }: Item,
  number: number,
): TextEdit {
  const lineStart = lines.rangeOf(line).start;
  const before = text.slice(lineStart, marker.range.start);
  const ownPrefix = /^[\s#]*$/u.test(before) && /^[\s#]*$/u.test(item.manner?.before ?? '');
  const start = ownPrefix ? lineStart : marker.range.start;
  const newText = lineBeginning(item, number);
  const kept = ownPrefix ? newText : newText.slice(item.manner?.before.length);
  return { range: { start, end: marker.lead.end }, newText: kept };
}

function mentionEdits(
  draft: Draft,
  placed: readonly PlacedItem[],
  numbers: ReadonlyMap<PlacedItem, number>,
): TextEdit[] {
  const bySource = new Map(placed.map((item) => [item.source, item]));
  const references = findReferences(draft);
  return references.flatMap((reference, index) => {
    const meant = placedTarget(reference, references[index + 1], bySource);
    const number = meant && numbers.get(meant);
    if (number === undefined || number === reference.number) return [];
    const written = draft.text.slice(reference.numeral.start, reference.numeral.end);
    return [{ range: reference.numeral, newText: replaceNumeral(written, number) }];
  });
}

/** What a mention means after the move; a chapter named before an item's number (第二部分第（三）项) is the item's new one. */
function placedTarget(
  { target, range }: Reference,
  next: Reference | undefined,
  bySource: ReadonlyMap<Item | undefined, PlacedItem>,
): PlacedItem | undefined {
  if (target === undefined || !('marker' in target)) return undefined;
  const inner = next && next.range.start === range.end ? next.target : undefined;
  const item = inner && 'marker' in inner ? bySource.get(inner) : undefined;
  for (let at = item?.parent; at !== undefined; at = at.parent) if (rankOf(at) === rankOf(target)) return at;
  return bySource.get(target);
}
