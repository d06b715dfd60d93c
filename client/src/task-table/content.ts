import type { DraftOverview, Place, TaskInfo } from '../../../server/src/protocol';
import type { Message } from '../localise';
import { missing } from '../outline/tree';
import type { TableContent, TableRow, Words } from './messages';

type Translate = (message: Message, ...values: (string | number)[]) => string;

/** The rows of the 任务表 panel. */
export function tableContent(overview: DraftOverview, name: string, t: Translate): TableContent {
  return {
    title: overview.title ?? name,
    rows: overview.tasks.map((task, index) => row(task, index, t)),
    words: words(t),
  };
}

function row(task: TaskInfo, index: number, t: Translate): TableRow {
  const dates = task.deadlines.flatMap(({ date }) => date ?? []).sort();
  const { target, unit, deadline } = task.complete;
  const gaps = missing(task, t);
  return {
    index,
    number: task.number,
    marker: task.marker,
    title: task.title,
    section: task.path.join(' › '),
    target: texts(task.targets, '；'),
    leads: texts(task.leads),
    others: texts([...task.units, ...task.supports, ...task.collectives]),
    deadline: texts([...task.deadlines, ...task.frequencies], '；'),
    due: dates.at(-1) ?? (deadline ? '9998' : '9999'),
    state: gaps.length === 0 ? t('完整') : t('缺{0}', gaps.join(t('、'))),
    lacks: { target: !target, unit: !unit, deadline: !deadline },
  };
}

function texts(places: readonly Place[], separator = '、'): string {
  return [...new Set(places.map(({ text }) => text))].join(separator);
}

function words(t: Translate): Words {
  return {
    number: t('序号'),
    title: t('任务'),
    target: t('目标'),
    leads: t('牵头单位'),
    others: t('责任、配合单位'),
    deadline: t('完成时限'),
    state: t('状态'),
    search: t('搜索任务、单位、目标……'),
    filterLabel: t('显示哪些任务'),
    filters: {
      all: t('全部任务'),
      complete: t('完整的'),
      'missing-target': t('缺目标'),
      'missing-unit': t('缺责任单位'),
      'missing-deadline': t('缺完成时限'),
    },
    empty: t('这份稿件里还没有任务。'),
    nothing: t('没有符合条件的任务。'),
    shown: t('显示 {0} 项，共 {1} 项'),
    hint: t('单击表头排序；用上下方向键选行，按回车转到稿件中的这一项。'),
  };
}
