import type { Draft, Task } from '../dialect/model';
import { compareFields, type FieldChanges } from './compare-fields';
import { comparedSides } from './compared-sides';
import type { Registry } from '../registry/registry';
import { unitOfRegistry } from './unit-of';
import { findMoves, type MovedTask } from './find-moves';
import { matchTasks, type TaskPair } from './match-tasks';

export interface ChangedTask extends TaskPair {
  readonly fields: FieldChanges;
}

/** What became of the tasks of an old draft in a new one. A task that is only renumbered is in `kept` alone. */
export interface Comparison {
  readonly old: Draft;
  readonly new: Draft;
  /** All tasks that were compared. */
  readonly tasks: { readonly old: readonly Task[]; readonly new: readonly Task[] };
  /** In new order. */
  readonly added: readonly Task[];
  /** In old order, as are all the pairs. */
  readonly dropped: readonly Task[];
  readonly moved: readonly MovedTask[];
  /** Parts of a task that was split, and tasks merged into one, are each a pair of their own. */
  readonly changed: readonly ChangedTask[];
  readonly splits: readonly SplitTask[];
  readonly merges: readonly MergedTask[];
  /** Every old task with its successor. */
  readonly kept: readonly TaskPair[];
}

export interface SplitTask {
  readonly old: Task;
  /** Two or more, in the order of the text. */
  readonly parts: readonly Task[];
}

export interface MergedTask {
  readonly parts: readonly Task[];
  readonly new: Task;
}

/** With a registry, two names for one unit are no change. */
export function compareDrafts(old: Draft, current: Draft, registry?: Registry): Comparison {
  const [before, now] = comparedSides(old, current);
  const { pairs, splits, merges, added, dropped } = matchTasks(before, now);
  const drafts = { old, new: current };
  const unitOf = unitOfRegistry(registry);
  const linked = [...pairs, ...splits, ...merges].sort(
    (a, b) => a.old.range.start - b.old.range.start || a.new.range.start - b.new.range.start,
  );
  return {
    ...drafts,
    tasks: { old: before.tasks, new: now.tasks },
    added,
    dropped,
    moved: findMoves(pairs),
    changed: linked.flatMap((pair) => {
      const fields = compareFields(drafts, pair, unitOf);
      return Object.keys(fields).length === 0 ? [] : [{ ...pair, fields }];
    }),
    splits: splitTasks(pairs, splits),
    merges: mergedTasks(pairs, merges),
    kept: pairs,
  };
}

function splitTasks(pairs: readonly TaskPair[], splits: readonly TaskPair[]): SplitTask[] {
  return [...new Set(splits.map((pair) => pair.old))].map((old) => ({
    old,
    parts: inTextOrder([...pairs, ...splits].filter((pair) => pair.old === old).map((pair) => pair.new)),
  }));
}

function mergedTasks(pairs: readonly TaskPair[], merges: readonly TaskPair[]): MergedTask[] {
  return [...new Set(merges.map((pair) => pair.new))].map((task) => ({
    new: task,
    parts: inTextOrder([...pairs, ...merges].filter((pair) => pair.new === task).map((pair) => pair.old)),
  }));
}

function inTextOrder(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => a.range.start - b.range.start);
}
