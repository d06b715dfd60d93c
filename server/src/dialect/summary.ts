import type { Task } from './model';

export type RequiredField = 'target' | 'unit' | 'deadline';

/** Counts over tasks: how many state everything, and how many lack each field. */
export interface TaskSummary {
  readonly tasks: number;
  readonly complete: number;
  readonly missing: Readonly<Record<RequiredField, number>>;
}

const REQUIRED_FIELDS: readonly RequiredField[] = ['target', 'unit', 'deadline'];

/** The fields a task states neither in its text nor in a linked row, in the order people name them. */
export function missingFields(task: Task): RequiredField[] {
  return REQUIRED_FIELDS.filter((field) => !task.complete[field]);
}

export function summariseTasks(tasks: readonly Task[]): TaskSummary {
  const missing = { target: 0, unit: 0, deadline: 0 };
  let complete = 0;
  for (const task of tasks) {
    const fields = missingFields(task);
    if (fields.length === 0) complete++;
    for (const field of fields) missing[field]++;
  }
  return { tasks: tasks.length, complete, missing };
}
