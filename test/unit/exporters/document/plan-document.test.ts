import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import type { ParagraphPlan, PlanBlock, TablePlan } from '../../../../server/src/exporters/document/plan';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';

const NOTICE = `---
文种: 工作要点
发文机关: 云溪县人民政府
发文字号: 云溪府发〔2026〕3号
份号: 12
密级: 秘密
保密期限: 1年
紧急程度: 加急
主送: 各乡镇人民政府，县政府各部门
成文日期: 2026年3月5日
附注: 此件公开发布
抄送: [县委办公室, 县人大常委会办公室]
印发机关: 云溪县人民政府办公室
印发日期: 2026年3月6日
---

# 云溪县2026年教育工作要点

为办好教育，制定本要点。

一、重点任务

（一）**扩学位**。新增学位600个。

需要说明的是另起一段。

1．新建小学。

附件：1.任务分解表

2.名单

附件1

任务分解表

| 序号 | 名称 | 目标 | 责任单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 扩学位 | 600个 | 县教育局 | 8月底 |
| 2 |  | 2所 | 县教育局 | 9月底 |

附件2

名单

一、甲
`;

function plan(text: string, profile = DEFAULT_PROFILE): readonly PlanBlock[] {
  return planDocument(readDraft(text), profile).sections.flatMap((section) => section.blocks);
}

function paragraphs(blocks: readonly PlanBlock[]): ParagraphPlan[] {
  return blocks.filter((block): block is ParagraphPlan => block.kind === 'paragraph');
}

function ofRole(blocks: readonly PlanBlock[], role: ParagraphPlan['role']): ParagraphPlan[] {
  return paragraphs(blocks).filter((block) => block.role === role);
}

function textOf(block: ParagraphPlan): string {
  return block.lines.map((line) => line.map((run) => run.text).join('')).join('／');
}

describe('Planning an official document', () => {
  const blocks = plan(NOTICE);

  it('puts the parts in the standard’s order', () => {
    const roles = blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind));
    const order = roles.filter((role, i) => role !== 'blank' && role !== roles[i - 1]);
    assert.deepEqual(order, [
      'copy-number',
      'secrecy',
      'urgency',
      'issuer-mark',
      'document-number',
      'title',
      'addressees',
      'body',
      'signature',
      'date',
      'note',
      'title',
      'body',
      'heading',
      'body',
      'heading',
      'attachment-list',
      'attachment-label',
      'attachment-title',
      'table',
      'attachment-label',
      'attachment-title',
      'heading',
      'imprint',
    ]);
  });

  it('prints the star of a task that is singled out', () => {
    const starred = plan('# 云溪县2026年工作要点\n\n一、任务\n\n★1.建设厂房。年底投用。\n');
    assert.deepEqual(ofRole(starred, 'heading').map(textOf), ['一、任务', '★1.建设厂房。年底投用。']);
  });

  it('writes the marks of the letterhead as the standard does', () => {
    assert.equal(textOf(ofRole(blocks, 'copy-number')[0] as ParagraphPlan), '000012');
    assert.equal(textOf(ofRole(blocks, 'secrecy')[0] as ParagraphPlan), '秘密★1年');
    const mark = ofRole(blocks, 'issuer-mark')[0] as ParagraphPlan;
    assert.equal(textOf(mark), '云溪县人民政府文件');
    assert.deepEqual(mark.lines[0]?.[0]?.color, 'red');
    const number = ofRole(blocks, 'document-number')[0] as ParagraphPlan;
    assert.equal(number.redRule, true);
    assert.equal(number.align, 'center');
  });

  it('composes the notice’s title and text where front matter names the parts only', () => {
    assert.equal(
      textOf(ofRole(blocks, 'title')[0] as ParagraphPlan).replaceAll('／', ''),
      '云溪县人民政府关于印发《云溪县2026年教育工作要点》的通知',
    );
    assert.equal(textOf(ofRole(blocks, 'addressees')[0] as ParagraphPlan), '各乡镇人民政府，县政府各部门：');
    assert.equal(
      textOf(ofRole(blocks, 'body')[0] as ParagraphPlan),
      '现将《云溪县2026年教育工作要点》印发给你们，请认真贯彻执行。',
    );
  });

  it('sets headings in the faces of their levels and run-in text in 仿宋', () => {
    const faces = ofRole(blocks, 'heading').map((block) =>
      block.lines[0]?.map((run) => `${run.face} ${run.text}`),
    );
    assert.deepEqual(faces.slice(0, 3), [
      ['黑体 一、重点任务'],
      ['楷体 （一）扩学位。', '仿宋 新增学位600个。'],
      ['仿宋 1．新建小学。'],
    ]);
  });

  it('indents text by two characters of the 28-character grid', () => {
    for (const block of [...ofRole(blocks, 'body'), ...ofRole(blocks, 'heading')])
      assert.equal(block.indent.firstLine, 632);
  });

  it('places signature and date for a seal, and without one', () => {
    const sealed = [ofRole(blocks, 'signature')[0]?.indent.right, ofRole(blocks, 'date')[0]?.indent.right];
    // 云溪县人民政府 is 7 characters wide, 2026年3月5日 is 6.
    assert.deepEqual(sealed, [1264 - 158, 1264]);
    const plain = plan(NOTICE, { ...DEFAULT_PROFILE, sealed: false });
    assert.deepEqual(
      [ofRole(plain, 'signature')[0]?.indent.right, ofRole(plain, 'date')[0]?.indent.right],
      [632, 316],
    );
  });

  it('begins the plan and every attachment on a page of its own', () => {
    const breaks = paragraphs(blocks).filter((block) => block.pageBreakBefore);
    assert.deepEqual(
      breaks.map((block) => textOf(block)),
      ['', '附件1', '附件2'],
    );
  });

  it('lists attachments with names aligned and no punctuation at the end', () => {
    const lists = ofRole(blocks, 'attachment-list');
    assert.deepEqual(lists.map(textOf), ['附件：1.\t任务分解表', '2.\t名单']);
    assert.deepEqual(
      lists.map((block) => block.indent),
      [
        { left: 1896, right: 0, firstLine: -1264 },
        { left: 1896, right: 0, firstLine: -316 },
      ],
    );
  });

  it('merges name cells that were left empty and fills the width', () => {
    const table = blocks.find((block): block is TablePlan => block.kind === 'table');
    assert.ok(table);
    assert.equal(
      table.widths.reduce((sum, width) => sum + width, 0),
      8845,
    );
    assert.deepEqual(
      table.rows.map((row) => row.map((cell) => cell.rowSpan)),
      [
        [1, 2, 1, 1, 1],
        [1, 0, 1, 1, 1],
      ],
    );
  });

  it('ends with the imprint', () => {
    assert.deepEqual(blocks[blocks.length - 1], {
      kind: 'imprint',
      ruled: true,
      addressees: '',
      copies: '县委办公室，县人大常委会办公室',
      printer: '云溪县人民政府办公室',
      printDate: '2026年3月6日',
      left: 1474,
    });
  });

  it('turns the page for wide tables only', () => {
    const wide = NOTICE.replaceAll('| 完成时限 |', '| 完成时限 | 备注 |')
      .replaceAll('| --- | --- | --- | --- | --- |', '| --- | --- | --- | --- | --- | --- |')
      .replaceAll('月底 |', '月底 | 无 |');
    assert.deepEqual(
      planDocument(readDraft(wide), DEFAULT_PROFILE).sections.map((section) => section.orientation),
      ['portrait', 'landscape', 'portrait'],
    );
  });

  it('is the plan alone where there is no notice', () => {
    const alone = plan('# 云溪县2026年教育工作要点\n\n一、重点任务\n');
    assert.deepEqual(
      alone.map((block) => (block.kind === 'paragraph' ? block.role : block.kind)),
      ['title', 'blank', 'heading'],
    );
  });
});
