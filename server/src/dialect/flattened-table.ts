import { WHITE_SPACE } from './character-set';
import { columnRoles, isTaskTableHeader } from './columns';
import { characters } from './fields/signs';
import { isPageNumber } from './furniture';
import { isHeaderWord, joinBrokenHeaders } from './header-words';
import type { LineTable } from './lines';
import type { ColumnRole, Located } from './model';
import type { Range } from './range';
import {
  emptyAt,
  HEADER_LENGTH,
  headsGroup,
  isNumber,
  MAX_COLUMNS,
  numberState,
  pad,
  splitCells,
  trimmed,
  type FlattenedRow,
  type TableSource,
} from './table-cells';
import { readBarredHeader, readBarredRows, readUnnumberedHeader, readUnnumberedRows } from './barred-table';
import { readPlainRows } from './plain-rows';
import { foldSecondHeader, joinHeaderRows, type GroupedHeader } from './second-header';
import { opensPlainTable, readUnnumberedPlainHeader, readUnnumberedPlainRows } from './unnumbered-plain';
import { opensSpacedTable, readSpacedHeader, readSpacedRows } from './spaced-rows';
import { moveToColumns } from './unnumbered-rows';

/**
 * A table as web pages and copied text leave it: one cell a line, header first. Merged name cells are empty lines,
 * numbers may be lost, cells may hold blank lines. Only the structure is read here: cells by row and column.
 */
export interface FlattenedTable {
  readonly range: Range;
  readonly firstLine: number;
  /** The line after the last cell. */
  readonly endLine: number;
  readonly headers: readonly GroupedHeader[];
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
  const header =
    readRowHeader(source, from) ??
    readSpacedHeader(source, from) ??
    readBarredHeader(source, from) ??
    readUnnumberedHeader(source, from) ??
    readUnnumberedPlainHeader(source, from) ??
    readHeader(source, from);
  if (header === undefined) return undefined;
  const named = columnRoles(header.cells.map((cell) => cell.value));
  const roles = named.map((role, i) => (header.cells[i]?.value === '' ? 'number' : role));
  const rows = READ_ROWS[header.layout](source, header, roles);
  const last = rows[rows.length - 1];
  if (last === undefined) return undefined;
  const lastCell = last.cells.reduce((max, cell) => Math.max(max, cell.range.end), 0);
  const end = /^(?:row|spaced)$/.test(header.layout)
    ? lines.rangeOf(last.line).end
    : endOfBar(lastCell, header, source);
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
function endOfBar(cellEnd: number, header: Header, { text, lines, until }: TableSource): number {
  if (!header.layout.startsWith('barred')) return cellEnd;
  const bar = /^\s*[|｜][ \t]*(?=[\r\n]|$)/.exec(text.slice(cellEnd, lines.startOf(until)));
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

/** Headers may be broken over two lines each. */
const MOST_HEADER_LINES = 2 * MAX_COLUMNS;

/**
 * `row`: one row a line, cells apart by tabs or bars; `spaced`: by spaces, as copied from printed pages; `barred`: cells of one or more lines, a bar after each;
 * `barred-unnumbered`: the same without a header for numbers; `tabbed`: a cell a line, each after a tab; `plain`: a cell
 * a line; `plain-unnumbered`: the same without a header for numbers.
 */
type Layout = 'row' | 'spaced' | 'barred' | 'barred-unnumbered' | 'tabbed' | 'plain' | 'plain-unnumbered';

interface Header {
  readonly cells: readonly GroupedHeader[];
  readonly layout: Layout;
  /** The line after the header. */
  readonly end: number;
}

type RowReader = (source: TableSource, header: Header, roles: readonly ColumnRole[]) => FlattenedRow[];

const READ_ROWS: Readonly<Record<Layout, RowReader>> = {
  row: readRowLines,
  spaced: readSpacedRows,
  barred: readBarredRows,
  'barred-unnumbered': readUnnumberedRows,
  tabbed: (source, header, roles) => readTabbedRows(readTokens(source, header), roles),
  plain: (source, header, roles) => readPlainRows(readTokens(source, header), roles),
  'plain-unnumbered': (source, header, roles) => readUnnumberedPlainRows(readTokens(source, header), roles),
};

const spaceOrBar = characters(`${WHITE_SPACE}|｜`);
/** Of 序号 and 编号. */
const beginsNumber = characters('序编');

/** Whether a line can be the first of a flattened table's header; `next` is the text line below it. */
export function opensFlattenedTable(lineText: string, next: string | undefined): boolean {
  const opensWithNumber = beginsNumber.has(lineText, spaceOrBar.skip(lineText, 0, lineText.length));
  return (
    (opensWithNumber &&
      (/^[\s|｜]*(?:序\s*号|编\s*号)\s*(?:[\t|｜]|$)/.test(lineText) || opensSpacedTable(lineText))) ||
    opensUnnumberedTable(lineText, next ?? '')
  );
}

/** 工作任务 | 责任科室 | 时限 on one line, or 工作任务 alone with the bar after it on the next. */
function opensUnnumberedTable(lineText: string, next: string): boolean {
  if (!lineText.includes('\t') && !lineText.includes('|') && !lineText.includes('｜')) {
    // Asked first because the line of a paragraph is too long for a word.
    return isHeaderWord(lineText.trim()) && (/^\s*[|｜]\s*$/.test(next) || opensPlainTable(lineText, next));
  }
  const words = lineText.split(/[\t|｜]/).map((word) => word.trim());
  const written = words.filter((word) => word !== '');
  return written.every(isHeaderWord) && (written.length >= 3 || words.at(-1) === '');
}

function readRowHeader({ text, lines, until }: TableSource, from: number): Header | undefined {
  const cells = splitCells(text, lines.rangeOf(from));
  if (cells.length < 2) return undefined;
  const joined = joinHeaderRows(cells, from + 1 < until ? splitCells(text, lines.rangeOf(from + 1)) : []);
  if (joined !== undefined) return { cells: joined, layout: 'row', end: from + 2 };
  const headers = cells.map((cell) => cell.value);
  return headers.every((value) => value !== '') && isTaskTableHeader(headers)
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
    if (raw.trim() === '' || isPageNumber(raw.trim())) continue;
    if (!/[\t|｜]/.test(raw)) {
      if (headsRows({ text, lines, until }, line)) continue;
      break;
    }
    const cells = pad(splitCells(text, source), roles.length).slice(0, roles.length);
    const placed = roles.includes('number') ? cells : moveToColumns(cells, roles);
    rows.push({ line, cells: placed, number: numberState(placed, false) });
  }
  return rows;
}

/** 二、社会民生 on a line of its own between rows: the next line of text is a row again. */
function headsRows({ text, lines, until }: TableSource, line: number): boolean {
  if (!headsGroup(trimmed(text, lines.rangeOf(line)).value)) return false;
  for (let next = line + 1; next < until; next++) {
    const { start, end } = lines.rangeOf(next);
    const raw = text.slice(start, end);
    if (raw.trim() !== '') return /[\t|｜]/.test(raw);
  }
  return false;
}

function readHeader({ text, lines, until }: TableSource, from: number): Header | undefined {
  const first = lines.rangeOf(from);
  const tabbed = /^[ \u3000]*\t/.test(text.slice(first.start, first.end));
  const written: Located[] = [];
  let line = from;
  for (; line < until && written.length <= MOST_HEADER_LINES; line++) {
    const cell = trimmed(text, lines.rangeOf(line));
    if (cell.value === '') {
      if (
        written.length > 0 &&
        isTaskTableHeader(written.map((c) => c.value)) &&
        nextIsNumber(text, lines, line, until)
      )
        break;
      continue;
    }
    if (isPageNumber(cell.value)) continue;
    if (isNumber(cell.value) || (headsGroup(cell.value) && nextIsNumber(text, lines, line + 1, until))) break;
    if (cell.value.length > HEADER_LENGTH || /[。；]/.test(cell.value)) return undefined;
    written.push(cell);
  }
  const cells = tabbed ? written : headerOf(written, widthOfFirstRow({ text, lines, until }, line));
  const headers = cells.map((cell) => cell.value);
  const opensWithNumber = columnRoles(headers)[0] === 'number';
  return opensWithNumber && cells.length <= MAX_COLUMNS && isTaskTableHeader(headers)
    ? { cells, layout: tabbed ? 'tabbed' : 'plain', end: line }
    : undefined;
}

function headerOf(lines: readonly Located[], width: number | undefined): readonly GroupedHeader[] {
  const folded = foldSecondHeader(lines, width);
  return folded === lines ? joinBrokenHeaders(lines, width) : folded;
}

/** How many lines the first row takes, from its 1 to the next row's 2; undefined where there is no other row. */
function widthOfFirstRow({ text, lines, until }: TableSource, from: number): number | undefined {
  let width = 0;
  for (let line = from; line < until && width <= MOST_HEADER_LINES; line++) {
    const { value } = trimmed(text, lines.rangeOf(line));
    if (value === '') continue;
    if (width > 1 && value === '2') return width;
    if (width === 0 && value !== '1') return undefined;
    width++;
  }
  return undefined;
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
    if (isPageNumber(cell.value)) continue;
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
