import { TYPE_SIZES, widthInCharacters } from './measures';
import type { CellPlan } from './plan';
import { CELL_MARGIN } from './table-rows';

/** 序号 wraps in less than this, twips. */
export const NUMBER_WIDTH = 800;
/** Names and dates up to this long stand on one line, and no column is narrower than this; in characters. */
const SHORT = 8;
const NARROWEST = 4;
/** The part of the width that short columns may ask for. */
const MOST_ASKED = 0.8;
const CHARACTER = TYPE_SIZES.小四 * 20;
/** For digits that are a little wider than half a character. */
const SLACK = 60;
/** What marks that may not begin a line cost each line, in characters. */
const CARRIED = 0.5;
/** How far columns give way to one another: first roughly, then finely. Twips. */
const STEPS: readonly number[] = [960, 480, 240, 120];
const MOST_PASSES = 8;
/** Against a line more in a row: a line more in a cell; a character alone on a line. */
const CELL_LINE_COST = 0.02;
const LONE_COST = 0.5;

type Row = readonly Pick<CellPlan, 'text' | 'rowSpan'>[];

/**
 * Widths of columns, twips, with which a table is about as low as it can be. `isNumber`: whether a column holds numbers,
 * whose width is fixed. The head is the first row.
 */
export function fitColumns(
  rows: readonly Row[],
  width: number,
  isNumber: (column: number) => boolean,
): readonly number[] {
  const cells = rows.map((row) => row.map(measure));
  const least = leastWidths(cells, width, isNumber);
  const open = least.flatMap((_, c) => (isNumber(c) ? [] : [c]));
  const begun = spread(cells, least, width, open);
  let best: Layout = { widths: begun, cost: costOf(cells, begun) };
  for (const step of STEPS)
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const better = giveWay(best, { cells, least, open, step });
      if (better === best) break;
      best = better;
    }
  return best.widths;
}

interface Layout {
  readonly widths: readonly number[];
  readonly cost: number;
}

/** Every column gives a step to every other where that makes the table lower. */
function giveWay(
  layout: Layout,
  {
    cells,
    least,
    open,
    step,
  }: { cells: Cells; least: readonly number[]; open: readonly number[]; step: number },
): Layout {
  let best = layout;
  for (const from of open)
    for (const to of open) {
      if (from === to || (best.widths[from] ?? 0) - step < (least[from] ?? 0)) continue;
      const widths = best.widths.map((value, c) =>
        c === from ? value - step : c === to ? value + step : value,
      );
      const cost = costOf(cells, widths);
      if (cost < best.cost) best = { widths, cost };
    }
  return best;
}

/** A cell as lengths of its lines, in characters, over so many rows. */
interface Measured {
  readonly pieces: readonly number[];
  readonly span: number;
}

type Cells = readonly (readonly Measured[])[];

function measure({ text, rowSpan }: Row[number]): Measured {
  return { pieces: rowSpan === 0 ? [] : text.split('\n').map(widthInCharacters), span: Math.max(1, rowSpan) };
}

/** What a column holds, whole where it is short; where that asks too much together, what a column needs to be one. */
function leastWidths(cells: Cells, width: number, isNumber: (column: number) => boolean): readonly number[] {
  const widthsOf = (charactersOf: (longest: number) => number): readonly number[] =>
    (cells[0] ?? []).map((_, c) =>
      isNumber(c) ? NUMBER_WIDTH : charactersOf(longestIn(cells, c)) * CHARACTER + 2 * CELL_MARGIN + SLACK,
    );
  const asked = widthsOf((longest) => (longest <= SHORT ? Math.ceil(longest) : NARROWEST));
  const sum = asked.reduce((total, value) => total + value, 0);
  return sum <= width * MOST_ASKED ? asked : widthsOf(() => NARROWEST);
}

function longestIn(cells: Cells, column: number): number {
  return cells.reduce((longest, row) => Math.max(longest, ...(row[column]?.pieces ?? [])), 0);
}

/** To begin with: by the square root of the longest text, none below its least; rounding goes to the widest. */
function spread(
  cells: Cells,
  least: readonly number[],
  width: number,
  open: readonly number[],
): readonly number[] {
  const weights = least.map((_, c) => (open.includes(c) ? Math.sqrt(longestIn(cells, c)) + 1 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const taken = least.reduce((sum, value) => sum + value, 0);
  const widths = least.map((value, c) =>
    Math.max(0, value + Math.round(((width - taken) * (weights[c] ?? 0)) / total)),
  );
  const widest = widths.indexOf(Math.max(...widths));
  const excess = widths.reduce((sum, value) => sum + value, 0) - width;
  return widths.map((value, c) => (c === widest ? value - excess : value));
}

/** The table's height in lines, and a little for what does not look well. */
function costOf(cells: Cells, widths: readonly number[]): number {
  const room = widths.map((width) => Math.floor((2 * (width - 2 * CELL_MARGIN)) / CHARACTER) / 2);
  let cost = 0;
  for (const row of cells) {
    let height = 1;
    row.forEach(({ pieces, span }, c) => {
      let lines = 0;
      for (const piece of pieces) {
        const line = Math.max(1, (room[c] ?? 0) - CARRIED);
        const count = piece <= line + CARRIED ? 1 : Math.ceil(piece / line);
        lines += count;
        if (count > 1 && piece - (count - 1) * line <= 1) cost += LONE_COST;
      }
      cost += lines * CELL_LINE_COST;
      height = Math.max(height, lines / span);
    });
    cost += height;
  }
  return cost;
}
