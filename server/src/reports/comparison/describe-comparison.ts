import type { Comparison } from '../../comparison/compare-drafts';
import { placesOf } from '../../comparison/match-sections';
import type { TaskPair } from '../../comparison/match-tasks';
import { isRolledOver } from '../../comparison/rolled-over';
import { itemLabel } from '../../dialect/labels';
import type { Draft, Task } from '../../dialect/model';
import type {
  ChangeKind,
  ComparedSide,
  ComparisonEntry,
  ComparisonGroup,
  ComparisonReport,
  ReportedChange,
  TaskPlace,
} from './comparison-report';
import { describeChanges } from './describe-changes';
import { t, type Message } from '../../localise';

export interface ComparedNames {
  readonly old: string;
  readonly new: string;
}

export function describeComparison(comparison: Comparison, names: ComparedNames): ComparisonReport {
  const { old, new: current } = comparison;
  const groups = Object.entries(entriesOf(comparison)).map(([kind, entries]): ComparisonGroup => {
    const named = kind as ChangeKind;
    return { kind: named, heading: headingOf(named, old, current), entries };
  });
  return {
    old: sideOf(old, names.old, comparison.tasks.old.length),
    new: sideOf(current, names.new, comparison.tasks.new.length),
    groups: groups.filter(({ entries }) => entries.length > 0),
    ...countUntouched(comparison),
  };
}

function sideOf(draft: Draft, name: string, tasks: number): ComparedSide {
  return { name, title: draft.title?.value ?? name, tasks };
}

const HEADINGS: Readonly<Record<ChangeKind, Message>> = {
  dropped: '删去的任务',
  added: '新增的任务',
  moved: '移动的任务',
  split: '拆分的任务',
  merged: '合并的任务',
  changed: '内容有变的任务',
  'rolled-over': '只有完成时限随年度顺延的任务',
};

/** What a new year's plan leaves out was not deleted: it was not carried on. */
function headingOf(kind: ChangeKind, { year: before }: Draft, { year: now }: Draft): string {
  if (kind !== 'dropped' || before === undefined || now === undefined || before >= now)
    return t(HEADINGS[kind]);
  return now - before === 1 ? t('上年未延续的任务') : t('{0}年有、未延续的任务', before);
}

function entriesOf(comparison: Comparison): Record<ChangeKind, readonly ComparisonEntry[]> {
  const { added, dropped, moved, splits, merges, changed } = comparison;
  const parted = new Set([...splits.map(({ old }) => old), ...merges.map((merge) => merge.new)]);
  const single = changed.filter((pair) => !parted.has(pair.old) && !parted.has(pair.new));
  const rolled = new Set(single.filter((change) => isRolledOver(comparison, change)));
  const changesOf = (pair: TaskPair): ReportedChange[] =>
    changed
      .filter((change) => change.old === pair.old && change.new === pair.new)
      .flatMap(({ fields }) => describeChanges(comparison, fields));
  return {
    dropped: dropped.map((task) => entry([task], [])),
    added: added.map((task) => entry([], [task])),
    moved: moved.map((pair) => entry([pair.old], [pair.new])),
    split: splits.map(({ old, parts }) => entry([old], parts)),
    merged: merges.map((merge) => entry(merge.parts, [merge.new])),
    changed: single
      .filter((change) => !rolled.has(change))
      .map((change) => entry([change.old], [change.new], changesOf(change))),
    'rolled-over': [...rolled].map((change) => entry([change.old], [change.new], changesOf(change))),
  };
}

function entry(
  old: readonly Task[],
  current: readonly Task[],
  changes: readonly ReportedChange[] = [],
): ComparisonEntry {
  return { old: old.map(placeOf), new: current.map(placeOf), changes };
}

function placeOf(task: Task): TaskPlace {
  const section = placesOf(task.section).reverse().map(itemLabel).join(' / ');
  return { label: itemLabel(task.item), section, line: task.line, offset: task.range.start };
}

function countUntouched({ kept, moved, changed, splits, merges }: Comparison): {
  same: number;
  renumbered: number;
} {
  const touched = new Set<Task>([
    ...[...moved, ...changed].map((pair) => pair.new),
    ...splits.flatMap(({ parts }) => parts),
    ...merges.map((merge) => merge.new),
  ]);
  const untouched = kept.filter((pair) => !touched.has(pair.new));
  const renumbered = untouched.filter((pair) => pair.old.number !== pair.new.number).length;
  return { same: untouched.length - renumbered, renumbered };
}
