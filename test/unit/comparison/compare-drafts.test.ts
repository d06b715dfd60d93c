import assert from 'node:assert/strict';
import { compareDrafts, type Comparison } from '../../../server/src/comparison/compare-drafts';
import { readDraft } from '../../../server/src/dialect/draft';
import type { Draft, Task } from '../../../server/src/dialect/model';
import { registryOf } from '../../support/registries';

const ROADS =
  '整治农村道路隐患。实施村道防护工程90公里，改造急弯陡坡12处。〔牵头单位：县交通运输局；责任单位：县公安局；完成时限：2026年6月底前〕';
const PIPES =
  '更新老旧燃气管道。分片区推进灰口铸铁管道改造，落实施工期间临时供气。〔牵头单位：县住房城乡建设局；完成时限：2026年9月底前〕';
const BUSES =
  '强化校车管理。逐车建立动态监控档案，严查超员超速。〔牵头单位：县教育局；完成时限：2026年3月底前〕';
const SUPPLIES = '储备应急物资。储备帐篷、棉被、发电机，满足转移安置需要。〔牵头单位：县应急管理局〕';
const DRILLS = '修订应急预案。组织综合演练，检验预警叫应。〔牵头单位：县应急管理局；配合单位：县气象局〕';

describe('comparison of drafts by task', () => {
  it('finds nothing in a draft compared with itself', () => {
    const draft = plan([ROADS, PIPES], [BUSES, SUPPLIES]);
    assert.deepEqual(summary(compareDrafts(readDraft(draft), readDraft(draft))), NOTHING);
  });

  it('says nothing of tasks that are only renumbered', () => {
    const result = compare(plan([ROADS, PIPES, BUSES]), plan([DRILLS, ROADS, PIPES, BUSES]));
    assert.deepEqual(summary(result), { ...NOTHING, added: ['修订应急预案'] });
  });

  it('lists what was added and what was dropped', () => {
    const result = compare(plan([ROADS, PIPES], [BUSES]), plan([ROADS], [BUSES, SUPPLIES]));
    assert.deepEqual(summary(result), { ...NOTHING, added: ['储备应急物资'], dropped: ['更新老旧燃气管道'] });
  });

  it('finds a task again in another chapter, though it was reworded on the way', () => {
    const reworded = BUSES.replace('逐车建立动态监控档案', '逐车健全动态监控台账');
    const result = compare(plan([ROADS, BUSES], [PIPES]), plan([ROADS], [PIPES, reworded]));
    assert.deepEqual(summary(result), {
      ...NOTHING,
      moved: ['强化校车管理 section'],
      changed: ['强化校车管理: wording'],
    });
  });

  it('reports one task that changed its order as moved, not those it passed', () => {
    const result = compare(plan([ROADS, PIPES, BUSES, SUPPLIES]), plan([SUPPLIES, ROADS, PIPES, BUSES]));
    assert.deepEqual(summary(result), { ...NOTHING, moved: ['储备应急物资 order'] });
  });

  it('does not take new sections within a chapter for moves', () => {
    const flat = '# 2026年工作要点\n\n一、重点任务\n\n1．' + [ROADS, PIPES].join('\n\n2．');
    const divided = flat.replace('1．', '（一）道路领域\n\n1．').replace('2．', '（二）燃气领域\n\n2．');
    assert.deepEqual(summary(compare(flat, divided)), NOTHING);
  });

  it('does not take a retitled chapter for another one', () => {
    const old = plan([ROADS, PIPES], [BUSES]);
    assert.deepEqual(summary(compare(old, old.replace('第1类任务', '强化风险源头治理'))), NOTHING);
  });

  it('tells a task that was split by its parts', () => {
    const parts = [
      '更新老旧燃气管道。分片区推进灰口铸铁管道改造。〔牵头单位：县住房城乡建设局；完成时限：2026年9月底前〕',
      '落实临时供气。落实施工期间临时供气。〔牵头单位：县住房城乡建设局；完成时限：2026年9月底前〕',
    ];
    const result = compare(plan([ROADS, PIPES]), plan([ROADS, ...parts]));
    assert.deepEqual(
      result.splits.map(({ old, parts }) => [old.title, ...titles(parts)]),
      [['更新老旧燃气管道', '更新老旧燃气管道', '落实临时供气']],
    );
    assert.deepEqual([titles(result.added), titles(result.dropped)], [[], []]);
  });

  it('tells tasks that were merged by what they became', () => {
    const merged =
      '储备应急物资和修订应急预案。储备帐篷、棉被、发电机，满足转移安置需要。组织综合演练，检验预警叫应。〔牵头单位：县应急管理局〕';
    const result = compare(plan([ROADS, SUPPLIES, DRILLS]), plan([ROADS, merged]));
    assert.deepEqual(
      result.merges.map((merge) => [...titles(merge.parts), merge.new.title]),
      [['储备应急物资', '修订应急预案', '储备应急物资和修订应急预案']],
    );
    assert.deepEqual([titles(result.added), titles(result.dropped)], [[], []]);
  });

  it('says from what to what the fields of a task changed, and keeps quiet of the others', () => {
    const edited = ROADS.replace('90公里', '120公里')
      .replace('县公安局', '县公安局、县城市管理局')
      .replace('6月底前', '8月底前');
    const [change] = compare(plan([ROADS, PIPES]), plan([edited, PIPES])).changed;
    assert.deepEqual(change?.fields, {
      targets: {
        from: ['实施村道防护工程90公里', '改造急弯陡坡12处'],
        to: ['实施村道防护工程120公里', '改造急弯陡坡12处'],
      },
      units: { from: ['县交通运输局', '县公安局'], to: ['县交通运输局', '县公安局', '县城市管理局'] },
      deadlines: { from: ['2026年6月底前'], to: ['2026年8月底前'] },
    });
  });

  it('tells a new title and a new wording word by word', () => {
    const edited = BUSES.replace('强化校车管理', '严格校车管理').replace('严查超员超速', '严查超员、超速');
    const [change] = compare(plan([BUSES, PIPES]), plan([edited, PIPES])).changed;
    assert.deepEqual(change?.fields.title?.words, [
      { kind: 'delete', text: '强化' },
      { kind: 'insert', text: '严格' },
      { kind: 'equal', text: '校车管理' },
    ]);
    assert.equal(change?.fields.wording?.from, '逐车建立动态监控档案，严查超员超速。');
    assert.equal(change?.fields.wording?.to, '逐车建立动态监控档案，严查超员、超速。');
  });

  it('tells a clause in which only the order changed', () => {
    const clause = '〔责任单位：县教育局、县公安局〕';
    const turned = '〔责任单位：县公安局、县教育局〕';
    const [change] = compare(plan([`强化校车管理。${clause}`]), plan([`强化校车管理。${turned}`])).changed;
    assert.deepEqual(change?.fields, {
      clauses: { from: [clause.slice(1, -1)], to: [turned.slice(1, -1)] },
    });
  });

  it('tells what changed in the row of an attached table', () => {
    const table = (unit: string): string =>
      `\n附件1\n\n责任分解表\n\n| 序号 | 名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 强化校车管理 | ${unit} |\n`;
    const old = plan([BUSES, PIPES]) + table('县公安局');
    const [change] = compare(old, plan([BUSES, PIPES]) + table('县交通运输局')).changed;
    assert.deepEqual(change?.fields, {
      rows: { from: ['强化校车管理；县公安局'], to: ['强化校车管理；县交通运输局'] },
    });
  });

  it('does not see white space, nor the numbers of sub-points', () => {
    const old = plan(['强化校车管理。\n（1）建立档案；\n（2）严查超速。', PIPES]);
    const current = plan(['强化校车管理。\n\n（2）建立档案；\n\n（3）严查超速。', PIPES]);
    assert.deepEqual(summary(compare(old, current)), NOTHING);
  });

  it('takes the rows of a table for tasks where a draft states its tasks there', () => {
    const division = (...rows: string[]): string =>
      [
        '# 2026年重点任务责任分工方案',
        '附件',
        '责任分工表',
        ['| 序号 | 任务 | 牵头单位 | 完成时限 |', '| --- | --- | --- | --- |', ...rows].join('\n'),
      ].join('\n\n') + '\n';
    const roads = '整治农村道路隐患 | 县交通运输局 | 6月底前 |';
    const pipes = '更新老旧燃气管道 | 县住房城乡建设局 | 9月底前 |';
    const buses = '强化校车管理 | 县教育局 | 3月底前 |';
    const result = compare(
      division(`| 1 | ${roads}`, `| 2 | ${pipes}`),
      division(`| 1 | ${buses}`, `| 2 | ${roads.replace('6月', '8月')}`),
    );
    assert.deepEqual(summary(result), {
      ...NOTHING,
      added: ['强化校车管理'],
      dropped: ['更新老旧燃气管道'],
      changed: ['整治农村道路隐患: deadlines'],
    });
  });

  it('does not take the rows of a table beside a full text for tasks', () => {
    const table =
      '\n附件1\n\n责任分解表\n\n| 序号 | 名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 河道采砂 | 县水利局 |\n';
    const old = plan([ROADS, PIPES]);
    assert.deepEqual(summary(compare(old, old + table)), NOTHING);
  });

  it('keeps the order of tasks of one and the same text', () => {
    const same = Array.from({ length: 30 }, () => '加强值班值守。严格落实制度。');
    const result = compare(plan(same), plan(same.slice(0, 20)));
    assert.deepEqual(result.moved, []);
    assert.equal(result.dropped.length, 10);
  });

  it('takes two names of one unit for no change, by the registry, in clauses and in prose', () => {
    const registry = registryOf(
      '区划前缀: 云溪县\n单位:\n  - 全称: 县教育局\n    简称: [县教委]\n    曾用名:\n      - 名称: 县教育委员会\n        至: 2024-05-01\n  - 全称: 县财政局\n',
    );
    const named = (unit: string, prose: string): string =>
      plan([`办好学校。由${prose}牵头新建学校2所。〔责任单位：${unit}、县财政局；完成时限：2026年6月底前〕`]);
    const same = [named('县教委', '县教委'), named('县教育局', '县教育局')] as const;
    const drafts = same.map((text) => readDraft(text)) as [Draft, Draft];
    assert.deepEqual(summary(compareDrafts(...drafts, registry)), NOTHING);
    assert.notDeepEqual(summary(compareDrafts(...drafts)), NOTHING);
    const other = readDraft(named('县民政局', '县教育局'));
    assert.match(summary(compareDrafts(drafts[0], other, registry)).changed[0] ?? '', /^办好学校: .*units/);
    const [row, rowNow] = ['县教委', '县教育局'].map((unit) =>
      readDraft(
        `${plan([ROADS])}\n附件1\n\n责任分解表\n\n| 序号 | 名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 整治农村道路隐患 | ${unit} |\n`,
      ),
    ) as [Draft, Draft];
    assert.deepEqual(summary(compareDrafts(row, rowNow, registry)), NOTHING);
  });

  it('takes drafts without any task', () => {
    assert.deepEqual(summary(compare('', '')), NOTHING);
    assert.deepEqual(summary(compare('', plan([ROADS]))), { ...NOTHING, added: ['整治农村道路隐患'] });
  });
});

const NOTHING = { added: [], dropped: [], moved: [], changed: [] };

function compare(old: string, current: string): Comparison {
  return compareDrafts(readDraft(old), readDraft(current));
}

function titles(tasks: readonly Task[]): string[] {
  return tasks.map(({ title }) => title);
}

function summary({ added, dropped, moved, changed }: Comparison): Record<keyof typeof NOTHING, string[]> {
  return {
    added: titles(added),
    dropped: titles(dropped),
    moved: moved.map((move) => `${move.old.title} ${move.because}`),
    changed: changed.map(({ old, fields }) => `${old.title}: ${Object.keys(fields).join(' ')}`),
  };
}

/** A plan with a chapter for each list of tasks; tasks count through. */
function plan(...chapters: readonly (readonly string[])[]): string {
  const numerals = ['一', '二', '三'];
  let number = 0;
  const lines = chapters.flatMap((tasks, i) => [
    `${numerals[i]}、第${i + 1}类任务`,
    ...tasks.map((task) => `${++number}．${task}`),
  ]);
  return ['# 2026年云溪县工作要点', ...lines].join('\n\n') + '\n';
}
