import type { Draft, Item } from '../model';
import { applyEdits, contains, type Range, type TextEdit } from '../range';
import type { Destination } from './destinations';
import { lastWithText, type Extents } from './extents';
import type { NumberedList } from './numbered-list';

/** Moves an item's lines, with the edits that are made in them on the way. */
export function moveLines(
  draft: Draft,
  { list, extents }: { readonly list: NumberedList; readonly extents: Extents },
  { item, destination }: { readonly item: Item; readonly destination: Destination },
  edits: readonly TextEdit[],
): TextEdit[] {
  const lines = extentOf(extents, item);
  const { offset, before } = insertionPlace(list, extents, destination);
  const { removed, gap } = removal(draft, list, item, lines);
  if (removed.start <= offset && offset <= removed.end) return [...edits];
  const inside = edits.filter(({ range }) => contains(lines, range));
  const text = applyEdits(
    draft.text.slice(lines.start, lines.end),
    inside.map(({ range, newText }) => ({ range: moveRange(range, -lines.start), newText })),
  );
  const newText = before ? text + gap : gap + text;
  return mergeTouching([
    ...edits.filter((edit) => !inside.includes(edit)),
    { range: { start: offset, end: offset }, newText },
    { range: removed, newText: '' },
  ]);
}

/** Puts a line behind an item and all that stands under it, as far from it as the draft puts such lines apart. */
export function insertLine(
  draft: Draft,
  { list, extents }: { readonly list: NumberedList; readonly extents: Extents },
  { item, line }: { readonly item: Item; readonly line: string },
  edits: readonly TextEdit[],
): TextEdit[] {
  const lines = extentOf(extents, item);
  const { gap } = removal(draft, list, item, lines);
  return mergeTouching([...edits, { range: { start: lines.end, end: lines.end }, newText: gap + line }]);
}

function extentOf(extents: Extents, item: Item): Range {
  return extents.get(item) as Range;
}

/** Where the lines go, and whether what stood there comes behind them. */
function insertionPlace(
  list: NumberedList,
  extents: Extents,
  { place, target }: Destination,
): { readonly offset: number; readonly before: boolean } {
  if (place !== 'before') return { offset: extentOf(extents, target).end, before: false };
  const siblings = siblingsOf(list, target);
  const previous = siblings[siblings.indexOf(target) - 1];
  // Behind the one before it is the same place, and keeps the gap under a heading apart from those between siblings.
  if (previous) return { offset: extentOf(extents, previous).end, before: false };
  return { offset: extentOf(extents, target).start, before: true };
}

/**
 * An item goes with one of the gaps around it: the one behind it where it is the first of several, so that the gap under
 * the heading stays, else the one before it. Moving back then gives the old text.
 */
function removal(
  draft: Draft,
  list: NumberedList,
  item: Item,
  lines: Range,
): { readonly removed: Range; readonly gap: string } {
  const { text } = draft;
  const siblings = siblingsOf(list, item);
  const before = { start: endOfTextBefore(draft, lines.start), end: lines.start };
  const after = { start: lines.end, end: startOfTextAfter(draft, lines.end) };
  const first = siblings[0] === item && siblings.length > 1;
  const gap = first || before.start === 0 ? after : before;
  return {
    removed: { start: Math.min(gap.start, lines.start), end: Math.max(gap.end, lines.end) },
    gap: text.slice(gap.start, gap.end) || '\n\n',
  };
}

function siblingsOf({ roots }: NumberedList, { parent }: Item): readonly Item[] {
  return parent?.children ?? roots;
}

function endOfTextBefore(draft: Draft, offset: number): number {
  const line = draft.lines.lineAt(offset) - 1;
  return line < 1 ? 0 : draft.lines.rangeOf(lastWithText(draft, line)).end;
}

function startOfTextAfter({ text, lines }: Draft, offset: number): number {
  let line = lines.lineAt(offset) + 1;
  while (line < lines.count && text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() === '') line++;
  return lines.startOf(line);
}

/** Edits that meet become one: editors need not agree on which comes first. */
export function mergeTouching(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    const last = merged.at(-1);
    if (last && last.range.end === edit.range.start) {
      const range = { start: last.range.start, end: edit.range.end };
      merged[merged.length - 1] = { range, newText: last.newText + edit.newText };
    } else merged.push(edit);
  }
  return merged;
}

function moveRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
