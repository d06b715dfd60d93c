import type { DeadlineMention, Task } from '../dialect/model';

/** The deadlines that a task states in its text, then those of its rows. */
export function deadlinesOf({ fields, rows }: Task): readonly DeadlineMention[] {
  if (rows.every((row) => row.deadlines.length === 0)) return fields.deadlines;
  const all = [...fields.deadlines];
  for (const { deadlines } of rows) for (const deadline of deadlines) all.push(deadline);
  return all;
}
