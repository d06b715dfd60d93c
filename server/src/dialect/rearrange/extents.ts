import type { Block } from '../blocks';
import { withDescendants } from '../all-items';
import type { DirectiveKind, Draft, Item } from '../model';
import type { Range } from '../range';
import type { NumberedList } from './numbered-list';

/**
 * The whole lines an item takes with it when it moves: comments that speak of it, its own lines, tables, and all that
 * stands under it, without the line break behind the last one.
 */
export type Extents = ReadonlyMap<Item, Range>;

/** Directives that speak of what follows them, however many empty lines lie between. */
const SPEAKING_AHEAD: readonly DirectiveKind[] = [
  'not-task',
  'task',
  'lock-number',
  'ignore-next',
  'ignore-start',
];

export function extentsOf(draft: Draft, { items, end }: NumberedList): Extents {
  const comments = commentLines(draft);
  const starts = items.map((item) => firstLine(draft, item, comments));
  const position = new Map(items.map((item, index) => [item, index]));
  const extents = new Map<Item, Range>();
  for (const [index, item] of items.entries()) {
    const next = starts[(position.get(item) ?? 0) + withDescendants([item]).length];
    const last = next === undefined ? draft.lines.lineAt(end) : next - 1;
    extents.set(item, {
      start: draft.lines.startOf(starts[index] as number),
      end: draft.lines.rangeOf(lastWithText(draft, last)).end,
    });
  }
  return extents;
}

/** The lines of comments that stand by themselves, and whether each speaks of what follows at any distance. */
function commentLines({ blocks, directives, lines }: Draft): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>();
  const closing = new Set(directives.filter(({ kind }) => kind === 'ignore-end').map(({ line }) => line));
  const ahead = new Set(
    directives.filter(({ kind }) => SPEAKING_AHEAD.includes(kind)).map(({ line }) => line),
  );
  for (const block of blocks.filter(isComment))
    for (let line = block.line; line <= lines.lineAt(block.range.end); line++)
      if (!closing.has(line)) found.set(line, ahead.has(line));
  return found;
}

function isComment({ kind }: Block): boolean {
  return kind === 'html';
}

/** A comment straight above an item belongs to it; a directive does so across empty lines. */
function firstLine(draft: Draft, item: Item, comments: ReadonlyMap<number, boolean>): number {
  let first = item.line;
  for (let line = first - 1; line > 0; line--) {
    const speaksAhead = comments.get(line);
    if (speaksAhead === undefined && !isEmpty(draft, line)) break;
    if (speaksAhead === true || (speaksAhead === false && line === first - 1)) first = line;
  }
  return first;
}

/** The last line at or above `line` that is not empty. */
export function lastWithText(draft: Draft, line: number): number {
  let last = line;
  while (last > 1 && isEmpty(draft, last)) last--;
  return last;
}

function isEmpty({ text, lines }: Draft, line: number): boolean {
  const { start, end } = lines.rangeOf(line);
  return text.slice(start, end).trim() === '';
}
