import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { compareDrafts } from '../../../server/src/dialect/compare-drafts';
import { readDraft } from '../../../server/src/dialect/draft';
import { createFieldReader, type FieldReader } from '../../../server/src/dialect/field-reader';
import type { Draft, Item, Range } from '../../../server/src/dialect/model';
import { parseTree } from '../../../server/src/dialect/parse-tree';
import { forgetAll } from '../../../server/src/dialect/remember';
import { LastVersions } from '../../../server/src/dialect/reread/last-versions';
import { wholeReadingOf } from '../../../server/src/dialect/reread/reread-draft';
import { mentionAt, mentionsOf, namedUnits } from '../../../server/src/registry/mentions';
import type { Registry } from '../../../server/src/registry/registry';
import { FindingMemory } from '../../../server/src/rules/finding-memory';
import { runRules } from '../../../server/src/rules/run-rules';
import { generatePlan, generateUnitRegistry } from '../../bench/plans';
import { INVENTED_DRAFT } from '../../support/invented-draft';
import { registryOf } from '../../support/registries';

const samples = path.join(import.meta.dirname, '../../../samples');
/** Sections that say for all their tasks who carries them out. */
const SECTIONS_STATE = [
  '# 青岚县2026年工作要点\n',
  '一、抓好农业（责任单位：县农业农村局；完成时限：年底前）\n',
  '1．种粮2万亩。',
  '2．养猪。（县畜牧中心）\n',
  '二、抓好工业\n',
  '（县工信局牵头，各镇配合）',
  '（一）项目。县发改局要抓好项目。\n',
  '1．新建厂房3处。',
  '2．改造厂房。',
  '（二）园区。（县园区办）',
].join('\n');
/** Goals that are tasks as units are named for them, and rows that only head others. */
const GOALS_AND_GROUPS = [
  '# 青岚县2026年重点任务\n',
  '一、主要目标\n',
  '1．粮食增产2%。\n责任单位：县农业农村局',
  '2．生猪出栏10万头。（责任单位：县畜牧中心）',
  '3．农民增收。',
  '二、重点工作，全面推进农业农村现代化和乡村建设各项任务落地\n',
  '县农业农村局统筹全县工作，每季度调度。',
  '1．种粮2万亩。\n附件1\n\n任务表\n',
  '| 序号 | 任务 | 责任单位 |',
  '| --- | --- | --- |',
  '| 一、种植 | | |',
  '| 1 | 种粮 | 县农业农村局 |',
  '| 二、养殖 | | |',
  '| 2 | 养猪 | 县畜牧中心 |',
].join('\n');
/** Lines that mean what they do by others: what is said of several tasks, marks that begin tasks, a head of two rows. */
const BY_OTHERS = [
  '# 青岚县2026年重点任务\n',
  '一、抓项目（责任单位：县发改局）\n',
  '1．新建厂房3处。',
  '2．改造厂房。（县工信局）',
  '以上两项由县住建局牵头，9月底前完成。',
  '二、管城市\n',
  '●规范经营。设疏导点6处。（责任单位：县城管局）',
  '●整治广告。拆除20块。（县城管局、县交通局）',
  '1．规范停车\n',
  '•划定泊位300个。\n责任单位：县公安局、县城管局\n',
  '•建立平台。\n完成时限：6月底前\n责任单位：县大数据局',
  '（一）治污水\n',
  '1．改造管网。建3公里。',
  '2．责任单位。县住建局、县水利局。',
  '3．完成时间：9月底前\n',
  '三、惠民生\n',
  '任务一：办学\n责任单位：县教育局',
  '任务二：就医。新建1所。（县卫健局）\n',
  '四、强基层\n',
  '- 建站3处。（县民政局）',
  '- 育人20名。\n  - 责任单位：县人社局\n',
  '（一）健康\n',
  '1．主要目标。达标率95%。',
  '2．重点举措。建2处。（县卫健局）',
  '（二）平安\n',
  '1．主要目标。零事故。',
  '2．重点举措。巡查12次。（县公安局）\n',
  '（三）城管\n',
  '①修路2公里。责任科室：城建办',
  '②建站3个。责任科室：城管办\n',
  '（四）供水\n',
  '| 序号 | 任务 | 责任单位 |',
  '| --- | --- | --- |',
  '| 1 | 建厂1座 | 县水利局 |\n',
  '五、抓落实。每月调度。\n附件1\n\n任务表\n',
  '| 序号 | 任务 | 责任单位 | | 时限 |',
  '| --- | --- | --- | --- | --- |',
  '| | | 牵头单位 | 配合单位 | |',
  '| 1 | 办学 | 县教育局 | 县财政局 | 9月 |',
  '| 2 | 就医 | 县卫健局 | 各镇 | 年底 |',
].join('\n');
/** What its rows state is compared with what the tasks state, by what the head says. */
const TABLE_OF_TASKS = [
  '# 青岚县2026年工作要点\n',
  '一、重点任务\n',
  '1．种粮。完成2万亩。〔责任单位：县农业农村局；完成时限：6月底前〕',
  '2．养猪。完成3万头。〔牵头单位：县畜牧中心；责任单位：县财政局；完成时限：6月底前〕\n附件\n\n任务表\n',
  '| 序号 | 任务名称 | 牵头单位 | 责任单位 | 完成时限 |',
  '| --- | --- | --- | --- | --- |',
  '| 1 | 种粮 | 县水利局 | 县财政局 | 2024年6月 |',
  '| 2 | 养猪 | 县财政局 | 县畜牧中心、县农业农村局 | 年底前 |',
].join('\n');
/** With one task more or less like the others, other tasks have findings, or none. */
const MANNERS_IN_BALANCE = [
  '# 青岚县2026年工作要点\n',
  '一、重点任务\n',
  '1．种粮2万亩。〔牵头单位：县农业农村局；责任单位：县水利局；完成时限：6月底前〕',
  '2．养猪3万头。〔牵头单位：县畜牧中心；责任单位：县财政局；完成时限：6月底前〕',
  '3．新建厂房3处。〔牵头单位：县工信局；责任单位：县财政局；完成时限：年底前〕',
  '4．改造老旧厂房。〔责任单位：县工信局、县财政局。〕',
  '5．办好园区。县园区办牵头，县财政局配合。',
  '6．修路10公里。（责任单位:县交通局,县财政局）',
  '7．植树5万株。〔牵头单位：县林业局；责任单位：县财政局；完成时限：年底前〕',
].join('\n');
const CHANGES_OF_MANNER: readonly (readonly [string, string])[] = [
  ['；责任单位', ',责任单位'],
  ['〔牵头单位：县工信局', '〔责任单位：县工信局'],
  ['〔牵头单位：县林业局；责任单位：县财政局；完成时限：年底前〕', '县林业局牵头，县财政局配合。'],
  ['；完成时限：6月底前', ''],
  ['（责任单位:县交通局,县财政局）', '〔责任单位：县交通局、县财政局。〕'],
  ['新建厂房3处', '新建厂房'],
  ['7．植树5万株。', '7．植树5万株。\n8．种草。\n9．种花。\n'],
];
/** Plans with a notice above them, as published: its text, signature and date, and the plan as its attachment. */
const NOTICES = [
  [
    '首页 > 政务公开\n发布日期：2026-02-11\n\n云溪县人民政府关于印发2026年重点工作要点的通知\n',
    '云溪府发〔2026〕3号\n\n各乡镇人民政府，县政府各部门：\n',
    '现将《2026年重点工作要点》印发给你们，请认真组织实施。\n',
    '云溪县人民政府\n2026年2月10日\n\n2026年重点工作要点\n',
    '为做好2026年全县重点工作，制定本要点。\n',
  ],
  ['# 2026年云溪县工作要点\n', '各乡镇人民政府：\n', '一是抓好农业。\n', '抓好以下工作：\n'],
  ['云溪县教育局\n\n2026年工作要点\n'],
].map(
  (head) =>
    `${head.join('\n')}\n${generatePlan(3000)
      .replace(/^[^]*?(?=\n二、)/u, '')
      .trimStart()}\n\n云溪县教育局\n2026年2月10日\n`,
);
const drafts = [
  INVENTED_DRAFT,
  SECTIONS_STATE,
  INVENTED_DRAFT.replaceAll('\n', '\r\n'),
  generatePlan(5000),
  generatePlan(2500).replaceAll('\n', '\r\n'),
  `<!-- 要点：忽略全文 text/doubled 试验 -->\n${generatePlan(3000)}\n\`\`\`\n一、不算\n\`\`\`\n`,
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.要点.md'))
    .map((name) => readFileSync(path.join(samples, name), 'utf8')),
];

/** What is typed, pasted and left over: markers, marks that open and close, syntax, line breaks, half characters. */
const PIECES = [
  ...['', '', '', '实', '，', ',', '。', '\n', '\r\n', '\r', '\n\n', ' ', '\u3000', '𠮷', '𠮷'.charAt(0)],
  ...[
    '一、',
    '（二）',
    '3．',
    '①',
    '第一部分 ',
    '〔',
    '〕',
    '（',
    '）',
    '“',
    '《',
    '|',
    '| 1 | 甲 | 完成2处 |',
    '| | | 牵头 | 配合 |',
    '以上2项由县财政局负责。',
    '●',
    '任务一：',
  ],
  ...[
    '```\n',
    '~~~\n',
    '---\n',
    '<!-- ',
    ' -->',
    '<!-- 要点：忽略 text/unbalanced 试验 -->\n',
    '> ',
    '- ',
    '# ',
  ],
  ...[
    '〔责任单位：县教育局；完成时限：6月底前〕',
    '县教育局牵头，县公安局配合',
    '覆盖率达100%',
    '年度: 2027\n',
  ],
  ...['附件1\n\n', '一是抓好。二是抓实。四是抓细。', '一、新章\n\n1．新任务。达标率95%。\n\n2．又一项。\n'],
];

/** What is typed within paragraphs, or deleted there. */
const TYPED = [
  ...[
    '',
    '',
    '实',
    '好',
    '的',
    '县',
    '局',
    '、',
    '，',
    '。',
    '；',
    '：',
    ',',
    ';',
    ':',
    '"',
    "'",
    '6',
    '2026年',
    '%',
  ],
  ...[
    '“',
    '”',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '〔',
    '〕',
    ' ',
    '\u3000',
    '\u200b',
    'X',
    '*',
    '_',
    '-',
    '1.',
    '&nbsp;',
  ],
  ...[
    '一是',
    '二是',
    '三是',
    '责任单位：',
    '完成时限：6月底前',
    '牵头',
    '县财政局',
    '完工',
    '印发',
    '附件',
    '尽快',
    '𠮷',
  ],
];

const anEdit = {
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: fc.constantFrom(...PIECES),
  // What was read several versions ago counts as much as what was read in the last one.
  compare: fc.boolean(),
};
const edit = fc.record(anEdit);

/** What is pasted between lines, and what somebody types there first. */
const LINES = [
  ...['', '\n', '\r\n', '为此通知如下。\n\n', '各乡镇人民政府：\n', '```\n', '<!-- ', '---\n', '附件1\n\n'],
  ...[
    '、余下部分另行通知，\n',
    '一是抓好。二是抓实。四是抓细。\n',
    '| 1 | 甲 | 完成2处 |\n',
    '二、\n',
    '（一）新的一节\n',
  ],
  '9．推进公开。公开率达到100%。〔牵头单位：县司法局；责任单位：县财政局；完成时限：2026年6月底前〕\n\n',
  '十、新章\n\n1．新任务。达标率95%。\n\n2．又一项。由县教育局牵头，县公安局配合。\n\n',
  '<!-- 要点：非任务 -->\n',
  '# 2027年工作要点\n',
];

/** Lines of text that are pasted into an item's own. */
const OF_TEXT = [
  '要压实责任，确保完成。\n',
  '\n一是抓好。二是抓实。\n',
  '\n二是抓实。\n三是抓细。\n',
  '\n重点做好以下工作：\n',
  '由县教育局牵头，县公安局配合。\n',
  '\n（责任单位：县财政局；完成时限：6月底前）\n',
  '\n建成2处\n\n\n覆盖率达100%，\n',
];

/** What stands above a plan's first item, or what somebody writes there. */
const OF_HEAD = [
  ...['', '', '\n', '\n\n', '实', '。', '好。\n\n', '为此通知如下。\n\n', '压实责任，完成率达100%；\n\n'],
  ...['各乡镇人民政府，县政府各部门：\n\n', '云溪县人民政府\n', '2026年2月10日\n', '云溪府发〔2026〕4号\n\n'],
  ...[
    '（此件公开发布）\n\n',
    '发布日期：2026-02-11\n',
    '首页 > 政务公开 > 计划\n',
    '附件：任务表\n',
    '- 2 -\n',
  ],
  ...[
    '一般来说，\n\n',
    '二、\n\n',
    '1．先。\n',
    '一是抓好。二是抓实。四是抓细。\n\n',
    '序号\n',
    '| 甲 | 乙 |\n',
  ],
  ...[
    '> ',
    '- ',
    '    ',
    '```\n',
    '<!-- ',
    '<div>\n',
    '---\n',
    '# ',
    '2027年工作要点\n',
    '（2026年）\n',
    '抄送：县委办\n',
  ],
  ...['云溪县人民政府关于印发2026年工作要点的通知\n\n', '现将要点印发给你们。\n\n', '[一]: /二\n', '縣'],
];

/** What of a draft is typed in. */
const PLACES: Readonly<Record<string, (draft: Draft) => readonly Range[]>> = {
  paragraphs: ({ outline }) => outline.flatMap(({ paragraphs }) => paragraphs.map(({ range }) => range)),
  titles: ({ outline }) => outline.map(({ titleRange }) => titleRange),
  cells: ({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ range }) => range))),
  'titles and cells of one name': ({ tasks, tables }) => [
    ...tasks.map(({ item }) => item.titleRange),
    ...tables.flatMap(({ rows }) => rows.flatMap(({ nameCell }) => nameCell?.range ?? [])),
  ],
};

describe('A draft read again after each edit', () => {
  const registry = registryOf(generateUnitRegistry());
  const fresh = () => registryOf(generateUnitRegistry());

  /** That a draft is read, edited, taken back and edited again as it is read from nothing each time. */
  function holdsThereAndBack(draft: string, was: string, is: string): void {
    const kept = keepAll(registry);
    const edited = draft.replace(was, is);
    assert.notEqual(edited, draft);
    for (const text of [draft, edited, draft, edited])
      assert.deepEqual(look(text, kept), look(text, { registry: fresh() }));
  }

  it('is the draft, and has the findings, that reading it from nothing gives', function () {
    this.timeout(0);
    const sequence = fc.array(edit, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...drafts, BY_OTHERS, TABLE_OF_TASKS), sequence, (draft, edits) => {
        const kept = keepAll(registry);
        let text = draft;
        look(text, kept);
        for (const { at, length, text: piece, compare } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + piece + text.slice(start + length);
          const incremental = look(text, kept);
          if (!compare) continue;
          forgetAll();
          assert.deepEqual(incremental, look(text, { registry: fresh() }));
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
  });

  it('has those findings where single characters are typed around what tasks state', function () {
    this.timeout(0);
    const around = fc.record({
      statement: fc.nat(),
      by: fc.integer({ min: -2, max: 2 }),
      text: fc.constantFrom('', '好', '、', '，', '。', ' ', '县', '等', '〕', '6', '：'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts, BY_OTHERS),
        fc.array(around, { minLength: 4, maxLength: 8 }),
        (draft, edits) => {
          const kept = keepAll(registry);
          let text = draft;
          look(text, kept);
          for (const { statement, by, text: piece } of edits) {
            const edges = edgesOfStatements(text);
            const at = Math.max(0, (edges[statement % edges.length] as number) + by);
            text = text.slice(0, at) + piece + text.slice(at + (piece === '' ? 1 : 0));
            assert.deepEqual(look(text, kept), look(text, { registry: fresh() }));
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    );
  });

  for (const [was, is] of [
    ['一、主要目标', '一、总体要求'],
    ['责任单位：县农业农村局', '由县农业农村局负责'],
    ['（责任单位：县畜牧中心）', '（责任单位县畜牧中心）'],
    ['3．农民增收。', '3．农民增收。责任单位：县人社局'],
    ['建设各项任务落地', '建设。各项任务落地'],
    ['| 一、种植 | | |', '| 一、种植 | 种粮 | |'],
    ['| 1 | 种粮 | 县农业农村局 |', '| 一、粮食 | | |'],
    ['| 二、养殖 | | |', '| 养殖 | | |'],
  ] as const)
    it(`has those findings where “${was}” becomes “${is}”, and back`, () => {
      holdsThereAndBack(GOALS_AND_GROUPS, was, is);
    });

  it('has those findings where what follows a title speaks of several tasks, and back', () => {
    const unstated = SECTIONS_STATE.replace('（责任单位：县农业农村局；完成时限：年底前）', '');
    holdsThereAndBack(unstated, '2．养猪。', '2．养猪。以上2项由县财政局负责。');
  });

  for (const [was, is] of [
    ['2．责任单位。', '2．责任到位。'],
    ['3．完成时间：', '3．完成得早：'],
    ['3．完成时间：9月底前', '3．完成时间'],
    ['1．主要目标。达标', '1．主要指标。达标'],
    ['2．重点举措。巡查', '2．重点抓落实。巡查'],
    ['- 建站3处。（县民政局）', '- 建站3处。'],
    ['- 育人20名', '育人20名'],
    ['  - 责任单位：', '- 责任单位：'],
    ['责任单位：县人社局', '县人社局'],
    ['②建站3个。责任科室：', '②建站3个。'],
    ['（三）城管', '（三）城管（责任科室：城建办）'],
    ['（四）供水\n', '（四）供水\n要求不变。\n'],
    ['（四）供水', '（四）供水。要求不变。'],
    ['| 1 | 建厂', '| 1 建厂'],
  ] as const)
    it(`has those tasks where a point “${was}” becomes “${is}”, and back`, () => {
      holdsThereAndBack(BY_OTHERS, was, is);
    });

  it('has those tasks where points come to be called otherwise one after the other, and one is called as before again', () => {
    const kept = keepAll(registry);
    let text = BY_OTHERS;
    look(text, kept);
    for (const [was, is] of [
      ['1．改造管网。', '1．目标任务。'],
      ['2．责任单位。', '2．责任到位。'],
      ['1．目标任务。', '1．改造管网。'],
    ] as const) {
      text = text.replace(was, is);
      assert.deepEqual(look(text, kept), look(text, { registry: fresh() }));
    }
  });

  for (const [was, is] of [
    ['| 完成时限 |', '| 备注 |'],
    ['| 完成时限 |', '| 工作目标 |'],
    ['| 牵头单位 |', '| 配合单位 |'],
    ['| 牵头单位 | 责任单位 |', '| 责任单位 | 牵头单位 |'],
    ['| 任务名称 |', '| 备注 |'],
  ] as const)
    it(`has those findings where a column “${was}” becomes “${is}”, and back`, () => {
      holdsThereAndBack(TABLE_OF_TASKS, was, is);
    });

  for (const [name, typed] of Object.entries({
    'is indented': ['', '　', '　）', '　”）', '　的”）', '　实的”）'],
    'comes to stand in code': ['种`（', '种`（`', '种`（'],
  }))
    it(`has those findings where a bracket that stands alone ${name}`, () => {
      const kept = keepAll(registry);
      const plan = generatePlan(3000);
      for (const piece of typed) {
        const text = plan.replace(/\n\n(?=每季度)/u, `\n\n${piece}`);
        assert.deepEqual(look(text, kept), look(text, { registry: fresh() }));
      }
    });

  const where = {
    // Most keys follow one another; others are typed somewhere else.
    place: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, fc.nat()),
    at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)),
  };

  for (const [kind, rangesOf] of Object.entries(PLACES))
    it(`has those findings, and is not wholly read again, where ${kind} are typed in`, function () {
      this.timeout(0);
      const key = fc.record({
        ...where,
        length: fc.constantFrom(0, 0, 0, 1, 2, 9),
        text: fc.oneof(fc.constantFrom(...TYPED), fc.constantFrom(...PIECES)),
        compare: fc.boolean(),
      });
      let edited = 0;
      let compared = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...drafts),
          fc.array(key, { minLength: 4, maxLength: 20 }),
          (draft, keys) => {
            const kept = keepAll(registry);
            let text = draft;
            let chosen = 0;
            look(text, kept);
            for (const { place, at, length, text: piece, compare } of keys) {
              const ranges = rangesOf(readDraft(text));
              if (place >= 0) chosen = place;
              const { start, end } = ranges[chosen % ranges.length] ?? { start: 0, end: 0 };
              const from = start + Math.round(at * (end - start));
              text = text.slice(0, from) + piece + text.slice(from + length);
              const incremental = look(text, kept);
              if (ranges.length > 0) compared++;
              if (kept.before && wholeReadingOf(kept.before)) edited++;
              if (compare) assert.deepEqual(incremental, look(text, { registry: fresh() }));
            }
          },
        ),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
      );
      assert.ok(edited > compared / 4, `${edited} of ${compared} versions`);
    });

  it('has those findings, and is not wholly read again, where lines of text are put in, taken out, divided and joined', function () {
    this.timeout(0);
    const key = fc.record({
      ...where,
      edit: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.constantFrom('\n', '\n\n', '\n\u3000\u3000', '实', '。', '县教育局牵头。', 'join'),
        },
        { weight: 3, arbitrary: fc.constantFrom(...OF_TEXT) },
        fc.constantFrom(...LINES, ...PIECES, ...TYPED),
      ),
      takeBack: fc.boolean(),
      compare: fc.boolean(),
    });
    let edited = 0;
    let compared = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts),
        fc.array(key, { minLength: 4, maxLength: 20 }),
        (draft, keys) => {
          const kept = keepAll(registry);
          let text = draft;
          let chosen = 0;
          const see = (version: string, compare: boolean): void => {
            const incremental = look(version, kept);
            compared++;
            if (kept.before && (wholeReadingOf(kept.before)?.map.rewritten.length ?? 0) > 0) edited++;
            if (compare) assert.deepEqual(incremental, look(version, { registry: fresh() }));
          };
          look(text, kept);
          for (const { place, at, edit, takeBack, compare } of keys) {
            if (place >= 0) chosen = place;
            const before = text;
            text = editLines(text, { chosen, at, edit });
            see(text, compare);
            if (takeBack) see((text = before), compare);
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    );
    assert.ok(edited > compared / 8, `${edited} of ${compared} versions`);
  });

  it('has those findings, and is not wholly read again, where lines above the first item are edited', function () {
    this.timeout(0);
    const key = fc.record({
      at: fc.nat(),
      toLine: fc.boolean(),
      length: fc.constantFrom(0, 0, 0, 0, 1, 3, 20),
      text: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            '实',
            '。',
            '好。\n\n',
            '为此通知如下。\n\n',
            '压实责任，率达100%；\n\n',
          ),
        },
        { weight: 3, arbitrary: fc.constantFrom(...OF_HEAD) },
        fc.constantFrom(...TYPED),
      ),
      inText: fc.constantFrom(false, false, false, true),
      takeBack: fc.constantFrom(true, true, true, false),
    });
    let edited = 0;
    let compared = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts, ...NOTICES),
        fc.array(key, { minLength: 3, maxLength: 12 }),
        (draft, keys) => {
          const kept = keepAll(registry);
          const see = (text: string): void => {
            assert.deepEqual(look(text, kept), look(text, { registry: fresh() }));
            compared++;
            if (kept.before && wholeReadingOf(kept.before)?.map.head) edited++;
          };
          let text = draft;
          look(text, kept);
          for (const { at, toLine, length, text: piece, inText, takeBack } of keys) {
            const before = text;
            const { outline, lines, frontMatter } = readDraft(text);
            // Now and then a key below the head follows one in it.
            const end =
              inText && outline[9] ? outline[9].range.end : (outline[0]?.range.start ?? text.length);
            const start = Math.min(end, frontMatter?.range.end ?? 0);
            const offset = start + (at % (end - start + 1));
            const from = toLine ? lines.startOf(lines.lineAt(offset)) : offset;
            text = text.slice(0, from) + piece + text.slice(from + length);
            see(text);
            if (takeBack) see((text = before));
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    );
    assert.ok(edited > compared / 16, `${edited} of ${compared} versions`);
  });

  it('has those findings where lines are put in, taken out, and put back', function () {
    this.timeout(0);
    const change = fc.record({
      line: fc.double({ min: 0, max: 1, noNaN: true }),
      // Lines that are taken out there, or none.
      out: fc.constantFrom(0, 0, 0, 1, 2, 7),
      put: fc.constantFrom(...LINES),
      takeBack: fc.boolean(),
    });
    let compared = 0;
    let [moved, kept, whole] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts),
        fc.array(change, { minLength: 2, maxLength: 6 }),
        (draft, changes) => {
          const memory = keepAll(registry);
          const see = (text: string): void => {
            const { before } = memory;
            assert.deepEqual(look(text, memory), look(text, { registry: fresh() }));
            const edit = before && memory.before && compareDrafts(before, memory.before);
            compared++;
            if (edit === undefined) whole++;
            else if (!edit.parts.has('tasks') && edit.parts.has('lines')) moved++;
            else if (edit.tasks.first + edit.tasks.last > edit.tasks.after / 2) kept++;
          };
          let text = draft;
          look(text, memory);
          for (const { line, out, put, takeBack } of changes) {
            const before = text;
            const lines = text.split(/(?<=\n)/);
            lines.splice(Math.floor(line * lines.length), out, put);
            see((text = lines.join('')));
            if (takeBack) see((text = before));
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    );
    const hits = `of ${compared} versions ${moved} had all tasks elsewhere, ${kept} most of them, ${whole} none`;
    assert.ok(moved > compared / 20 && kept > compared / 20 && whole < compared / 2, hits);
  });

  it('has those findings where edits are taken back and made again, also after others', function () {
    this.timeout(0);
    // Into one of the versions so far, or of what is in the last one.
    const change = fc.record({ ...anEdit, back: fc.constantFrom(0, 0, 1, 1, 2, 3) });
    let [compared, known] = [0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...drafts, BY_OTHERS, TABLE_OF_TASKS),
        fc.array(change, { minLength: 3, maxLength: 12 }),
        (draft, changes) => {
          const kept = keepEarlier(registry);
          const texts = [draft];
          look(draft, kept);
          for (const { at, length, text: piece, compare, back } of changes) {
            const text = texts[Math.max(0, texts.length - back - 1)] as string;
            const start = Math.floor(at * text.length);
            texts.push(back > 0 ? text : text.slice(0, start) + piece + text.slice(start + length));
            if (kept.versions?.earlier?.draft.text === texts.at(-1)) known++;
            const incremental = look(texts.at(-1) as string, kept);
            if (!compare) continue;
            compared++;
            assert.deepEqual(incremental, look(texts.at(-1) as string, { registry: fresh() }));
          }
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40) },
    );
    assert.ok(known > compared / 8, `${known} versions were known, ${compared} compared`);
  });

  it('has those findings where an edit in one task gives the draft another manner', () => {
    const memory = keepAll(registry);
    const see = (text: string): void =>
      assert.deepEqual(look(text, memory), look(text, { registry: fresh() }));
    see(MANNERS_IN_BALANCE);
    for (const [was, is] of CHANGES_OF_MANNER) {
      const changed = MANNERS_IN_BALANCE.replace(was, is);
      assert.notEqual(changed, MANNERS_IN_BALANCE);
      see(changed);
      see(changed.replace('种粮', '多种粮'));
      see(MANNERS_IN_BALANCE);
    }
  });

  it('has the tree that parsing it from nothing gives, whatever was read before', () => {
    for (const text of drafts) {
      forgetAll();
      const alone = parseTree(text);
      look(text, { registry });
      assert.deepEqual(parseTree(text), alone);
    }
  });
});

/** Puts a piece into the own text of one of a draft's items, or joins two lines of it. */
function editLines(text: string, { chosen, at, edit }: { chosen: number; at: number; edit: string }): string {
  const { outline, lines } = readDraft(text);
  const texts = outline.flatMap(({ paragraphs }) => paragraphs.map(({ range }) => range));
  const { start, end } = texts[chosen % texts.length] ?? { start: text.length, end: text.length };
  const from = start + Math.round(at * (end - start));
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (edit !== 'join') return text.slice(0, from) + edit.replaceAll('\n', lineBreak) + text.slice(from);
  const lineEnd = lines.rangeOf(lines.lineAt(from)).end;
  return text.slice(0, lineEnd) + text.slice(lineEnd).replace(/^(?:\r?\n)+/, '');
}

/** Where what tasks state begins and ends; the text's middle where they state nothing. */
function edgesOfStatements(text: string): readonly number[] {
  const edges = readDraft(text).tasks.flatMap(({ fields, item }) =>
    [...fields.units, ...fields.deadlines, ...fields.clauses, { range: item.titleRange }].flatMap(
      ({ range }) => [range.start, range.end],
    ),
  );
  return edges.length > 0 ? edges : [Math.floor(text.length / 2)];
}

/** What is kept from version to version. */
interface Kept {
  readonly registry: Registry;
  readonly fieldReader?: FieldReader;
  readonly memory?: FindingMemory;
  /** Where what is taken back is known again. */
  readonly versions?: LastVersions<{ readonly draft: Draft }>;
  before?: Draft;
}

function keepAll(registry: Registry): Kept {
  return { registry, fieldReader: createFieldReader(), memory: new FindingMemory() };
}

function keepEarlier(registry: Registry): Kept {
  return { ...keepAll(registry), versions: new LastVersions() };
}

/** All that anybody gets to see of a text, as plain data. */
function look(text: string, kept: Kept): unknown {
  const { registry, fieldReader, memory, before, versions } = kept;
  const earlier = versions?.earlier?.draft;
  const draft = readDraft(text, fieldReader ? { fieldReader, before, earlier } : {});
  versions?.keep({ draft });
  kept.before = draft;
  // Repairs that are worked out when they are looked at look the same as others. Rules go first: they see what is read by then.
  const findings: unknown = JSON.parse(JSON.stringify(runRules(draft, { layers: [] }, { registry, memory })));
  const ends = mentionsOf(readDraft(text)).map(({ range }) => range.end);
  const atEnds = ends.map((offset) => mentionAt(draft, offset));
  const names = namedUnits(draft).map(({ written, mentions, isUnit }) => ({ written, mentions, isUnit }));
  const places = new Map<Item | undefined, number>(draft.outline.map((item, index) => [item, index]));
  const tasks = draft.tasks.map(
    ({ item, number, title, line, section, range, fields: stated, rows, complete }) => {
      const { clauses, units, deadlines, frequencies, targets } = stated;
      const fields = { clauses, units, deadlines, frequencies, targets };
      const facts = { number, title, line, range, fields, rows, complete };
      return { ...facts, item: places.get(item), section: places.get(section) };
    },
  );
  const outline = draft.outline.map((item) => {
    const { marker, level, number, title, titleRange, runIn, headingDepth } = item;
    const { line, lineRange, paragraphs, range, isFraming, parent, children } = item;
    return [
      ...[marker, level, number, title, titleRange, runIn, headingDepth],
      ...[line, lineRange, paragraphs, range, isFraming],
      ...[parent, ...children].map((other) => places.get(other)),
    ];
  });
  const attachments = draft.attachments.map(({ items, ...facts }) => {
    return { ...facts, items: items.map(({ title, range }) => ({ title, range })) };
  });
  const { lines, notice, title, directives, furniture, attachmentsListed } = draft;
  const { year, tables, blocks, body, preamble } = draft;
  return {
    findings,
    atEnds,
    names,
    mentions: mentionsOf(draft),
    tasks,
    outline,
    notice,
    title,
    directives,
    furniture,
    attachmentsListed,
    year,
    tables,
    blocks,
    body,
    preamble,
    attachments,
    lines: Array.from({ length: lines.count }, (_, index) => lines.rangeOf(index + 1)),
  };
}
