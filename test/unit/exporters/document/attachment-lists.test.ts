import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { paginate } from '../../../../server/src/exporters/document/paginate';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';

const NOTICE = `云溪县教育局关于做好2026年教育工作的通知

各学校：

现将有关事项通知如下，请认真贯彻执行。`;
const SIGNED = `云溪县教育局
2026年3月5日`;
const PLAN = `云溪县2026年教育工作要点

为办好教育，制定本要点。

一、重点任务

（一）扩学位。新增学位600个。〔责任单位：县教育局〕`;
const TABLE = `| 序号 | 名称 | 责任单位 |
| --- | --- | --- |
| 1 | 扩学位 | 县教育局 |`;

/** Role and text of every paragraph that says something, a list for each page. */
function pagesOf(...parts: readonly string[]): readonly (readonly string[])[] {
  const draft = readDraft(parts.join('\n\n'));
  return paginate(planDocument(draft, readProfile(draft))).map(({ blocks }) =>
    blocks
      .filter((block) => block.kind === 'lines')
      .map(
        ({ paragraph, lines }) =>
          `${paragraph.role} ${lines
            .flat()
            .map(({ text }) => text)
            .join('')}`,
      )
      .filter((line) => !line.startsWith('blank')),
  );
}

/** What stands between the notice's text and its date, and the head of the plan's page. */
function around(pages: readonly (readonly string[])[]): readonly string[] {
  const lines = pages.flat();
  const [text, date] = [
    lines.findIndex((line) => line.startsWith('body')),
    lines.indexOf('date 2026年3月5日'),
  ];
  return [...lines.slice(text + 1, date), ...lines.slice(date + 1, date + 3)];
}

describe('附件说明', () => {
  it('stands in the notice, before 署名, where the plan is an attachment; the plan bears 附件 on a page of its own', () => {
    const pages = pagesOf(NOTICE, '附件：云溪县2026年教育工作要点', SIGNED, '附件', PLAN);
    assert.deepEqual(around(pages), [
      'attachment-list 附件：云溪县2026年教育工作要点',
      'signature 云溪县教育局',
      'attachment-label 附件',
      'attachment-title 云溪县2026年教育工作要点',
    ]);
    assert.equal(pages.at(-1)?.[0], 'attachment-label 附件');
  });

  it('counts the plan and what goes out with it, wherever the draft lists them', () => {
    const list = '附件：1.云溪县2026年教育工作要点\n\n2.任务分解表';
    const own = ['附件2', '任务分解表', TABLE];
    const expected = [
      'attachment-list 附件：1.\t云溪县2026年教育工作要点',
      'attachment-list 2.\t任务分解表',
      'signature 云溪县教育局',
      'attachment-label 附件1',
      'attachment-title 云溪县2026年教育工作要点',
    ];
    for (const parts of [
      [NOTICE, list, SIGNED, '附件1', PLAN, ...own],
      [NOTICE, SIGNED, PLAN, list, ...own],
      ['---\n附件说明: [云溪县2026年教育工作要点, 任务分解表]\n---', NOTICE, SIGNED, PLAN, ...own],
    ]) {
      const pages = pagesOf(...parts);
      assert.deepEqual(around(pages), expected);
      assert.deepEqual(pages.at(-1), ['attachment-label 附件2', 'attachment-title 任务分解表']);
      assert.equal(pages.flat().filter((line) => line.startsWith('attachment-list')).length, 2);
    }
  });

  it('of the notice and of the plan stand each where it belongs, numbered apart', () => {
    const lines = pagesOf(
      NOTICE,
      '附件：云溪县2026年教育工作要点',
      SIGNED,
      '附件',
      PLAN,
      '附件：1.任务分解表\n\n2.名单',
      '附件1',
      '任务分解表',
      TABLE,
      '附件2',
      '名单',
      '一、甲',
    ).flat();
    assert.deepEqual(
      lines.filter((line) => line.startsWith('attachment')),
      [
        'attachment-list 附件：云溪县2026年教育工作要点',
        'attachment-label 附件',
        'attachment-title 云溪县2026年教育工作要点',
        'attachment-list 附件：1.\t任务分解表',
        'attachment-list 2.\t名单',
        'attachment-label 附件1',
        'attachment-title 任务分解表',
        'attachment-label 附件2',
        'attachment-title 名单',
      ],
    );
  });

  it('stays after the plan where the plan is issued and not attached', () => {
    const pages = pagesOf(NOTICE, SIGNED, PLAN, '附件：任务分解表', '附件', '任务分解表', TABLE);
    assert.deepEqual(around(pages), [
      'signature 云溪县教育局',
      'title 云溪县2026年教育工作要点',
      'body 为办好教育，制定本要点。',
    ]);
    assert.equal(pages.at(-2)?.at(-1), 'attachment-list 附件：任务分解表');
  });

  it('names the 责任分解表 that export adds with the attachments of the notice', () => {
    const pages = pagesOf(
      '---\n版式: {责任分解表: 是}\n---',
      NOTICE,
      '附件：云溪县2026年教育工作要点',
      SIGNED,
      '附件',
      PLAN,
    );
    assert.deepEqual(
      pages.flat().filter((line) => line.startsWith('attachment')),
      [
        'attachment-list 附件：1.\t云溪县2026年教育工作要点',
        'attachment-list 2.\t云溪县2026年教育工作要点责任分解表',
        'attachment-label 附件1',
        'attachment-title 云溪县2026年教育工作要点',
        'attachment-label 附件2',
        'attachment-title 云溪县2026年教育工作要点责任分解表',
      ],
    );
  });

  it('does not begin a page: the last lines of the text stand above it', () => {
    const paragraph = '为办好教育，制定本要点。'.repeat(6);
    for (let count = 8; count < 16; count++) {
      const text = Array.from({ length: count }, () => paragraph).join('\n\n');
      const list = '附件：1.甲\n\n2.乙\n\n3.丙';
      for (const page of pagesOf('# 云溪县2026年教育工作要点', `一、任务`, text, list)) {
        const first = page.findIndex((line) => line.startsWith('attachment-list'));
        assert.notEqual(first, 0, `${count} paragraphs`);
        if (first > 0) assert.equal(page.length, first + 3, 'on one page');
      }
    }
  });
});
