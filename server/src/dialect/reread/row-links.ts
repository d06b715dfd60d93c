import { linkRows } from '../link-rows';
import type { Draft, TableRow } from '../model';
import { isSameList } from '../same-list';
import type { MovedModel } from './moved-model';

/** Rows of a draft that was wholly read, by the index of the task that they are linked to now. */
export type RowLinks = ReadonlyMap<number, readonly TableRow[]>;

/** The links of those tasks that are linked to other rows than they were. */
export function findNewLinks({ tasks, tables }: Draft, model: MovedModel): RowLinks {
  const titles = tasks.map(({ item }, index) => ({ index, title: model.titleOf(item) }));
  const named = tables.map((table) => {
    const now = model.isEdited(table) ? model.table(table).rows : table.rows;
    return { rows: table.rows.map((row, index) => ({ row, name: now[index]?.name ?? row.name })) };
  });
  const linked = linkRows(titles, named);
  return new Map(
    titles.flatMap((title) => {
      const rows = (linked.get(title) ?? []).map(({ row }) => row);
      return isSameList(rows, tasks[title.index]?.rows ?? []) ? [] : [[title.index, rows] as const];
    }),
  );
}

export const NO_LINKS: RowLinks = new Map();

/** The tasks that one of two versions links to other rows than the other does. */
export function differingLinks(some: RowLinks, others: RowLinks): readonly number[] {
  if (some === others) return [];
  return [...new Set([...some.keys(), ...others.keys()])].filter((task) => {
    const [rows, other] = [some.get(task), others.get(task)];
    return rows === undefined || other === undefined || !isSameList(rows, other);
  });
}
