import type { DraftOverview, TaskInfo } from '../../../server/src/protocol';
import { shownName } from '../draft-name';
import type { Message } from '../localise';
import { missing } from '../outline/tree';
import type { TableContent, TableRow, Words } from './messages';

type Translate = (message: Message, ...values: (string | number)[]) => string;

/** A row's task and the draft it is of, in the order of the rows. */
export interface RowSource {
  readonly overview: DraftOverview;
  readonly task: TaskInfo;
}

export function rowSources(overviews: readonly DraftOverview[]): RowSource[] {
  return overviews.flatMap((overview) => overview.tasks.map((task) => ({ overview, task })));
}

/** The rows of the 任务表 panel. */
export function tableContent(
  sources: readonly RowSource[],
  { title, all }: Pick<TableContent, 'title' | 'all'>,
  t: Translate,
): TableContent {
  return { title, all, rows: sources.map((source, index) => row(source, index, t)), words: words(t) };
}

function row({ overview, task }: RowSource, index: number, t: Translate): TableRow {
  const dates = task.deadlines.flatMap(({ date }) => date ?? []).sort();
  const { target, unit, deadline } = task.complete;
  const gaps = missing(task, t);
  return {
    index,
    plan: shownName(overview),
    marker: task.marker,
    title: task.title,
    section: task.path.join(' › '),
    cells: task.cells,
    frequency: [...new Set(task.frequencies.map(({ text }) => text))].join('；'),
    due: dates.at(-1) ?? (deadline ? '9998' : '9999'),
    state: gaps.length === 0 ? t('完整') : t('缺{0}', gaps.join(t('、'))),
    lacks: { target: !target, unit: !unit, deadline: !deadline },
  };
}

function words(t: Translate): Words {
  return {
    plan: t('稿件'),
    number: t('序号'),
    title: t('任务'),
    target: t('目标'),
    lead: t('牵头单位'),
    unit: t('责任单位'),
    support: t('配合单位'),
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
    scopeLabel: t('显示哪些稿件'),
    current: t('本稿'),
    all: t('全部稿件'),
    export: t('导出台账…'),
    lacking: t('缺'),
    empty: t('这份稿件里还没有任务。'),
    nothing: t('没有符合条件的任务。'),
    shown: t('显示 {0} 项，共 {1} 项'),
    hint: t(
      '方向键选格；目标、单位、时限一格双击或按回车可以直接改，改的就是稿件里的文字，Ctrl+Z 撤销；在序号、任务上双击或按回车转到稿件。单击表头排序。',
    ),
  };
}
