import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { LAYOUT_SETTINGS } from '../../../../server/src/dialect/layout-settings';
import { paginate } from '../../../../server/src/exporters/document/paginate';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import type {
  DocumentPlan,
  ExportProfile,
  ParagraphPlan,
  TablePlan,
} from '../../../../server/src/exporters/document/plan';
import { DEFAULT_PROFILE, readProfile } from '../../../../server/src/exporters/document/profile';

const HEAD = '文种: 工作要点\n发文机关: 云溪县教育局\n发文字号: 云教发〔2026〕3号\n主送: 各学校';

function profileOf(layout: string, configured: Readonly<Record<string, unknown>> = {}): ExportProfile {
  return readProfile(readDraft(`---\n文种: 工作要点\n${layout}\n---\n`), configured);
}

function planOf(layout: string, body: string): DocumentPlan {
  const draft = readDraft(`---\n${HEAD}\n${layout}\n---\n\n# 云溪县2026年教育工作要点\n\n${body}`);
  return planDocument(draft, readProfile(draft));
}

function paragraphsOf(plan: DocumentPlan): ParagraphPlan[] {
  return plan.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is ParagraphPlan => block.kind === 'paragraph');
}

function textOf(block: ParagraphPlan): string {
  return block.lines.map((line) => line.map(({ text }) => text).join('')).join('／');
}

describe('版式', () => {
  const SAMPLES: Readonly<Record<string, readonly [string, Partial<ExportProfile>]>> = {
    格式: ['信函', { form: 'letter' }],
    字体: ['{小标宋: 甲}', { fonts: { ...DEFAULT_PROFILE.fonts, 小标宋: '甲' } }],
    西文字体: ['Times New Roman', { latinFont: 'Times New Roman' }],
    页码: ['居中', { pageNumbers: 'centre' }],
    页边: ['{上: 34.58, 左: 27}', { margins: { top: 34.58, bottom: 35, left: 27, right: 26 } }],
    印刷: ['单面', { duplex: false }],
    网格: ['通用', { grid: 'portable' }],
    版头: ['否', { letterhead: false }],
    版记: ['否', { imprint: false }],
    版记页: ['双数页', { imprintPage: 'even' }],
    印章: ['无', { sealed: false }],
    稿本: ['送审稿', { draftMark: '送审稿' }],
    行号: ['是', { lineNumbers: true }],
    标题分行: ['菱形', { titleShape: 'rhombus' }],
    书名号: ['否', { bookMarks: false }],
    责任括注: ['楷体', { clauses: 'kaiti' }],
    责任分解表: ['是', { division: true }],
  };

  it('has each of its settings read, from the front matter and from .yaodian.yaml', () => {
    assert.deepEqual(Object.keys(SAMPLES), Object.keys(LAYOUT_SETTINGS));
    for (const [key, [value, expected]] of Object.entries(SAMPLES)) {
      const wanted = { ...DEFAULT_PROFILE, ...expected };
      assert.deepEqual(profileOf(`版式: {${key}: ${value}}`), wanted, key);
      const plain = readDraft(`---\n版式: {${key}: ${value}}\n---\n`).frontMatter?.entries[0]?.value;
      assert.deepEqual(profileOf('文种: 工作要点', plain as Record<string, unknown>), wanted, key);
    }
  });

  it('of the front matter goes before that of .yaodian.yaml, setting by setting', () => {
    const profile = profileOf('版式: {页码: 居中}', { 页码: '无', 印章: '否', 页边: { 上: 40 } });
    assert.deepEqual(
      [profile.pageNumbers, profile.sealed, profile.margins.top, profile.margins.left],
      ['centre', false, 40, 28],
    );
  });

  it('is the standard’s where it says what it may not', () => {
    assert.deepEqual(
      profileOf('版式: {页码: 左, 页边: {上: 3, 前: 30, 下: 三}, 标题分行: 沙漏}'),
      DEFAULT_PROFILE,
    );
  });
});

describe('页边', () => {
  const BODY = `一、重点任务\n\n${'办好学校改造校舍配齐设施设备开足开好课程'.repeat(60)}\n`;

  it('change how many lines and characters fit, and not the pitch of either', () => {
    const fullLine = (layout: string): number => {
      const lines = paginate(planOf(layout, BODY)).flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'lines' && block.paragraph.role === 'body' ? block.lines.slice(1, -1) : [],
        ),
      );
      return Math.max(...lines.map((line) => line.map(({ text }) => text).join('').length));
    };
    assert.equal(fullLine(''), 28);
    assert.equal(fullLine('版式: {页边: {左: 35, 右: 35}}'), 25);
    const pages = (layout: string): number => paginate(planOf(layout, BODY.repeat(3))).length;
    assert.ok(pages('版式: {页边: {上: 60, 下: 60}}') > pages(''));
    const [heading] = paragraphsOf(planOf('版式: {页边: {上: 60, 左: 40}}', BODY)).filter(
      ({ role }) => role === 'heading',
    );
    assert.deepEqual([heading?.pitch, heading?.indent.firstLine], [579, 632]);
  });

  it('widen tables and what stands at the right edge', () => {
    const table =
      '一、重点任务\n\n| 序号 | 名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 扩学位 | 县教育局 |\n';
    const wide = planOf('版式: {页边: {左: 20, 右: 20}}\n签发人: 张三', table);
    const found = wide.sections
      .flatMap(({ blocks }) => blocks)
      .find((block): block is TablePlan => block.kind === 'table');
    // 170 mm.
    assert.equal(
      found?.widths.reduce((sum, width) => sum + width, 0),
      9638,
    );
    const number = paragraphsOf(wide).find(({ role }) => role === 'document-number');
    assert.equal(number?.tabs[1]?.at, 9638 - 316 - 2 * 316 - 4 * 316);
  });
});

describe('责任括注', () => {
  const TASK =
    '一、重点任务\n\n（一）扩学位。新增学位600个。〔牵头单位：县教育局；完成时限：2026年8月底前〕\n';
  const bodyOf = (style: string, body = TASK): string[] =>
    paragraphsOf(planOf(`版式: {责任括注: ${style}}`, body))
      .filter(({ role }) => role === 'heading' || role === 'body')
      .slice(1)
      .map((block) =>
        block.lines
          .flat()
          .map(({ face, text }) => `${face} ${text}`)
          .join('｜'),
      );
  const CLAUSE = '〔牵头单位：县教育局；完成时限：2026年8月底前〕';

  it('are printed as they are written unless the layout says otherwise', () => {
    assert.deepEqual(bodyOf('原样'), [
      '黑体 一、重点任务',
      `楷体 （一）扩学位。｜仿宋 新增学位600个。${CLAUSE}`,
    ]);
  });

  it('are set in 楷体, in their place or on a paragraph of their own', () => {
    assert.deepEqual(bodyOf('楷体')[1], `楷体 （一）扩学位。｜仿宋 新增学位600个。｜楷体 ${CLAUSE}`);
    assert.deepEqual(bodyOf('另起一段').slice(1), [
      '楷体 （一）扩学位。｜仿宋 新增学位600个。',
      `楷体 ${CLAUSE}`,
    ]);
  });

  it('leave the full stop behind them to the text', () => {
    const before = TASK.replace(`。${CLAUSE}`, `${CLAUSE}。`);
    for (const style of ['另起一段', '不印'])
      assert.equal(bodyOf(style, before)[1], '楷体 （一）扩学位。｜仿宋 新增学位600个。', style);
    const both = TASK.replace(CLAUSE, `${CLAUSE}。`);
    assert.equal(bodyOf('不印', both)[1], '楷体 （一）扩学位。｜仿宋 新增学位600个。');
  });

  it('that stand in the midst of the text stay there, unless they are not printed', () => {
    const middle = TASK.replace('扩学位。', `扩学位。先行试点〔责任单位：县财政局〕，再行推开，`);
    assert.deepEqual(bodyOf('另起一段', middle).slice(1), [
      '楷体 （一）扩学位。｜仿宋 先行试点｜楷体 〔责任单位：县财政局〕｜仿宋 ，再行推开，新增学位600个。',
      `楷体 ${CLAUSE}`,
    ]);
    assert.equal(bodyOf('不印', middle)[1], '楷体 （一）扩学位。｜仿宋 先行试点，再行推开，新增学位600个。');
  });

  it('that are a paragraph of their own are one still, or none', () => {
    const own = TASK.replace(CLAUSE, `\n\n${CLAUSE}`);
    assert.deepEqual(bodyOf('另起一段', own).slice(1), [
      '楷体 （一）扩学位。｜仿宋 新增学位600个。',
      `楷体 ${CLAUSE}`,
    ]);
    assert.deepEqual(bodyOf('不印', own).slice(1), ['楷体 （一）扩学位。｜仿宋 新增学位600个。']);
  });

  it('that are not printed are in 责任分解表 even where the draft has one that leaves the task out', () => {
    const table =
      '\n附件\n\n专项责任分解表\n\n| 序号 | 名称 | 责任单位 |\n| --- | --- | --- |\n| 1 | 查校车 | 县公安局 |\n';
    const labelsOf = (body: string): string[] =>
      paragraphsOf(planOf('版式: {责任括注: 不印}', body))
        .filter(({ role }) => role === 'attachment-label')
        .map(textOf);
    assert.deepEqual(labelsOf(TASK + table), ['附件1', '附件2']);
    assert.deepEqual(labelsOf(TASK + table.replace('查校车', '扩学位')), ['附件']);
  });

  it('that are not printed are in 责任分解表, which goes out as an attachment', () => {
    const plan = planOf('版式: {责任括注: 不印}', TASK);
    assert.deepEqual(
      paragraphsOf(plan)
        .filter(({ role }) => role === 'attachment-list')
        .map(textOf),
      ['附件：云溪县2026年教育工作要点责任分解表'],
    );
    const table = plan.sections.at(-1)?.blocks.at(-1);
    assert.ok(table?.kind === 'table');
    assert.deepEqual(
      table.rows.map((row) => row.map(({ text }) => text)),
      [['1', '扩学位', '新增学位600个', '县教育局', '', '2026年8月底前']],
    );
  });
});
