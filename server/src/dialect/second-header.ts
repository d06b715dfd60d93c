import { columnRole, isTaskTableHeader } from './columns';
import { isHeaderWord } from './header-words';
import type { ColumnName, Located } from './model';

/*
 * Heads of two rows: 责任单位 stands over 牵头单位 and 配合单位. Markdown, spreadsheets and portals leave its merged cells
 * empty, repeat them or drop them.
 */

/** Whether a row holds nothing but what columns are called, as the second row of a head does. */
export function isSecondHeader(values: readonly string[]): boolean {
  const written = values.filter((value) => value !== '');
  return written.length > 1 && written.every(isHeaderWord) && written.some(saysWho);
}

/** A column's head with what stands over it and its neighbours. */
export interface GroupedHeader extends Located {
  readonly group?: Located | undefined;
}

/** A head of two rows as one; undefined where the second is none. */
export function joinHeaderRows(
  first: readonly Located[],
  second: readonly Located[],
): readonly GroupedHeader[] | undefined {
  if (!isSecondHeader(second.map(({ value }) => value))) return undefined;
  const joined =
    joinCells(first, second) ??
    (first.every(({ value }) => value !== '') ? spread(first, second) : undefined);
  const headers = joined?.map(({ value }) => value);
  return headers && headers.every((value) => value !== '') && isTaskTableHeader(headers) ? joined : undefined;
}

/** Merged cells are empty but for the first, or all say the same: 责任单位 twice above 牵头单位 and 配合单位. */
function joinCells(
  first: readonly Located[],
  second: readonly Located[],
): readonly GroupedHeader[] | undefined {
  const goesOn = (i: number): boolean => i < first.length && first[i]?.value === '';
  const isGrouped = (i: number): boolean => {
    const value = first[i]?.value;
    return (
      goesOn(i) ||
      goesOn(i + 1) ||
      (value !== undefined && (value === first[i + 1]?.value || value === first[i - 1]?.value))
    );
  };
  const fits = second.every(({ value }, i) => value === '' || value === first[i]?.value || isGrouped(i));
  if (!fits || second.length > first.length) return undefined;
  let group: Located | undefined;
  return first.map((cell, i) => {
    if (!goesOn(i)) group = cell;
    const own = second[i];
    return own === undefined || own.value === '' || own.value === group?.value ? cell : { ...own, group };
  });
}

/** Merged cells are not there at all: what says who in the second row stands for the one column that says so in the first. */
function spread(first: readonly Located[], second: readonly Located[]): readonly GroupedHeader[] | undefined {
  const below = second.filter(({ value }) => value !== '');
  const groups = first.filter(({ value }) => saysWho(value));
  const [group] = groups;
  if (group === undefined || groups.length > 1 || columnRole(group.value) !== 'unit') return undefined;
  return below.every(({ value }) => saysWho(value))
    ? first.toSpliced(first.indexOf(group), 1, ...below.map((own) => ({ ...own, group })))
    : undefined;
}

/**
 * The same of a head whose cells follow one another, the second row behind the first: 序号 工作任务 责任单位 完成时限 牵头单位
 * 配合单位. `width` is the number of cells in a row, if that is known.
 */
export function foldSecondHeader(cells: readonly Located[], width?: number): readonly GroupedHeader[] {
  for (let count = 2; count < cells.length - 1; count++) {
    const [first, second] = [cells.slice(0, -count), cells.slice(-count)];
    if (!second.every(({ value }) => saysWho(value))) return cells;
    const joined = spread(first, second);
    const isLast = saysWho(first.at(-1)?.value ?? '');
    if (joined === undefined || !isTaskTableHeader(joined.map(({ value }) => value))) continue;
    if (width === undefined ? !isLast : joined.length === width) return joined;
  }
  return cells;
}

/** What a column is called in a head of one row, no word lost: 责任单位（牵头）. */
export function nameOfColumn({ header, group }: ColumnName): string {
  return group === undefined ? header.value : joinNames(group.value, header.value);
}

export function joinNames(group: string, own: string): string {
  return group === '' || own.includes(group) ? own : `${group}（${own}）`;
}

/** All that is written in the head of a table: a group once for its columns. */
export function headCells(columns: readonly ColumnName[]): readonly Located[] {
  const groups = columns.flatMap(({ group }) => group ?? []);
  const own = groups.filter((group, i) => groups[i - 1]?.range.start !== group.range.start);
  return [...columns.map(({ header }) => header), ...own];
}

function saysWho(header: string): boolean {
  return /^(?:lead|unit|support)$/.test(columnRole(header));
}
