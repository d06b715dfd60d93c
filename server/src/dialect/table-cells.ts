import type { LineTable } from './lines';
import { readMarkerShape } from './marker-shape';
import type { Located } from './model';
import type { Range } from './range';

/** A row of a table that is written without Markdown: its cells, padded to the number of columns. */
export interface FlattenedRow {
  readonly line: number;
  readonly cells: readonly Located[];
  /** Whether the row's number cell is written, lost while the row begins an item, or merged with the one above. */
  readonly number: 'written' | 'lost' | 'merged';
}

/** Where a table is looked for: up to line `until`, excluded. */
export interface TableSource {
  readonly text: string;
  readonly lines: LineTable;
  readonly until: number;
}

export const MAX_COLUMNS = 9;
export const HEADER_LENGTH = 16;

const LINE_BREAK = /<br\s*\/?>/gi;

/** `<br>`, by which a cell of a Markdown table begins a new line, as what it stands for, in the same length. */
export function withLineBreaks(cell: string): string {
  return cell.includes('<') ? cell.replace(LINE_BREAK, (mark) => '\n'.padEnd(mark.length)) : cell;
}

/** A cell as its readers see it: lines without spaces around them. */
export function cellText(cell: string): string {
  return withLineBreaks(cell)
    .replace(/[ \t\u3000]*\n[ \t\u3000]*/g, '\n')
    .trim();
}

/** The cells of a row on one line: apart by tabs where there are any, else by bars, which may also enclose the row. */
export function splitCells(text: string, { start, end }: Range): Located[] {
  const raw = text.slice(start, end);
  const separator = raw.includes('\t') ? /\t/ : /[|｜]/;
  const cells: Located[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !separator.test(text.charAt(i))) continue;
    cells.push(trimmed(text, { start: from, end: i }));
    from = i + 1;
  }
  if (raw.includes('\t') || cells.length === 1) return cells;
  if (/^\s*[|｜]/.test(raw)) cells.shift();
  if (/[|｜]\s*$/.test(raw)) cells.pop();
  return cells;
}

export function isNumber(value: string): boolean {
  return /^\d{1,3}$/.test(value);
}

/** （一）推进权力清单公开: what stands over all columns and says what the rows below it are about. */
export function headsGroup(value: string): boolean {
  const shape = readMarkerShape(value);
  return (
    shape !== undefined && !shape.weak && /^(?:paren-)?chinese$/.test(shape.style) && !/[。；]/.test(value)
  );
}

/** A numeral of groups in a cell of its own: 一 before 产业发展. */
const groupNumeral = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/;

/** 合计, 小计: what stands below the rows it sums up. */
const summing = /^(?:总|合|共|小)\s*计[：:]?$/;

/**
 * Whether a row is none of its own: it holds nothing but what it heads a group with, in one cell or repeated in all of a
 * merged one, or sums up the rows above.
 */
export function isGroupRow(values: readonly string[]): boolean {
  if (summing.test(values.find((value) => value !== '') ?? '')) return true;
  if (groupNumeral.test(values[0] ?? '')) return values.slice(1).filter((value) => value !== '').length === 1;
  let first: string | undefined;
  for (const value of values) {
    if (value === '') continue;
    if (first === undefined && !headsGroup(value)) return false;
    first ??= value;
    if (value !== first) return false;
  }
  return first !== undefined;
}

export function trimmed(text: string, { start, end }: Range): Located {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { value: text.slice(start, end), range: { start, end } };
}

/** White space as published tables have it: ASCII, no-break, en and em spaces, full-width ones. */
function isSpace(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff
  );
}

export function emptyAt(offset: number): Located {
  return { value: '', range: { start: offset, end: offset } };
}

export function numberState(cells: readonly Located[], lost: boolean): FlattenedRow['number'] {
  if (lost) return 'lost';
  if (isNumber(cells[0]?.value ?? '')) return 'written';
  return (cells[1]?.value ?? '') === '' ? 'merged' : 'lost';
}

export function pad(cells: readonly Located[], length: number): readonly Located[] {
  const padded = [...cells];
  const end = cells[cells.length - 1]?.range.end ?? 0;
  while (padded.length < length) padded.push({ value: '', range: { start: end, end } });
  return padded;
}
