import { columnRoles, isTaskTableHeader } from './columns';
import { isHeaderWord } from './header-words';
import type { ColumnRole, Located } from './model';
import {
  HEADER_LENGTH,
  isNumber,
  MAX_COLUMNS,
  numberState,
  pad,
  trimmed,
  type FlattenedRow,
  type TableSource,
} from './table-cells';
import { foldSecondHeader, type GroupedHeader } from './second-header';
import { widthOfRow, withMerged } from './unnumbered-rows';

/**
 * Tables as the pages of some portals leave them when copied: a bar after every cell, on the cell's line or on one of
 * its own. Empty cells are seen, merged ones are not there at all.
 */
interface BarredHeader {
  readonly cells: readonly GroupedHeader[];
  readonly layout: 'barred' | 'barred-unnumbered';
  readonly end: number;
}

/** Reports on progress have a column for each month; a bar behind every cell leaves no doubt that it is one. */
const MOST_COLUMNS = 14;

/** Fewer header words may be a list of short lines. */
const FEWEST_HEADERS = 3;

/** Rows an item may have; further ones are not looked for. */
const LONGEST_ITEM = 8;

interface BarredCell extends Located {
  readonly line: number;
  /** A bar follows; what follows the last bar may be a cell or the text below the table. */
  readonly closed: boolean;
}

export function readBarredHeader(source: TableSource, from: number): BarredHeader | undefined {
  const written: BarredCell[] = [];
  for (const cell of readCells(source, from)) {
    if (isNumber(cell.value)) break;
    const isHeading = cell.closed && cell.value !== '' && cell.value.length <= HEADER_LENGTH;
    if (!isHeading || written.length === MOST_COLUMNS) return undefined;
    written.push(cell);
  }
  const cells = foldSecondHeader(written);
  const headers = cells.map(({ value }) => value);
  if (columnRoles(headers)[0] !== 'number' || !isTaskTableHeader(headers)) return undefined;
  return { cells, layout: 'barred', end: from };
}

export function readBarredRows(
  source: TableSource,
  header: { readonly cells: readonly Located[]; readonly end: number },
  roles: readonly ColumnRole[],
): FlattenedRow[] {
  const width = roles.length;
  const stream = readCells(source, header.end);
  // No more cells are read than the rows need, or text with many tables would be read again for each.
  const cells: BarredCell[] = [];
  const readTo = (count: number): void => {
    while (cells.length < count) {
      const { done, value } = stream.next();
      if (done === true) return;
      cells.push(value);
    }
  };
  const rows: FlattenedRow[] = [];
  readTo(width + 1);
  // The cell that stood over two of the columns is one more.
  let at = isNumber(cells[width]?.value ?? '') ? width : width + 1;
  for (;;) {
    readTo(at + LONGEST_ITEM * width);
    if (!isNumber(cells[at]?.value ?? '')) return rows;
    const end = endOfItem(cells, at, width);
    rows.push(...rowsOfItem(cells.slice(at, end), width));
    at = end;
  }
}

/** A header without a number column: as many cells as are called what columns are called. */
export function readUnnumberedHeader(source: TableSource, from: number): BarredHeader | undefined {
  const cells: BarredCell[] = [];
  let numbered: BarredCell | undefined;
  for (const cell of readCells(source, from)) {
    if (!cell.closed) return undefined;
    if (!isHeaderWord(cell.value) || cells.length === MAX_COLUMNS) {
      numbered = isNumber(cell.value) ? cell : undefined;
      break;
    }
    cells.push(cell);
  }
  const headers = cells.map(({ value }) => value);
  if (numbered !== undefined || cells.length < FEWEST_HEADERS || !isTaskTableHeader(headers))
    return undefined;
  const at = placeOfNumbers(source, from, cells.length);
  if (at === undefined) return { cells, layout: 'barred-unnumbered', end: from };
  const start = (cells[at] ?? (cells[at - 1] as BarredCell)).range.start;
  const bare = { value: '', range: { start, end: start } };
  return { cells: cells.toSpliced(at, 0, bare as BarredCell), layout: 'barred-unnumbered', end: from };
}

/** Numbers below a header that spans their column and the next: 1 behind the first name, 2 a row on. */
function placeOfNumbers(source: TableSource, from: number, width: number): number | undefined {
  const values: string[] = [];
  for (const { value } of readCells(source, from)) if (values.push(value) > 4 * width) break;
  const first = values.indexOf('1', width) - width;
  const second = values.indexOf('2', width);
  return first >= 0 && first < width && second > first + width ? first : undefined;
}

export function readUnnumberedRows(
  source: TableSource,
  header: { readonly cells: readonly Located[]; readonly end: number },
  roles: readonly ColumnRole[],
): FlattenedRow[] {
  const headings = header.cells.filter(({ value }) => value !== '').length;
  const cells = [...readCells(source, header.end)].filter(({ closed }) => closed);
  const rows: FlattenedRow[] = [];
  let at = headings;
  for (;;) {
    const width = widthOfRow(cells.slice(at, at + roles.length), roles);
    if (width === undefined) return rows;
    const own = cells.slice(at, at + width);
    const row = withMerged(own, roles.length - width);
    rows.push({ line: (own[0] as BarredCell).line, cells: row, number: stateOf(row, roles) });
    at += width;
  }
}

function stateOf(cells: readonly Located[], roles: readonly ColumnRole[]): FlattenedRow['number'] {
  const number = roles.indexOf('number');
  return number < 0 || isNumber(cells[number]?.value ?? '') ? 'written' : 'merged';
}

/** The first cell after the item that begins at `from`: the next number, or where the rows can go no further. */
function endOfItem(cells: readonly BarredCell[], from: number, width: number): number {
  if (isNumber(cells[from + width]?.value ?? '')) return from + width;
  const next = String(Number(cells[from]?.value) + 1);
  const limit = Math.min(cells.length, from + LONGEST_ITEM * width);
  for (let i = from + 2; i < limit; i++) if (cells[i]?.value === next) return i;
  return Math.min(cells.length, from + width);
}

/**
 * An item of more cells than columns goes on in rows that lack what is merged with the first: number and name, or the
 * number alone.
 */
function rowsOfItem(cells: readonly BarredCell[], width: number): FlattenedRow[] {
  const rows = [toRow(cells.slice(0, width), width)];
  const further = cells.slice(width);
  // A bar too many at the end of a row.
  const rest = further.every(({ value }) => value === '') ? [] : further;
  const own = [width - 2, width - 1].find((count) => count >= 2 && rest.length % count === 0) ?? width;
  for (let i = 0; i < rest.length; i += own) {
    const start = (rest[i] as BarredCell).range.start;
    const merged = Array.from({ length: width - own }, () => ({ value: '', range: { start, end: start } }));
    rows.push(toRow(rest.slice(i, i + own), width, merged));
  }
  return rows;
}

function toRow(cells: readonly BarredCell[], width: number, merged: readonly Located[] = []): FlattenedRow {
  const all = [...merged, ...cells];
  return { line: (cells[0] as BarredCell).line, cells: pad(all, width), number: numberState(all, false) };
}

/** The cells from line `from` on, in reading order; the text after the last bar comes as one line. */
function* readCells({ text, lines, until }: TableSource, from: number): Generator<BarredCell> {
  let open: { readonly start: number; readonly line: number } | undefined;
  for (let line = from; line < until; line++) {
    const { start, end } = lines.rangeOf(line);
    let at = start;
    for (let i = start; i < end; i++) {
      if (!/[|｜]/.test(text.charAt(i))) continue;
      // A bar before the first cell of the table encloses it.
      const encloses = line === from && open === undefined && text.slice(start, i).trim() === '';
      const cell = { ...trimmed(text, { start: open?.start ?? at, end: i }), line: open?.line ?? line };
      if (!encloses) yield { ...cell, closed: true };
      open = undefined;
      at = i + 1;
    }
    if (open === undefined && text.slice(at, end).trim() !== '') open = { start: at, line };
  }
  if (open === undefined) return;
  const { end } = lines.rangeOf(open.line);
  yield { ...trimmed(text, { start: open.start, end }), line: open.line, closed: false };
}
