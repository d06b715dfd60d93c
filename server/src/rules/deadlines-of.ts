import type { DeadlineMention, Task } from '../dialect/model';

/** The deadlines that a task states in its text, then those of its rows. */
export function deadlinesOf({ fields, rows }: Task): readonly DeadlineMention[] {
  return rows.length === 0
    ? fields.deadlines
    : [...fields.deadlines, ...rows.flatMap((row) => row.deadlines)];
}
