import assert from 'node:assert/strict';
import { buildTree, planNode, type TreeNode, type TreeOptions } from '../../../client/src/outline/tree';
import type { DraftOverview, OutlineNode, Place, Range, TaskInfo } from '../../../server/src/protocol';

const at = (line: number, lines = 1): Range => ({
  start: { line, character: 0 },
  end: { line: line + lines - 1, character: 9 },
});
const place = (text: string): Place => ({ text, range: at(0) });

function task(line: number, marker: string, title: string, stated: Partial<TaskInfo> = {}): TaskInfo {
  return {
    number: line,
    marker,
    title,
    range: at(line),
    selectionRange: at(line),
    path: [],
    leads: [],
    units: [],
    supports: [],
    collectives: [],
    deadlines: [],
    frequencies: [],
    targets: [],
    complete: { target: true, unit: true, deadline: true },
    cells: { target: '', lead: '', unit: '', support: '', deadline: '' },
    ...stated,
  };
}

const due = (date: string | null): TaskInfo['deadlines'] => [{ ...place('时限'), date }];
const tasks = [
  task(2, '1．', '修路', {
    leads: [place('县交通运输局')],
    units: [place('县公安局')],
    deadlines: due('2026-06-30'),
  }),
  task(3, '2．', '植树', {
    leads: [place('县林业局')],
    supports: [place('县公安局')],
    deadlines: due(null),
    complete: { target: false, unit: true, deadline: true },
  }),
  task(5, '3．', '巡河', { complete: { target: true, unit: false, deadline: false } }),
];
const node = (
  kind: OutlineNode['kind'],
  label: string,
  line: number,
  more: Partial<OutlineNode> = {},
): OutlineNode => ({
  kind,
  label,
  level: 1,
  range: at(line),
  selectionRange: at(line),
  children: [],
  ...more,
});
const overview: DraftOverview = {
  uri: 'file:///a.要点.md',
  version: 1,
  title: '要点',
  titleRange: null,
  year: 2026,
  summary: { tasks: 3, complete: 1, missing: { target: 1, unit: 1, deadline: 1 } },
  tasks,
  outline: [
    node('chapter', '一、总体要求', 0),
    node('chapter', '二、重点任务', 1, {
      summary: { tasks: 2, complete: 1, missing: { target: 1, unit: 0, deadline: 0 } },
      children: [node('task', '1．修路', 2, { task: 0 }), node('task', '2．植树', 3, { task: 1 })],
    }),
    node('chapter', '三、重点任务', 4, {
      summary: { tasks: 1, complete: 0, missing: { target: 0, unit: 1, deadline: 1 } },
      children: [node('task', '3．巡河', 5, { task: 2 })],
    }),
  ],
};
/** Chinese as it is: the source strings. */
const chinese = (message: string, ...values: (string | number)[]): string =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));

function sketch(options: Partial<TreeOptions> = {}): string[] {
  const draw = (nodes: readonly TreeNode[], indent: string): string[] =>
    nodes.flatMap(({ label, description, children }) => [
      `${indent}${label}${description ? ` [${description}]` : ''}`,
      ...draw(children, `${indent}  `),
    ]);
  return draw(
    buildTree(
      overview,
      { grouping: 'chapter', onlyMissing: false, today: '2026-07-10', ...options },
      chinese,
    ),
    '',
  );
}

describe('the rows of the outline view', () => {
  it('follow the chapters, with counts on chapters and the state of each task in words', () => {
    assert.deepEqual(sketch(), [
      '一、总体要求',
      '二、重点任务 [2项 · 缺1项]',
      '  1．修路 [完整]',
      '  2．植树 [缺目标]',
      '三、重点任务 [1项 · 缺1项]',
      '  3．巡河 [缺责任单位、完成时限]',
    ]);
  });

  it('leave out complete tasks, and chapters without gaps, where only gaps are asked for', () => {
    assert.deepEqual(sketch({ onlyMissing: true }), [
      '二、重点任务 [2项 · 缺1项]',
      '  2．植树 [缺目标]',
      '三、重点任务 [1项 · 缺1项]',
      '  3．巡河 [缺责任单位、完成时限]',
    ]);
  });

  it('group by unit with the most loaded unit first and tasks without a unit last', () => {
    assert.deepEqual(sketch({ grouping: 'unit' }), [
      '县公安局 [2项 · 缺1项]',
      '  1．修路 [完整]',
      '  2．植树 [缺目标]',
      '县交通运输局 [1项 · 完整 · 牵头 1]',
      '  1．修路 [完整]',
      '县林业局 [1项 · 缺1项 · 牵头 1]',
      '  2．植树 [缺目标]',
      '未明确责任单位 [1项 · 缺1项]',
      '  3．巡河 [缺责任单位、完成时限]',
    ]);
  });

  it('group by month of the deadline, and tell apart what is due, undated and without a deadline', () => {
    assert.deepEqual(
      sketch({ grouping: 'deadline' }).filter((line) => !line.startsWith(' ')),
      ['2026年6月 [1项 · 完整 · 已到期]', '时限没有具体日期 [1项 · 缺1项]', '未写完成时限 [1项 · 缺1项]'],
    );
    assert.match(sketch({ grouping: 'deadline', today: '2026-06-30' })[0] ?? '', /1项 · 完整\]$/);
  });

  it('group by what is missing, a task under each thing it lacks', () => {
    assert.deepEqual(
      sketch({ grouping: 'state' }).map((line) => line.split(' [')[0]),
      ['缺目标', '  2．植树', '缺责任单位', '  3．巡河', '缺完成时限', '  3．巡河', '完整', '  1．修路'],
    );
  });

  it('say what can be done with them: what lacks a field can be filled, what stands at its place be moved', () => {
    const flags = (grouping: TreeOptions['grouping']): string[] => {
      const draw = (nodes: readonly TreeNode[]): string[] =>
        nodes.flatMap(({ label, movable, lacks, children }) => [
          `${label} ${movable ? 'movable ' : ''}${lacks.join()}`.trim(),
          ...draw(children),
        ]);
      return draw(buildTree(overview, { grouping, onlyMissing: true, today: '' }, chinese));
    };
    assert.deepEqual(flags('chapter'), [
      '二、重点任务 movable',
      '2．植树 movable target',
      '三、重点任务 movable',
      '3．巡河 movable unit,deadline',
    ]);
    assert.ok(flags('state').every((row) => !row.includes('movable')));
  });

  it('stand under a row of their draft with its counts where there are several', () => {
    const { label, description, kind } = planNode(overview, [], chinese);
    assert.deepEqual([label, description, kind], ['要点', '3项 · 缺2项', 'plan']);
    assert.equal(planNode({ ...overview, title: null }, [], chinese).label, 'a.要点.md');
  });

  it('have ids of their own even where two items have one number and title', () => {
    const twice = { ...overview, outline: [...overview.outline, ...overview.outline] };
    const ids: string[] = [];
    const collect = (nodes: readonly TreeNode[]): void =>
      nodes.forEach(({ id, children }) => (ids.push(id), collect(children)));
    collect(buildTree(twice, { grouping: 'chapter', onlyMissing: false, today: '' }, chinese));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 12);
  });
});
