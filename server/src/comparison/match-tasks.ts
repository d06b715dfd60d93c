import { groupBy } from '../dialect/group-by';
import type { Task } from '../dialect/model';
import { assign, type Offer } from './assign';
import type { TaskSide } from './compared-sides';
import { findParts, type PartOf } from './find-parts';
import { LEAST_LIKENESS, rateTasks, type Rating } from './rate-tasks';

/** A task of the old draft and the one of the new draft that it became. */
export interface TaskPair {
  readonly old: Task;
  readonly new: Task;
}

/** What became of the tasks of one draft in another, each list in the order of its draft. */
export interface TaskMatching {
  /** One to one; the principal pairs of splits and merges among them. */
  readonly pairs: readonly TaskPair[];
  /** Further new tasks that were parts of an old one (拆分). */
  readonly splits: readonly TaskPair[];
  /** Further old tasks that became parts of a new one (合并). */
  readonly merges: readonly TaskPair[];
  readonly added: readonly Task[];
  readonly dropped: readonly Task[];
}

/**
 * Finds for each task of the old draft the task of the new one that it became, by content: numbers, chapters and
 * titles may all have changed. All pairs are chosen together, so that a likeness never takes another task's own match.
 */
export function matchTasks(oldDraft: TaskSide, newDraft: TaskSide): TaskMatching {
  const rating = rateTasks(oldDraft, newDraft);
  const { partners, splits, merges } = findParts(rating, inOrder(rating, assign(offersOf(rating))));
  const taskPair = (from: number, to: number): TaskPair => ({
    old: oldDraft.tasks[from] as Task,
    new: newDraft.tasks[to] as Task,
  });
  const toPairs = (list: readonly PartOf[]): TaskPair[] => list.map(({ from, to }) => taskPair(from, to));
  const linked = [...[...partners].map(([from, to]) => ({ from, to })), ...splits, ...merges];
  const [kept, known] = [new Set(linked.map(({ from }) => from)), new Set(linked.map(({ to }) => to))];
  return {
    pairs: [...partners].sort(([a], [b]) => a - b).map(([from, to]) => taskPair(from, to)),
    splits: toPairs(splits),
    merges: toPairs(merges),
    added: newDraft.tasks.filter((_, index) => !known.has(index)),
    dropped: oldDraft.tasks.filter((_, index) => !kept.has(index)),
  };
}

/** Beyond a task's likest ones an offer only costs time. */
const OFFERS_EACH = 12;
/** What equal texts win by standing in the same place: more than nothing, less than any real difference. */
const SAME_PLACE = 0.02;
const SAME_ORDER = 0.02;

/** A pair counts by how far it is above the least likeness: two poor matches do not outweigh one good one. */
function offersOf({ from, to, pairs }: Rating): Offer[] {
  const offers = pairs.map((pair) => {
    const samePlace = from.contents[pair.from]?.place === to.contents[pair.to]?.place;
    const distance = Math.abs(pair.from / from.contents.length - pair.to / to.contents.length);
    const bonus = (samePlace ? SAME_PLACE : 0) + SAME_ORDER * (1 - distance);
    return { from: pair.from, to: pair.to, value: pair.score - LEAST_LIKENESS + bonus };
  });
  return [...groupBy(offers, (offer) => offer.from).values()].flatMap((own) =>
    own.sort((a, b) => b.value - a.value).slice(0, OFFERS_EACH),
  );
}

/** Tasks of one and the same text, under one heading each, are told apart by nothing but their order: they keep it. */
function inOrder({ from, to }: Rating, partners: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const keyOf = ([old, current]: readonly [number, number]): string => {
    const [a, b] = [from.contents[old], to.contents[current]];
    return a?.whole === b?.whole ? JSON.stringify([a?.whole, a?.place, b?.place]) : String(old);
  };
  return new Map(
    [...groupBy(partners, keyOf).values()].flatMap((pairs) => {
      const [olds, news] = [pairs.map(([old]) => old), pairs.map(([, current]) => current)].map((side) =>
        side.sort((a, b) => a - b),
      ) as [number[], number[]];
      return olds.map((old, index) => [old, news[index] as number] as const);
    }),
  );
}
