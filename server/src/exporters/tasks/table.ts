import { padToWidth, textWidth, wrapToWidth } from '../text-width';
import { briefColumns, type LedgerColumn, type LedgerLayout } from './columns';
import type { LedgerGroup } from './group-entries';

const GAP = '  ';
const NARROWEST = 6;

/** For a terminal `width` columns wide: cells are broken into lines, columns share the width by what they hold. */
export function ledgerTable(layout: LedgerLayout, width: number): string {
  const columns = briefColumns(layout).filter((column) => isUsed(column, layout.groups));
  const widths = shareWidth(columns, layout.groups, width);
  const tables = layout.groups.map((group) => {
    const heading = group.name === '' ? [] : [`【${group.name}】${group.entries.length} 项`];
    return [...heading, ...tableLines(columns, widths, group)].join('\n');
  });
  return `${tables.join('\n\n')}\n`;
}

function isUsed({ header, cell }: LedgerColumn, groups: readonly LedgerGroup[]): boolean {
  return (
    header === '任务' || groups.some((group) => group.entries.some((entry) => cell(entry, group) !== ''))
  );
}

function tableLines(
  columns: readonly LedgerColumn[],
  widths: readonly number[],
  group: LedgerGroup,
): string[] {
  const head = lines(
    columns.map(({ header }) => header),
    widths,
  );
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const body = group.entries.flatMap((entry) =>
    lines(
      columns.map(({ cell }) => visible(String(cell(entry, group)))),
      widths,
    ),
  );
  return [...head, rule, ...body];
}

/** Text of a draft must not move the cursor. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/gu, ' ');
}

function lines(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, index) => wrapToWidth(cell, widths[index] as number));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((parts, index) => padToWidth(parts[line] ?? '', widths[index] as number))
      .join(GAP)
      .trimEnd(),
  );
}

/** Every column gets what it needs if that is its fair share or less; the others share what is left. */
function shareWidth(
  columns: readonly LedgerColumn[],
  groups: readonly LedgerGroup[],
  width: number,
): number[] {
  const needs = columns.map((column) => neededWidth(column, groups));
  const widths = new Array<number>(columns.length).fill(0);
  let left = width - GAP.length * (columns.length - 1);
  const open = new Set(columns.keys());
  while (open.size > 0) {
    const share = Math.max(NARROWEST, Math.floor(left / open.size));
    const content = [...open].filter((index) => (needs[index] as number) <= share);
    for (const index of content.length > 0 ? content : [...open]) {
      widths[index] = content.length > 0 ? (needs[index] as number) : share;
      left -= widths[index] as number;
      open.delete(index);
    }
  }
  return widths;
}

function neededWidth({ header, cell }: LedgerColumn, groups: readonly LedgerGroup[]): number {
  let width = textWidth(header);
  for (const group of groups) {
    for (const entry of group.entries) width = Math.max(width, textWidth(String(cell(entry, group))));
  }
  return width;
}
