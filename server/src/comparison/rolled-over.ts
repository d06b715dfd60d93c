import type { ChangedTask } from './compare-drafts';
import type { ComparedDrafts, ListChange } from './compare-fields';

/** Whether all that changed in a task is the year of its deadlines, as it must from one year's plan to the next. */
export function isRolledOver(drafts: ComparedDrafts, { fields }: ChangedTask): boolean {
  const { deadlines, rows, ...others } = fields;
  const told = [deadlines, rows].filter((change) => change !== undefined);
  return Object.keys(others).length === 0 && told.every((change) => isYearAdvance(drafts, change));
}

/** Whether what is stated differs by as many years as the plans do, and by nothing else. */
export function isYearAdvance(drafts: ComparedDrafts, change: ListChange | undefined): boolean {
  const years = (drafts.new.year ?? 0) - (drafts.old.year ?? 0);
  if (change === undefined || years === 0 || drafts.old.year === undefined) return false;
  const advanced = change.from.map((text) =>
    text.replace(/(?<!\d)\d{4}(?=\s*年)/g, (year) => String(Number(year) + years)),
  );
  return advanced.length === change.to.length && advanced.every((text, i) => text === change.to[i]);
}
