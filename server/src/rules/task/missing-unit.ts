import { requireField } from '../missing-field';
import type { TaskRule } from '../rule';

/** A task that states no unit, in a draft whose tasks do. */
export const missingUnit: TaskRule = {
  id: 'task/missing-unit',
  summary: '任务没有写责任单位',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  ...requireField({
    field: 'unit',
    name: '责任单位',
    advice: '写明由谁牵头、谁配合',
    adds: 'unit',
  }),
};
