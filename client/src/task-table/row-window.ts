/** The rows that are built, by index, and the height in pixels of those before and after them. */
export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/** Rows beyond the edges of what can be seen, so that scrolling finds them built. */
const MARGIN = 12;
/** So few rows are all built: the browser's own search finds them. */
const FEW = 80;

/**
 * Which of the rows with these heights (measured, or guessed where they have never been seen) have to be there to fill a
 * view of `height` pixels that is scrolled to `top`.
 */
export function rowWindow(heights: readonly number[], top: number, height: number): RowWindow {
  if (heights.length <= FEW) return { first: 0, end: heights.length, above: 0, below: 0 };
  let first = 0;
  let offset = 0;
  while (first < heights.length - 1 && offset + (heights[first] ?? 0) <= top) offset += heights[first++] ?? 0;
  let end = first;
  for (let seen = offset; end < heights.length && seen < top + height; end++) seen += heights[end] ?? 0;
  first = Math.max(0, first - MARGIN);
  end = Math.min(heights.length, end + MARGIN);
  const sum = (part: readonly number[]): number => part.reduce((total, each) => total + each, 0);
  return { first, end, above: sum(heights.slice(0, first)), below: sum(heights.slice(end)) };
}
