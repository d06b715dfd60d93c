import type { OpaqueBlock, TableBlock, TextBlock } from '../blocks';
import type { Draft } from '../model';
import { intersects, type Range } from '../range';

/**
 * What the formatter lays out as one: a line of prose, a table, a title over several lines, a stretch left as it is.
 * `loose`: its surroundings are left as they are, too.
 */
export interface LayoutUnit {
  readonly kind: 'text' | 'table' | 'opaque' | 'contained' | 'loose' | 'underlined';
  /** Whole lines, the last line break excluded. */
  readonly range: Range;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly block: TextBlock | TableBlock | OpaqueBlock | undefined;
}

/** Cuts a draft into units; blank lines belong to none. */
export function readLayout(draft: Draft): readonly LayoutUnit[] {
  const blocks = new Map(draft.blocks.map((block) => [block.line, block]));
  const flattened = draft.tables.filter(({ source }) => source === 'flattened').map(({ range }) => range);
  const units: LayoutUnit[] = [];
  for (let line = 1; line <= draft.lines.count; line++) {
    const unit = unitAt(draft, line, blocks.get(line), units.at(-1));
    if (unit === undefined) continue;
    const inTable = flattened.some((range) => intersects(range, unit.range));
    units.push(inTable ? { ...unit, kind: 'loose' } : unit);
    line = unit.lastLine;
  }
  return units;
}

function unitAt(
  draft: Draft,
  line: number,
  block: LayoutUnit['block'],
  previous: LayoutUnit | undefined,
): LayoutUnit | undefined {
  const range = draft.lines.rangeOf(line);
  const own = { range, firstLine: line, lastLine: line, block };
  if (block === undefined) {
    const blank = draft.text.slice(range.start, range.end).trim() === '';
    return blank ? undefined : { ...own, kind: 'loose' };
  }
  if (block.kind === 'text') return textUnit(draft, block, own, previous);
  const lastLine = draft.lines.lineAt(Math.max(block.range.start, block.range.end - 1));
  const whole = { start: range.start, end: draft.lines.rangeOf(lastLine).end };
  const startsLine = draft.text.slice(range.start, block.range.start).trim() === '';
  const kind = !startsLine ? 'contained' : block.kind === 'table' ? 'table' : 'opaque';
  return { kind, range: whole, firstLine: line, lastLine, block };
}

function textUnit(
  { text, lines }: Draft,
  block: TextBlock,
  own: Omit<LayoutUnit, 'kind'>,
  previous: LayoutUnit | undefined,
): LayoutUnit {
  const before = text.slice(block.lineRange.start, block.range.start);
  if (/[>*+-]/.test(before.replace(/#/g, '')) || block.listItem === 'bullet')
    return { ...own, kind: 'contained' };
  const follows = previous?.kind === 'contained' && previous.lastLine === own.firstLine - 1;
  if (follows && /^[ \t]{2,}/.test(before)) return { ...own, kind: 'contained' };
  if (block.headingDepth === undefined || before.includes('#')) return { ...own, kind: 'text' };
  const underline = lines.rangeOf(own.firstLine + 1);
  return {
    ...own,
    kind: 'underlined',
    range: { start: own.range.start, end: underline.end },
    lastLine: own.firstLine + 1,
  };
}
