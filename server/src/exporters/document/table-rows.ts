import type { CellPlan } from './plan';
import { wrapRuns } from './wrap-text';

/** Exact pitch of a line in a cell, and what keeps text from the lines on both sides (1.5 mm); twips. */
export const CELL_PITCH = 360;
export const CELL_MARGIN = 85;

/** Rows of more lines than these go over to the next page: whole ones would leave a third of a page empty. */
const MOST_WHOLE_LINES = 12;
/** Lines of such a row that stand on a page at least. */
const LEAST_PART = 2;

/** A cell's lines by estimate, as wide as its column. */
export function cellLines({ text, face, size }: CellPlan, width: number): readonly string[] {
  const room = width - 2 * CELL_MARGIN;
  return text
    .split('\n')
    .flatMap((piece) =>
      wrapRuns([{ text: piece, face, size, color: 'black' }], { first: room, others: room }).map((line) =>
        line.map((run) => run.text).join(''),
      ),
    );
}

/** Lines of the fullest cell; one that goes on below is not counted. */
export function countLines(cells: readonly CellPlan[], widths: readonly number[]): number {
  return Math.max(
    1,
    ...cells.map((cell, c) => (cell.rowSpan === 1 ? cellLines(cell, widths[c] ?? 0).length : 1)),
  );
}

/** Whether a row with so many lines may stand on two pages. */
export function mayBreak(lines: number): boolean {
  return lines > MOST_WHOLE_LINES;
}

/** A place in a table: before a line of a row. */
export interface TablePlace {
  readonly row: number;
  readonly line: number;
}

interface TableRows {
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellPlan[])[];
}

/** How far a table's rows come from a place on, where there is room for so many lines; on an empty page for one row. */
export function fillRows(
  { rows, widths }: TableRows,
  start: TablePlace,
  { room, isEmpty }: { readonly room: number; readonly isEmpty: boolean },
): { readonly end: TablePlace; readonly lines: number } {
  let used = 0;
  let { row, line } = start;
  for (; row < rows.length; row++, line = 0) {
    const all = countLines(rows[row] ?? [], widths);
    const fitting = room - used;
    if (all - line > fitting) {
      if (mayBreak(all) && fitting >= LEAST_PART)
        return { end: { row, line: line + fitting }, lines: used + fitting };
      if (row > start.row || !isEmpty) break;
    }
    used += all - line;
  }
  return { end: { row, line }, lines: used };
}
