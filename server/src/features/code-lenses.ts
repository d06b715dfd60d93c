import { headingOf } from '../dialect/labels';
import type { Draft, Item, Task } from '../dialect/model';
import { contains, type Range } from '../dialect/range';
import { summariseTasks, type RequiredField } from '../dialect/summary';
import { t, type Message } from '../localise';

export interface CodeLens {
  readonly range: Range;
  /** `任务 25 · 完整 22 · 缺时限 3`. */
  readonly title: string;
  /** Which tasks to show when it is chosen. */
  readonly filter: 'all' | 'missing-target' | 'missing-unit' | 'missing-deadline';
}

const LACKS: Readonly<Record<RequiredField, Message>> = {
  target: '缺目标 {0}',
  unit: '缺单位 {0}',
  deadline: '缺时限 {0}',
};

/** How far the plan is: on its title and on every chapter with tasks. */
export function codeLenses(draft: Draft): CodeLens[] {
  const chapters = draft.items.flatMap((item) => lensesFor(headingOf(item), tasksIn(draft, item)));
  return draft.title ? [...lensesFor(draft.title.range, draft.tasks), ...chapters] : chapters;
}

function lensesFor(range: Range, tasks: readonly Task[]): CodeLens[] {
  if (tasks.length === 0) return [];
  const { complete, missing } = summariseTasks(tasks);
  const lacks = (['target', 'unit', 'deadline'] as const)
    .filter((field) => missing[field] > 0)
    .map((field): CodeLens => ({
      range,
      title: t(LACKS[field], missing[field]),
      filter: `missing-${field}`,
    }));
  return [{ range, title: t('任务 {0} · 完整 {1}', tasks.length, complete), filter: 'all' }, ...lacks];
}

function tasksIn({ tasks }: Draft, item: Item): Task[] {
  return tasks.filter((task) => contains(item.range, task.item.range));
}
