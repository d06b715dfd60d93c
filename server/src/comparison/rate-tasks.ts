import type { TaskSide } from './compared-sides';
import { TextIndex, TextSpace, type LikeText, type SimilarPair, type TextVector } from './similarity';
import { contentOf, type TaskContent } from './task-content';

/** The tasks of a draft, ready to be compared with those of another. */
export interface RatedSide {
  readonly contents: readonly TaskContent[];
  readonly wholes: readonly TextVector[];
}

/** Two drafts' tasks and which of them are alike, by index into the tasks. */
export interface Rating {
  readonly from: RatedSide;
  readonly to: RatedSide;
  readonly pairs: readonly SimilarPair[];
}

/** Pairs below this are different tasks that share the vocabulary of plans. */
export const LEAST_LIKENESS = 0.33;
/** Below this a pair need not be looked at: nothing could lift it above `LEAST_LIKENESS`. */
const LEAST_LOOK = 0.08;
const LEAST_TITLE = 0.15;
/** How much the titles count where they are more alike than the texts. */
const TITLE_SHARE = 0.4;

/** Rates every pair of tasks of two drafts by content: numbers, places and clauses are left out. */
export function rateTasks(from: TaskSide, to: TaskSide): Rating {
  const [a, b] = [contentsOf(from), contentsOf(to)];
  const space = new TaskSpace([...a, ...b]);
  const [old, current] = [a.map((task) => space.vectorsOf(task)), b.map((task) => space.vectorsOf(task))];
  const index = new TaskIndex(current);
  return {
    from: { contents: a, wholes: old.map(({ whole }) => whole) },
    to: { contents: b, wholes: current.map(({ whole }) => whole) },
    pairs: old.flatMap((task, i) =>
      index.likest(task, LEAST_LIKENESS).map(({ index: j, score }) => ({ from: i, to: j, score })),
    ),
  };
}

/** A task's text and its title, ready to be compared. */
export interface TaskVectors {
  readonly whole: TextVector;
  readonly title: TextVector;
}

/** Knows the wording of a set of tasks; only vectors of one space can be compared. */
export class TaskSpace {
  private readonly wholes: TextSpace;
  private readonly titles: TextSpace;

  constructor(contents: readonly Wording[]) {
    this.wholes = new TextSpace(contents.map(({ whole }) => whole));
    this.titles = new TextSpace(contents.map(({ title }) => title));
  }

  vectorsOf({ whole, title }: Wording): TaskVectors {
    return { whole: this.wholes.vectorOf(whole), title: this.titles.vectorOf(title) };
  }
}

type Wording = Pick<TaskContent, 'whole' | 'title'>;

/** Tasks that others are compared with. */
export class TaskIndex {
  private readonly wholes: TextIndex;
  private readonly titles: TextIndex;

  constructor(tasks: readonly TaskVectors[]) {
    this.wholes = new TextIndex(tasks.map(({ whole }) => whole));
    this.titles = new TextIndex(tasks.map(({ title }) => title));
  }

  /** The tasks that are at least `least` like one, in their order. */
  likest({ whole, title }: TaskVectors, least: number): LikeText[] {
    const titles = new Map(this.titles.likest(title, LEAST_TITLE).map(({ index, score }) => [index, score]));
    return this.wholes.likest(whole, LEAST_LOOK).flatMap(({ index, score: alone }) => {
      const withTitle = alone * (1 - TITLE_SHARE) + (titles.get(index) ?? 0) * TITLE_SHARE;
      const score = Math.max(alone, withTitle);
      return score < least ? [] : [{ index, score }];
    });
  }
}

function contentsOf(side: TaskSide): TaskContent[] {
  return side.tasks.map((task) => contentOf(side, task));
}
