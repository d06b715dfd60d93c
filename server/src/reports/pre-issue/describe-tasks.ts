import type { TaskSummary } from '../../dialect/summary';
import { t } from '../../localise';

/** One sentence, without its full stop, on the tasks of a draft and what they lack. */
export function describeTasks({ tasks, complete, missing }: TaskSummary): string {
  if (tasks === 0) return t('没有识别出任务');
  return t(
    '任务 {0} 项，要素齐全 {1} 项；缺目标 {2}、缺责任单位 {3}、缺完成时限 {4}',
    tasks,
    complete,
    missing.target,
    missing.unit,
    missing.deadline,
  );
}
