import { columnRoles, isTaskTableHeader } from './columns';
import { looksLikeUnit } from './fields';
import type { LineTable } from './lines';
import type { ColumnRole, Located } from './model';
import type { Range } from './range';
import {
  emptyAt,
  HEADER_LENGTH,
  isNumber,
  MAX_COLUMNS,
  numberState,
  pad,
  splitCells,
  trimmed,
  type FlattenedRow,
  type TableSource,
} from './table-cells';
import { readBarredHeader, readBarredRows } from './barred-table';

/**
 * A table as web pages and copied text leave it: one cell a line, header first. Merged name cells are empty lines,
 * numbers may be lost, cells may hold blank lines. Only the structure is read here: cells by row and column.
 */
export interface FlattenedTable {
  readonly range: Range;
  readonly firstLine: number;
  /** The line after the last cell. */
  readonly endLine: number;
  readonly headers: readonly Located[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly FlattenedRow[];
}

/** Looks for a flattened table whose header begins on line `from`; `until` is the first line not to be read. */
export function readFlattenedTable(
  text: string,
  lines: LineTable,
  from: number,
  until: number,
): FlattenedTable | undefined {
  const source: TableSource = { text, lines, until };
  const header = readRowHeader(source, from) ?? readBarredHeader(source, from) ?? readHeader(source, from);
  if (header === undefined) return undefined;
  const roles = columnRoles(header.cells.map((cell) => cell.value));
  const rows = READ_ROWS[header.layout](source, header, roles);
  const last = rows[rows.length - 1];
  if (last === undefined) return undefined;
  const lastCell = last.cells.reduce((max, cell) => Math.max(max, cell.range.end), 0);
  const end = header.layout === 'barred' ? endOfBar(text, lastCell, lines.startOf(until)) : lastCell;
  return {
    range: { start: (header.cells[0] as Located).range.start, end },
    firstLine: from,
    endLine: lines.lineAt(end) + 1,
    headers: header.cells,
    roles,
    rows,
  };
}

/** The end of the bar that closes the last cell, on its line or the next; it is no text of the draft's. */
function endOfBar(text: string, cellEnd: number, until: number): number {
  const bar = /^\s*[|｜][ \t]*(?=[\r\n]|$)/.exec(text.slice(cellEnd, until));
  return cellEnd + (bar?.[0].length ?? 0);
}

interface Token extends Located {
  readonly line: number;
  /** Begins with a tab: surely a cell of its own. */
  readonly tabbed: boolean;
  /** White space stands before the tab: the cell before this one on the line is empty. */
  readonly afterEmpty: boolean;
  readonly gapBefore: boolean;
}

/**
 * `row`: one row a line, cells apart by tabs or bars; `barred`: cells of one or more lines, a bar after each; `tabbed`:
 * a cell a line, each after a tab; `plain`: a cell a line.
 */
type Layout = 'row' | 'barred' | 'tabbed' | 'plain';

interface Header {
  readonly cells: readonly Located[];
  readonly layout: Layout;
  /** The line after the header. */
  readonly end: number;
}

type RowReader = (source: TableSource, header: Header, roles: readonly ColumnRole[]) => FlattenedRow[];

const READ_ROWS: Readonly<Record<Layout, RowReader>> = {
  row: readRowLines,
  barred: readBarredRows,
  tabbed: (source, header, roles) => readTabbedRows(readTokens(source, header), roles),
  plain: (source, header, roles) => readPlainRows(readTokens(source, header), roles),
};

/** Whether a line can be the first of a flattened table's header. */
export function opensFlattenedTable(lineText: string): boolean {
  return /^[\s|｜]*(?:序\s*号|编\s*号)\s*(?:[\t|｜]|$)/.test(lineText);
}

function readRowHeader({ text, lines }: TableSource, from: number): Header | undefined {
  const cells = splitCells(text, lines.rangeOf(from));
  const headers = cells.map((cell) => cell.value);
  return cells.length >= 2 && headers.every((value) => value !== '') && isTaskTableHeader(headers)
    ? { cells, layout: 'row', end: from + 1 }
    : undefined;
}

function readRowLines(
  { text, lines, until }: TableSource,
  header: Header,
  roles: readonly ColumnRole[],
): FlattenedRow[] {
  const rows: FlattenedRow[] = [];
  for (let line = header.end; line < until; line++) {
    const source = lines.rangeOf(line);
    const raw = text.slice(source.start, source.end);
    if (raw.trim() === '') continue;
    if (!/[\t|｜]/.test(raw)) break;
    const cells = splitCells(text, source).slice(0, roles.length);
    rows.push({ line, cells: pad(cells, roles.length), number: numberState(cells, false) });
  }
  return rows;
}

function readHeader({ text, lines, until }: TableSource, from: number): Header | undefined {
  const first = lines.rangeOf(from);
  const tabbed = /^[ \u3000]*\t/.test(text.slice(first.start, first.end));
  const cells: Located[] = [];
  let line = from;
  for (; line < until && cells.length < MAX_COLUMNS + 1; line++) {
    const cell = trimmed(text, lines.rangeOf(line));
    if (cell.value === '') {
      if (
        cells.length > 0 &&
        isTaskTableHeader(cells.map((c) => c.value)) &&
        nextIsNumber(text, lines, line, until)
      )
        break;
      continue;
    }
    if (isNumber(cell.value)) break;
    if (cell.value.length > HEADER_LENGTH || /[。；]/.test(cell.value)) return undefined;
    cells.push(cell);
  }
  const headers = cells.map((cell) => cell.value);
  const opensWithNumber = columnRoles(headers)[0] === 'number';
  return opensWithNumber && cells.length <= MAX_COLUMNS && isTaskTableHeader(headers)
    ? { cells, layout: tabbed ? 'tabbed' : 'plain', end: line }
    : undefined;
}

function nextIsNumber(text: string, lines: LineTable, from: number, until: number): boolean {
  for (let line = from; line < Math.min(until, from + 6); line++) {
    const { value } = trimmed(text, lines.rangeOf(line));
    if (value !== '') return isNumber(value);
  }
  return false;
}

/** Cells in reading order. Blank lines separate; an untabbed line after a tabbed one goes on with its cell. */
function readTokens({ text, lines, until }: TableSource, header: Header): Token[] {
  const tabbed = header.layout === 'tabbed';
  const tokens: Token[] = [];
  let gapBefore = true;
  for (let line = header.end; line < until; line++) {
    const source = lines.rangeOf(line);
    const tab = leadingTab(text, source);
    const cell = trimmed(text, source);
    if (cell.value === '' && tab < 0) {
      gapBefore = true;
      continue;
    }
    const last = tokens[tokens.length - 1];
    if (tabbed && tab < 0 && last !== undefined) {
      const { value, range } = join(text, last, cell);
      tokens[tokens.length - 1] = { ...last, value, range };
    } else {
      const { value, range } = cell.value === '' ? emptyAt(source.end) : cell;
      tokens.push({ value, range, line, tabbed: tab >= 0, afterEmpty: tab > source.start, gapBefore });
    }
    gapBefore = false;
  }
  return tokens;
}

/** The offset of the tab a cell's line begins with, after spaces; -1 where it begins with none. */
function leadingTab(text: string, { start, end }: Range): number {
  let position = start;
  while (position < end && (text.charCodeAt(position) === 0x20 || text.charCodeAt(position) === 0x3000))
    position++;
  return position < end && text.charCodeAt(position) === 0x09 ? position : -1;
}

function join(text: string, first: Located, second: Located): Located {
  const start = first.value === '' ? second.range.start : first.range.start;
  return { value: text.slice(start, second.range.end), range: { start, end: second.range.end } };
}

/** Rows where tabs mark every cell, empty ones included. */
function readTabbedRows(tokens: readonly Token[], roles: readonly ColumnRole[]): FlattenedRow[] {
  const rows: FlattenedRow[] = [];
  let expected = 1;
  let i = 0;
  while (i < tokens.length) {
    const first = tokens[i] as Token;
    const lost = !isNumber(first.value) && first.value !== '';
    const cells: Located[] = lost
      ? [{ value: '', range: { start: first.range.start, end: first.range.start } }]
      : [];
    let j = i;
    while (j < tokens.length && cells.length < roles.length) {
      const token = tokens[j] as Token;
      const nextRow = j > i && token.gapBefore && Number(token.value) === expected + 1 && cells.length > 1;
      if (nextRow) break;
      cells.push(token);
      j++;
    }
    if (!first.tabbed && i > 0) break;
    const number = numberState(cells, lost);
    if (number !== 'merged')
      expected = isNumber(cells[0]?.value ?? '') ? Number(cells[0]?.value) : expected + 1;
    rows.push({ line: first.line, cells: pad(cells, roles.length), number });
    i = j;
  }
  return rows;
}

/**
 * Rows where nothing but line breaks is left: running numbers open rows; empty cells are not to be seen, so what is
 * missing is told from what the other cells look like.
 */
function readPlainRows(tokens: readonly Token[], roles: readonly ColumnRole[]): FlattenedRow[] {
  const rows: FlattenedRow[] = [];
  let expected = 1;
  let i = 0;
  while (i < tokens.length) {
    const first = tokens[i] as Token;
    if (Number(first.value) !== expected) break;
    let end = i + 1;
    while (end < tokens.length && !opensPlainRow(tokens, end, expected + 1)) end++;
    const bounded = end === tokens.length ? endOfLastRow(tokens, i, roles) : end;
    rows.push({ line: first.line, cells: allot(tokens.slice(i, bounded), roles), number: 'written' });
    expected++;
    i = bounded;
  }
  return rows;
}

/**
 * The last row has no successor to end it: it takes as many cells as there are columns, and a few more up to the
 * one that names units where the last column does.
 */
function endOfLastRow(tokens: readonly Token[], from: number, roles: readonly ColumnRole[]): number {
  const usual = Math.min(tokens.length, from + roles.length);
  if (roles[roles.length - 1] !== 'unit') return usual;
  for (let end = usual; end <= Math.min(tokens.length, usual + 4); end++)
    if (namesUnits(tokens[end - 1]?.value ?? '')) return end;
  return usual;
}

function namesUnits(text: string): boolean {
  return text.length < 200 && looksLikeUnit(text.split(/[、，,]/)[0] ?? '');
}

function opensPlainRow(tokens: readonly Token[], index: number, expected: number): boolean {
  return Number((tokens[index] as Token).value) === expected && (tokens[index] as Token).value !== '';
}

/** Gives the cells of a row without placeholders to its columns. */
function allot(tokens: readonly Token[], roles: readonly ColumnRole[]): readonly Located[] {
  const missing = roles.length - tokens.length;
  const cells: Located[] = [...tokens];
  const empty = (at: number): Located => {
    const start = cells[at - 1]?.range.end ?? 0;
    return { value: '', range: { start, end: start } };
  };
  if (missing > 0) {
    const name = roles.indexOf('name');
    const looksLikeName = (cells[name]?.value.length ?? 0) <= 20 && !/。/.test(cells[name]?.value ?? '');
    if (name > 0 && !(missing > 0 && looksLikeName)) cells.splice(name, 0, empty(name));
  } else if (missing < 0) {
    // Cells of several paragraphs: what exceeds the columns belongs to the longest kind of cell, the target.
    const target = Math.max(roles.indexOf('target'), 1);
    const merged = cells.splice(target, 1 - missing);
    const first = merged[0] as Located;
    const last = merged[merged.length - 1] as Located;
    const value = merged.map((cell) => cell.value).join('\n');
    cells.splice(target, 0, { value, range: { start: first.range.start, end: last.range.end } });
  }
  return pad(cells, roles.length);
}
