import { fitOf } from './cell-fit';
import type { ColumnRole, Located } from './model';
import { headsGroup, isNumber, pad, type FlattenedRow } from './table-cells';

/** A cell that stands on a line of its own. */
export interface PlainCell extends Located {
  readonly line: number;
}

/**
 * Rows where nothing but line breaks is left: running numbers open rows; empty cells are not to be seen, so what is
 * missing is told from what the other cells look like.
 */
export function readPlainRows(all: readonly PlainCell[], roles: readonly ColumnRole[]): FlattenedRow[] {
  const cells = all.filter((cell, i) => !(isNumber(all[i + 1]?.value ?? '') && headsGroup(cell.value)));
  const rows: FlattenedRow[] = [];
  let expected = 1;
  let i = 0;
  while (i < cells.length) {
    const first = cells[i] as PlainCell;
    if (Number(first.value) !== expected) break;
    let end = i + 1;
    while (end < cells.length && !opensRow(cells, end, expected + 1)) end++;
    const bounded = end === cells.length ? endOfLastRow(cells, i, roles) : end;
    rows.push({ line: first.line, cells: allot(cells.slice(i, bounded), roles), number: 'written' });
    expected++;
    i = bounded;
  }
  return rows;
}

/**
 * The last row has no successor to end it: it takes as many cells as there are columns, and a few more up to the
 * one that names units, or a time, where the last column does.
 */
function endOfLastRow(cells: readonly PlainCell[], from: number, roles: readonly ColumnRole[]): number {
  const usual = Math.min(cells.length, from + roles.length);
  const last = roles[roles.length - 1] ?? 'other';
  for (let end = usual; end <= Math.min(cells.length, usual + 4); end++)
    if (fitOf(cells[end - 1]?.value ?? '', last) > 0) return end;
  return usual;
}

function opensRow(cells: readonly PlainCell[], index: number, expected: number): boolean {
  return Number((cells[index] as PlainCell).value) === expected && (cells[index] as PlainCell).value !== '';
}

/** A cell of several paragraphs is several lines; so many lines a row are looked at one by one. */
const MOST_LINES = 60;

/** Gives the cells of a row without placeholders to its columns. */
export function allot(cells: readonly PlainCell[], roles: readonly ColumnRole[]): readonly Located[] {
  if (cells.length > MOST_LINES) return pad(cells.slice(0, roles.length), roles.length);
  const widths = widthsOf(cells, roles);
  const found: Located[] = [];
  let at = 0;
  for (const width of widths) {
    found.push(joined(cells.slice(at, at + width), found.at(-1)?.range.end ?? 0));
    at += width;
  }
  return pad(found, roles.length);
}

function widthsOf(cells: readonly PlainCell[], roles: readonly ColumnRole[]): readonly number[] {
  if (cells.length > roles.length) return widthsOfMany(cells, roles);
  if (cells.length < roles.length) return widthsOfFew(cells, roles);
  const widths = roles.map(() => 1);
  const name = roles.indexOf('name');
  const last = roles.length - 1;
  // As many lines as columns, but a name of two lines: the last cell is empty.
  const isEmpty = fitOf(cells[last]?.value ?? '', roles[last] ?? 'other') < 0;
  return isEmpty && headsGroup(cells[name]?.value ?? '') ? widths.with(name, 2).with(last, 0) : widths;
}

/** A row that lacks a cell most often lacks the name, which is merged with the one above. */
function widthsOfFew(cells: readonly PlainCell[], roles: readonly ColumnRole[]): readonly number[] {
  const name = roles.indexOf('name');
  const text = cells[name]?.value ?? '';
  const looksLikeName = text.length <= 20 && !/。/.test(text);
  const widths = cells.map(() => 1);
  if (name > 0 && !looksLikeName) widths.splice(name, 0, 0);
  return widths;
}

/** How many lines each column takes, so that the lines fit their columns best; every column takes one at least. */
function widthsOfMany(cells: readonly PlainCell[], roles: readonly ColumnRole[]): readonly number[] {
  // best[c][n]: how well the first n lines fit the first c columns; took[c][n]: how many of them the last one takes.
  const best: number[][] = [[0]];
  const took: number[][] = [[0]];
  for (let c = 1; c <= roles.length; c++) {
    const [row, widths]: [number[], number[]] = [[], []];
    for (let n = c; n <= cells.length - (roles.length - c); n++) {
      let fit = 0;
      for (let width = 1; n - width >= c - 1; width++) {
        fit += lineFit((cells[n - width] as PlainCell).value, roles[c - 1] as ColumnRole, width > 1);
        const total = (best[c - 1]?.[n - width] ?? -Infinity) + fit;
        if (total > (row[n] ?? -Infinity)) [row[n], widths[n]] = [total, width];
      }
    }
    best.push(row);
    took.push(widths);
  }
  const widths: number[] = [];
  for (let c = roles.length, n = cells.length; c > 0; c--) {
    const width = took[c]?.[n] ?? 1;
    widths.unshift(width);
    n -= width;
  }
  return widths;
}

/** What is to be done takes several paragraphs more readily than anything else, and a name what stands over it: 一、…. */
function lineFit(line: string, role: ColumnRole, further: boolean): number {
  if (further && role === 'name' && headsGroup(line)) return 0.5;
  const fit = fitOf(line, role);
  // One leads, and several take part.
  return further && (role === 'lead' || (fit <= 0 && role !== 'target')) ? fit - 0.25 : fit;
}

function joined(cells: readonly PlainCell[], after: number): Located {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  if (first === undefined || last === undefined) return { value: '', range: { start: after, end: after } };
  const value = cells.map((cell) => cell.value).join('\n');
  return { value, range: { start: first.range.start, end: last.range.end } };
}
