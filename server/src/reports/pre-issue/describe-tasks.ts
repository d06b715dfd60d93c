import type { TaskSummary } from '../../dialect/summary';

/** One sentence, without its full stop, on the tasks of a draft and what they lack. */
export function describeTasks({ tasks, complete, missing }: TaskSummary): string {
  if (tasks === 0) return '没有识别出任务';
  return `任务 ${tasks} 项，要素齐全 ${complete} 项；缺目标 ${missing.target}、缺责任单位 ${missing.unit}、缺完成时限 ${missing.deadline}`;
}
