import type { TaskSide } from './compared-sides';
import { similarPairs, TextSpace, type SimilarPair, type TextVector } from './similarity';
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
export function rateTasks(from: TaskSide, to: TaskSide, least = LEAST_LIKENESS): Rating {
  const [a, b] = [from, to].map((draft) => draft.tasks.map((task) => contentOf(draft, task))) as [
    TaskContent[],
    TaskContent[],
  ];
  const wholeSpace = new TextSpace([...a, ...b].map(({ whole }) => whole));
  const titleSpace = new TextSpace([...a, ...b].map(({ title }) => title));
  const wholes = [a, b].map((side) => side.map(({ whole }) => wholeSpace.vectorOf(whole)));
  const titles = [a, b].map((side) => side.map(({ title }) => titleSpace.vectorOf(title)));
  const [fromWholes, toWholes] = wholes as [TextVector[], TextVector[]];
  const [fromTitles, toTitles] = titles as [TextVector[], TextVector[]];
  const keyOf = (pair: SimilarPair): number => pair.from * b.length + pair.to;
  const ofTitles = new Map(
    similarPairs(fromTitles, toTitles, LEAST_TITLE).map((pair) => [keyOf(pair), pair.score]),
  );
  const pairs = similarPairs(fromWholes, toWholes, LEAST_LOOK).flatMap((pair) => {
    const withTitle = pair.score * (1 - TITLE_SHARE) + (ofTitles.get(keyOf(pair)) ?? 0) * TITLE_SHARE;
    const score = Math.max(pair.score, withTitle);
    return score < least ? [] : [{ ...pair, score }];
  });
  return { from: { contents: a, wholes: fromWholes }, to: { contents: b, wholes: toWholes }, pairs };
}
