import { fitOf } from './cell-fit';
import type { ColumnRole, Located } from './model';
import { pad } from './table-cells';

/** The cells of a row with empty ones before them for what is merged with the row above. */
export function withMerged<T extends Located>(cells: readonly T[], missing: number): readonly Located[] {
  const start = cells[0]?.range.start ?? 0;
  const merged = Array.from({ length: missing }, () => ({ value: '', range: { start, end: start } }));
  return [...merged, ...cells];
}

/** How well cells fit the columns from `first` on. */
function fitFrom(cells: readonly Located[], roles: readonly ColumnRole[], first: number): number {
  return cells.reduce((sum, cell, i) => sum + fitOf(cell.value, roles[first + i] ?? 'other'), 0);
}

/**
 * A row of which the last cells are empty, as pages leave one whose first cells are merged with the row above: moved to
 * the columns that its cells fit better.
 */
export function moveToColumns(cells: readonly Located[], roles: readonly ColumnRole[]): readonly Located[] {
  const written = cells.findLastIndex(({ value }) => value !== '') + 1;
  const free = roles.length - written;
  if (written === 0 || free <= 0 || cells[0]?.value === '') return cells;
  const own = cells.slice(0, written);
  const missing = bestShift(own, roles, free);
  return missing === 0 ? cells : pad(withMerged(own, missing), roles.length);
}

function bestShift(own: readonly Located[], roles: readonly ColumnRole[], most: number): number {
  let best = 0;
  for (let missing = 1; missing <= most; missing++)
    if (fitFrom(own, roles, missing) > fitFrom(own, roles, best)) best = missing;
  return best;
}

/**
 * How many cells the row takes that begins here: merged ones are not there at all, so that the row takes as many as fit
 * best. Undefined where nothing fits: the table is over.
 */
export function widthOfRow(ahead: readonly Located[], roles: readonly ColumnRole[]): number | undefined {
  let best: { readonly width: number; readonly fit: number } | undefined;
  for (let missing = 0; missing < roles.length - 1; missing++) {
    const width = roles.length - missing;
    if (ahead.length < width) continue;
    const fit = fitFrom(ahead.slice(0, width), roles, missing);
    if (fit > (best?.fit ?? 0)) best = { width, fit };
  }
  return best?.width;
}
