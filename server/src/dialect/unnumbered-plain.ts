import { fitOf } from './cell-fit';
import { isTaskTableHeader } from './columns';
import { isHeaderWord } from './header-words';
import type { ColumnRole, Located } from './model';
import type { PlainCell } from './plain-rows';
import {
  HEADER_LENGTH,
  headsGroup,
  MAX_COLUMNS,
  trimmed,
  type FlattenedRow,
  type TableSource,
} from './table-cells';

/*
 * Tables of a cell a line without running numbers: nothing but the header's width and what the cells look like tells
 * where a row ends, so that only those are read whose every row fits.
 */

interface UnnumberedPlainHeader {
  readonly cells: readonly Located[];
  readonly layout: 'plain-unnumbered';
  readonly end: number;
}

const FEWEST_HEADERS = 3;
const FEWEST_ROWS = 2;

/** 工作任务 above 牵头科室, each on a line of its own. */
export function opensPlainTable(lineText: string, next: string): boolean {
  const headers = [lineText.trim(), next.trim()];
  return (
    headers.every((word) => word.length <= HEADER_LENGTH && isHeaderWord(word)) && isTaskTableHeader(headers)
  );
}

export function readUnnumberedPlainHeader(
  { text, lines, until }: TableSource,
  from: number,
): UnnumberedPlainHeader | undefined {
  const cells: Located[] = [];
  let line = from;
  for (; line < until && cells.length <= MAX_COLUMNS; line++) {
    const cell = trimmed(text, lines.rangeOf(line));
    if (cell.value === '') continue;
    if (!isHeaderWord(cell.value)) break;
    cells.push(cell);
  }
  const headers = cells.map(({ value }) => value);
  const reads =
    cells.length >= FEWEST_HEADERS && cells.length <= MAX_COLUMNS && !/^[序编]/.test(headers[0] ?? '');
  return reads && isTaskTableHeader(headers) ? { cells, layout: 'plain-unnumbered', end: line } : undefined;
}

/** Rows of as many cells as there are columns; lines that head a group of rows are none of them. */
export function readUnnumberedPlainRows(
  cells: readonly PlainCell[],
  roles: readonly ColumnRole[],
): FlattenedRow[] {
  const own = cells.filter(({ value }) => !headsGroup(value));
  const rows: FlattenedRow[] = [];
  for (let at = 0; at + roles.length <= own.length; at += roles.length) {
    const row = own.slice(at, at + roles.length);
    if (!fits(row, roles)) break;
    rows.push({ line: (row[0] as PlainCell).line, cells: row, number: 'written' });
  }
  return rows.length >= FEWEST_ROWS ? rows : [];
}

/** Whether the columns that say who and when hold units and times, and no other column does. */
function fits(row: readonly PlainCell[], roles: readonly ColumnRole[]): boolean {
  return row.every(({ value }, i) => {
    const role = roles[i] ?? 'other';
    const tells = role === 'unit' || role === 'lead' || role === 'support' || role === 'deadline';
    return tells ? fitOf(value, role) > 0 : fitOf(value, role) >= 0;
  });
}
