import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDraft } from '../../../../server/src/dialect/draft';
import { formatText } from '../../../../server/src/dialect/format/format-draft';
import { renderReport, type ImportedDraft } from '../../../../server/src/importers/report';
import { importText } from '../../../../server/src/importers/text/import-text';
import { assertNothingLost } from '../../../support/nothing-lost';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { MANNERS, planLines, writePlan } from '../../../support/invented-plan';

const page = readFileSync(
  new URL('../../../../samples/往年/2024年云溪县消防工作要点（网页原文）.txt', import.meta.url),
  'utf8',
);

function texts({ report }: ImportedDraft, kind: string): (string | undefined)[] {
  return report.entries.filter((entry) => entry.kind === kind).map(({ text }) => text);
}

describe('importText', () => {
  it('fills the front matter from the notice and the imprint', () => {
    const { text } = importText(page);
    assert.ok(
      text.startsWith(`---
文种: 工作要点
发文机关: 云溪县人民政府办公室
发文字号: 云溪府办发〔2024〕11号
通知标题: 云溪县人民政府办公室关于印发2024年云溪县消防工作要点的通知
主送: 各乡镇人民政府、街道办事处，县政府各部门，有关单位
印发语: 《2024年云溪县消防工作要点》已经县政府同意，现印发给你们，请认真组织实施。
成文日期: 2024年3月11日
附注: （此件公开发布）
抄送:
  - 县委办公室
  - 县人大常委会办公室
  - 县政协办公室
印发机关: 云溪县人民政府办公室
印发日期: 2024年3月12日
年度: 2024
---

# 2024年云溪县消防工作要点

为提升全县火灾防控水平，制定本工作要点。

## 一、工作目标
`),
      text,
    );
  });

  it('leaves out the page around the document and says so line by line', () => {
    const imported = importText(page);
    assert.doesNotMatch(imported.text, /首页|浏览量|打印本页/);
    assert.deepEqual(texts(imported, 'dropped'), [
      '首页 > 政务公开 > 政府信息公开目录 > 计划规划',
      '发布日期：2024-03-12 09:20　信息来源：云溪县人民政府办公室　浏览量：【字号：大 中 小】 打印 关闭',
      '扫一扫在手机打开当前页',
      '分享到：',
      '【打印本页】【关闭窗口】',
      '主办：云溪县人民政府办公室　网站地图　联系我们',
    ]);
  });

  it('leaves out page numbers and metadata in the midst of the document, and joins nothing over them', () => {
    const imported = importText(
      [
        '2026年云溪县安全工作要点',
        '日期：2026-03-01 来源：县应急管理局 点击：120 次 字体：大 中 小',
        '一、重点任务',
        '（一）改造道路。改造18处，',
        '- 1 -',
        '其中急弯2处。',
        '— 2 —',
        '（二）日期：另行通知。',
      ].join('\n\n'),
    );
    assert.deepEqual(texts(imported, 'dropped'), [
      '日期：2026-03-01 来源：县应急管理局 点击：120 次 字体：大 中 小',
      '- 1 -',
      '— 2 —',
    ]);
    assert.match(imported.text, /改造18处，\n\n其中急弯2处。\n\n（二）日期：另行通知。\n$/);
  });

  it('keeps faulty markers as they are and asks a person to look', () => {
    const imported = importText(page);
    assert.match(imported.text, /\n4、整治厂房仓库隐患。/);
    assert.deepEqual(texts(imported, 'attention'), ['4、']);
  });

  it('leaves out of the front matter what export composes of itself', () => {
    const { text } = importText(INVENTED_DRAFT);
    assert.doesNotMatch(text, /通知标题|印发语|署名/);
    assert.equal(readDraft(text).notice.issuer?.value, '云溪县人民政府办公室');
  });

  it('makes a table of cells that stand one below the other, empty ones and several paragraphs included', () => {
    const cells = [
      '序号',
      '名称',
      '目标',
      '责任单位',
      '1',
      '整治道路隐患',
      '改造18处|含急弯',
      '县交通运输局',
    ];
    const source = `2026年云溪县安全工作要点\n一、重点任务\n改造道路。\n附件1\n任务表\n\n${cells
      .map((cell) => `\t${cell}`)
      .join('\n')}\n\n \t\n \t\n\t新建8公里。\n其中村道5公里。\n\t县公安局\n`;
    const { text } = importText(source);
    assert.match(text, /\n\| 1 +\| 整治道路隐患 \| 改造18处\\\|含急弯 +\| 县交通运输局 \|\n/);
    assert.match(text, /\n\| +\| +\| 新建8公里。<br>其中村道5公里。 \| 县公安局 +\|\n/);
    const [table] = readDraft(text).tables;
    assert.deepEqual(
      table?.rows.map(({ name, units }) => [name, units.map(({ value }) => value)]),
      [
        ['整治道路隐患', ['县交通运输局']],
        ['整治道路隐患', ['县公安局']],
      ],
    );
  });

  it('reads the units on both sides of a line break in a cell', () => {
    const [table] = readDraft(
      '# 2026年云溪县安全工作要点\n\n| 序号 | 名称 | 责任单位 |\n|---|---|---|\n| 1 | 整治 | 县公安局<br>县教育局 |\n',
    ).tables;
    assert.deepEqual(
      table?.rows[0]?.units.map(({ value }) => value),
      ['县公安局', '县教育局'],
    );
  });

  it('writes label and title of an attachment on lines of their own', () => {
    const imported = importText('2026年云溪县安全工作要点\n一、任务\n做好。\n附件1：重点项目\n一、甲\n');
    assert.match(imported.text, /\n附件1\n\n重点项目\n/);
    assert.deepEqual(texts(imported, 'changed'), ['附件1：重点项目']);
    assert.equal(readDraft(imported.text).attachments[0]?.title?.value, '重点项目');
  });

  it('keeps what the notice says besides the issuing sentence', () => {
    const imported = importText(
      INVENTED_DRAFT.replace(
        '请认真贯彻执行。\n',
        '请认真贯彻执行。\n执行情况请于12月10日前报县政府办公室。\n',
      ),
    );
    assert.match(
      imported.text,
      /印发语: \|-\n {2}现将《云溪县2026年政务公开工作要点》印发给你们，请认真贯彻执行。\n {2}执行情况请于12月10日前报县政府办公室。\n/,
    );
    assert.deepEqual(texts(imported, 'attention'), []);
  });

  it('asks to look at what stands in the notice besides its parts', () => {
    const imported = importText(
      INVENTED_DRAFT.replace('2026年2月10日\n（此件', '2026年2月10日\n联系电话：12345678\n（此件'),
    );
    assert.match(imported.text, /印发语: \|-\n {2}现将[^\n]*\n {2}联系电话：12345678\n/);
    assert.deepEqual(texts(imported, 'attention'), ['联系电话：12345678']);
  });

  it('keeps apart what the notice attaches, the plan itself, and what the plan attaches', () => {
    const source = INVENTED_DRAFT.replace(
      '请认真贯彻执行。\n',
      '请认真贯彻执行。\n附件：云溪县2026年政务公开工作要点\n',
    ).replace('（此件公开发布）\n', '（此件公开发布）\n\n附件\n');
    const imported = importText(source);
    assert.match(imported.text, /\n附件说明:\n {2}- 云溪县2026年政务公开工作要点\n成文日期/);
    assert.match(imported.text, /印发语: 现将|年度: 2026\n---\n\n# 云溪县2026年政务公开工作要点\n/);
    assert.match(imported.text, /\n附件：1．重点任务责任分解表\n/);
    assert.deepEqual(texts(imported, 'dropped'), ['附件']);
    for (const text of [source, imported.text])
      assert.deepEqual(
        readDraft(text).notice.listed.map(({ value }) => value),
        ['云溪县2026年政务公开工作要点'],
      );
  });

  it('moves a list of attachments that stands in the notice behind the plan', () => {
    const { text } = importText(
      INVENTED_DRAFT.replace('附件：1．重点任务责任分解表\n', '').replace(
        '请认真贯彻执行。\n',
        '请认真贯彻执行。\n附件：1．重点任务责任分解表\n',
      ),
    );
    assert.match(
      text,
      /关停长期不更新的账号。〔责任单位：县融媒体中心〕\n\n附件：1．重点任务责任分解表\n\n附件1\n/,
    );
    assert.deepEqual(
      readDraft(text).attachmentsListed.map(({ title }) => title),
      ['重点任务责任分解表'],
    );
  });

  it('keeps a paragraph that is broken in two and asks a person to look', () => {
    const imported = importText(
      '2026年云溪县安全工作要点\n为全面加强全县安全生产、防灾减灾救灾和消防工作，\n一、任务\n各部门要按照职责分工抓好落实，统筹发展和安全，坚决防范各类事故的\n发生，确保全县安全形势稳定。\n',
    );
    assert.match(imported.text, /坚决防范各类事故的\n\n发生，确保/);
    assert.equal(texts(imported, 'attention').length, 1);
  });

  it('keeps front matter that is there', () => {
    const { text } = importText(
      '---\n文种: 工作要点\n密级: 秘密\n---\n# 2026年云溪县安全工作要点\n一、任务。做。\n',
    );
    assert.match(text, /^---\n文种: 工作要点\n密级: 秘密\n年度: 2026\n---\n\n# 2026年/);
  });

  it('takes no front matter it cannot read, but shows it to a person', () => {
    const imported = importText('---\n首页 > 公开\n---\n# 2026年云溪县安全工作要点\n一、任务。做。\n');
    assert.match(imported.text, /^---\n文种: 工作要点\n年度: 2026\n---\n/);
    assert.deepEqual(texts(imported, 'attention'), ['---\n首页 > 公开\n---']);
  });

  it('takes the name of the plan from its notice where the title is missing', () => {
    const source = INVENTED_DRAFT.replace(/\n云溪县2026年政务公开工作要点\n/, '\n');
    assert.match(importText(source).text, /\n# 云溪县2026年政务公开工作要点\n/);
  });

  it('writes a title as a title though it stands in a quotation or a list, and leaves other lines as they are', () => {
    for (const mark of ['> ', '- ', '* ']) {
      const { text } = importText(`${mark}云溪县2026年工作要点\n\n一、任务\n\n${mark}修路。\n`);
      assert.ok(text.endsWith(`\n# 云溪县2026年工作要点\n\n## 一、任务\n\n${mark}修路。\n`), text);
    }
  });

  it('shows a person what stands behind the title on its line', () => {
    const imported = importText('云溪县2026年工作要点<!-- 待定 -->\n\n一、任务\n');
    assert.match(imported.text, /^# 云溪县2026年工作要点$/mu);
    assert.deepEqual(texts(imported, 'attention'), ['<!-- 待定 -->']);
  });

  it('reads an empty text', () => {
    assert.equal(importText('').text, '---\n文种: 工作要点\n---\n');
  });

  it('changes nothing when it imports its own result', () => {
    for (const source of [page, INVENTED_DRAFT]) {
      const { text } = importText(source);
      assert.equal(importText(text).text, text);
      assert.equal(formatText(importText(INVENTED_DRAFT).text), importText(INVENTED_DRAFT).text);
    }
  });

  it('loses nothing of plans in any manner', () => {
    for (const manner of MANNERS) assertNothingLost(writePlan(manner, planLines(manner, [[2, 1], [3]])));
    assertNothingLost(page);
    assertNothingLost(INVENTED_DRAFT);
  });

  it('loses nothing of documents put together at random', () => {
    const line = fc.constantFrom(
      ...page.split('\n'),
      ...INVENTED_DRAFT.split('\n'),
      '签发人：张三　云溪府发〔2026〕3号',
      '[bookmark: _GoBack]附件 2：清单',
      '\t序号',
      '\t名称',
      '\t责任单位',
      '\t1',
      '\t甲',
      '\t县公安局',
      '序号\t名称\t责任单位',
      '1\t甲|乙\t丙',
      '主送：县委',
      '抄报：市政府。',
      '——',
      '```',
      '<div>',
      '> 引',
      '- 项',
      '---',
      '附：1.甲',
      '2.乙',
      '# 题',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => assertNothingLost(lines.join('\n'))),
      { numRuns: 400 },
    );
  });
});

describe('renderReport', () => {
  it('lists what was done by kind, with lines, so that nothing quoted is read as Markdown', () => {
    const report = renderReport(
      {
        entries: [
          { kind: 'dropped', what: '残留', text: '`*x*`', line: 3 },
          { kind: 'recognised', what: '要点标题', text: '甲' },
        ],
      },
      '甲.txt',
    );
    assert.equal(
      report,
      '# 导入报告：甲.txt\n\n## 认出的内容（1）\n\n- 要点标题：`甲`\n\n## 没有收进稿件的文字（1）\n\n下面各行看来不是文件本身的内容（网页的导航、编辑器的残留）。如果收错了，请抄回稿件。\n\n- 第 3 行　残留：`` `*x*` ``\n',
    );
  });
});

describe('Heads of two rows in copied text', () => {
  it('are one row of the table, no word lost', () => {
    const cells =
      '序号 工作任务 责任单位 完成时限 牵头 配合 1 造林 县林业局 各镇 11月底 2 廊道 县交通局 县住建局 4月底';
    const { text } = importText(`青岚县2026年重点任务分解表\n${cells.replaceAll(' ', '\n')}\n`);
    assert.match(text, /序号 \| 工作任务 \| 责任单位（牵头） \| 责任单位（配合） \| 完成时限/);
  });
});
