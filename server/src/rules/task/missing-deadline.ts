import { requireField } from '../missing-field';
import type { TaskRule } from '../rule';

/** A task that states no deadline, in a draft whose tasks do. */
export const missingDeadline: TaskRule = {
  id: 'task/missing-deadline',
  summary: '任务没有写完成时限',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  ...requireField({
    field: 'deadline',
    name: '完成时限',
    advice: '写明何时完成',
    adds: 'deadline',
  }),
};
