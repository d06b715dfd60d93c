import { joinNames } from '../../dialect/second-header';

/** A row of a table whose cells may reach over several columns, or be covered by one above. One entry a column. */
export interface GridRow {
  /** What merged cells cover is empty. */
  readonly cells: readonly string[];
  /** The column in which the cell over this column begins. */
  readonly starts: readonly number[];
  /** Whether a cell of a row above reaches down into this column. */
  readonly covered: readonly boolean[];
}

/**
 * The rows as texts, a header of two rows (责任单位 over 牵头 and 配合) made one: Markdown tables have no more. Both
 * rows' words are kept: 责任单位（牵头）.
 */
export function joinHeaderRows(rows: readonly GridRow[]): readonly (readonly string[])[] {
  const [upper, lower, ...rest] = rows;
  const texts = rest.map(({ cells }) => cells);
  if (upper === undefined || lower === undefined) return rows.map(({ cells }) => cells);
  if (!isTwoRowHeader(upper, lower)) return [upper.cells, lower.cells, ...texts];
  const header = upper.cells.map((text, column) =>
    isGrouped(upper, column) ? joinNames(groupLabel(upper, column), lower.cells[column] ?? '') : text,
  );
  return [header, ...texts];
}

/** Every group has a name for each of its columns below it, and every other cell reaches down. */
export function isTwoRowHeader(upper: GridRow, lower: GridRow): boolean {
  const columns = upper.cells.map((_, column) => column);
  return (
    columns.some((column) => isGrouped(upper, column)) &&
    columns.every((column) =>
      isGrouped(upper, column)
        ? lower.cells[column] !== '' && !lower.covered[column] && !isGrouped(lower, column)
        : lower.covered[column] === true,
    )
  );
}

function isGrouped({ starts }: GridRow, column: number): boolean {
  return starts[column] !== column || starts[column + 1] === column;
}

function groupLabel({ cells, starts }: GridRow, column: number): string {
  return cells[starts[column] ?? column] ?? '';
}
