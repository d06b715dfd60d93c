import { TaskIndex, TaskSpace } from '../comparison/rate-tasks';
import type { LikeText } from '../comparison/similarity';
import { contentOf } from '../comparison/task-content';
import type { Draft, Task } from '../dialect/model';
import { PerDraft } from '../dialect/reread/per-draft';
import { remember } from '../dialect/remember';

/** A task of a draft that may carry out a superior's. */
export interface Suggestion {
  readonly task: Task;
  /** How alike the two are, from 0 to 1. */
  readonly likeness: number;
}

/**
 * Two levels of government say one thing in other words: so little likeness is enough where neither task has a liker
 * one in the other plan. Measured in test/unit/trace/suggestion-figures.test.ts.
 */
const LEAST_LIKENESS = 0.2;
/** So alike a task carries out two items of the superior's, though it is liker to the other one. */
const SURE_LIKENESS = 0.4;

/** For each of a superior's tasks, the likest of the draft, where there is one that means the same. */
export function suggestCarriers(superior: Draft, draft: Draft): ReadonlyMap<Task, Suggestion> {
  const likest = finders.of(superior);
  const best = new Map<number, Suggestion & { readonly isMutual: boolean }>();
  for (const task of draft.tasks) {
    const { title, whole } = contentOf(draft, task);
    const found = likest(`${title}\n${whole}`);
    const top = Math.max(...found.map(({ score }) => score));
    for (const { index, score } of found)
      if (score > (best.get(index)?.likeness ?? 0))
        best.set(index, { task, likeness: score, isMutual: score === top });
  }
  return new Map(
    [...best].flatMap(([index, { task, likeness, isMutual }]) =>
      isMutual || likeness >= SURE_LIKENESS
        ? [[superior.tasks[index] as Task, { task, likeness }] as const]
        : [],
    ),
  );
}

/** Asked with a task's title and its text in a line below: the superior's tasks that are like it. */
type Likest = (content: string) => readonly LikeText[];

const finders = new PerDraft(likestIn);

/**
 * Of a superior's plan once and for all, and of each text once: a keystroke changes one task of many. What is rare is
 * told by the superior's plan alone, so that a task's likeness does not hang on the tasks around it.
 */
function likestIn(superior: Draft): Likest {
  const contents = superior.tasks.map((task) => contentOf(superior, task));
  const space = new TaskSpace(contents);
  const index = new TaskIndex(contents.map((content) => space.vectorsOf(content)));
  return remember((content): readonly LikeText[] => {
    const end = content.indexOf('\n');
    const task = { title: content.slice(0, end), whole: content.slice(end + 1) };
    return index.likest(space.vectorsOf(task), LEAST_LIKENESS);
  });
}
