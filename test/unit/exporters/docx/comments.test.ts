import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import type { CommentPlan } from '../../../../server/src/exporters/document/plan';
import { placeComments } from '../../../../server/src/exporters/document/place-comments';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { parseXml } from '../../../../server/src/importers/docx/xml';

const TEXT = `---
文种: 工作要点
主送: 各学校
印发机关: 县政府办公室
---

# 云溪县2026年教育工作要点

一、重点任务

（一）**扩学位**。新增学位600个，改造老校12所。

| 序号 | 名称 | 责任单位 |
| --- | --- | --- |
| 1 | 扩学位 | 县教育局、县财政局 |
`;

function comment(words: string, more: Partial<CommentPlan> = {}): CommentPlan {
  const start = TEXT.indexOf(words);
  return {
    id: 'n1',
    author: '李审',
    date: '2026-03-01T15:59:30Z',
    text: '请核实',
    state: 'open',
    replies: [],
    source: { start, end: start + words.length },
    ...more,
  };
}

async function partsWith(comments: readonly CommentPlan[]): Promise<Record<string, string>> {
  const plan = planDocument(readDraft(TEXT), DEFAULT_PROFILE);
  const files = unzipSync(await writeDocx(placeComments(plan, TEXT, comments)));
  const parts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  // What is not well-formed no program opens.
  for (const [name, source] of parts) if (/\.(?:xml|rels)$/.test(name)) parseXml(source, name);
  return Object.fromEntries(parts);
}

/** The words between the two marks of a comment. */
function wordsOf(parts: Record<string, string>, number: number): string {
  const found = new RegExp(
    `<w:commentRangeStart w:id="${number}"/>(.*?)<w:commentRangeEnd w:id="${number}"/>(?:<w:commentRangeEnd[^>]*>)*<w:r><w:commentReference w:id="${number}"/></w:r>`,
    's',
  ).exec(parts['word/document.xml'] ?? '');
  assert.ok(found, `marks of comment ${number}`);
  return (found[1] as string).replace(/<[^>]+>/g, '');
}

describe('Comments in a Word package', () => {
  it('stand on their words: within a run, over two runs, in a cell, on a whole title', async () => {
    const words = ['改造老校12所', '扩学位**。新增学位', '县财政局', '云溪县2026年教育工作要点'];
    const parts = await partsWith(words.map((quote) => comment(quote)));
    assert.deepEqual(
      words.map((_, number) => wordsOf(parts, number)),
      ['改造老校12所', '扩学位。新增学位', '县财政局', '云溪县2026年教育工作要点'],
    );
  });

  it('reach over paragraphs, and stand on the text nearest to words that are not printed', async () => {
    const parts = await partsWith([comment('重点任务\n\n（一）**扩'), comment('县政府办公室')]);
    assert.equal(wordsOf(parts, 0), '重点任务（一）扩');
    assert.equal(wordsOf(parts, 1), '各学校：');
  });

  it('leave the text as it is without them', async () => {
    const text = (parts: Record<string, string>): string =>
      (parts['word/document.xml'] ?? '').replace(/<[^>]+>/g, '');
    const without = await partsWith([]);
    assert.equal(text(await partsWith([comment('改造老校12所')])), text(without));
    const names = Object.keys(without).filter((name) => /comments|customXml/.test(name));
    assert.deepEqual(names, []);
  });

  it('say who, when by the clock on the wall, and what, in type of their own', async () => {
    const parts = await partsWith([
      comment('改造老校12所', { author: '李"审" & 组', text: '一\n<二>\u0007' }),
    ]);
    const xml = parts['word/comments.xml'] ?? '';
    const local = new Date(Date.UTC(2026, 2, 1, 15, 59, 30));
    const hour = String(local.getHours()).padStart(2, '0');
    assert.match(xml, /w:author="李&quot;审&quot; &amp; 组"/);
    assert.match(xml, new RegExp(`w:date="2026-03-0\\dT${hour}:\\d\\d:30Z"`));
    assert.deepEqual(
      [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text),
      ['一', '&lt;二&gt;'],
    );
    assert.match(xml, /<w:spacing [^>]*w:lineRule="auto"\/>/);
    assert.match(xml, /<w:sz w:val="21"\/>/);
  });

  it('say which answers which, and which are done', async () => {
    const reply = { id: 'r1', author: '王起草', date: '2026-03-02T00:00:00Z', text: '已核实' };
    const parts = await partsWith([
      comment('改造老校12所', { state: 'rejected', replies: [reply] }),
      comment('县财政局', { id: 'n2' }),
    ]);
    const ids = [...(parts['word/comments.xml'] ?? '').matchAll(/w14:paraId="([0-9A-F]{8})"/g)].map(
      ([, id]) => id,
    );
    const threads = [...(parts['word/commentsExtended.xml'] ?? '').matchAll(/<w15:commentEx ([^/]*)\/>/g)];
    assert.deepEqual(
      threads.map(([, attributes]) => attributes),
      [
        `w15:paraId="${ids[0]}" w15:done="1"`,
        `w15:paraId="${ids[1]}" w15:paraIdParent="${ids[0]}" w15:done="1"`,
        `w15:paraId="${ids[2]}" w15:done="0"`,
      ],
    );
    // The schema wants them below 80000000.
    assert.ok(ids.every((id) => parseInt(id as string, 16) < 0x80000000));
    assert.equal(wordsOf(parts, 1), '改造老校12所');
  });

  it('are declared: types, and relations of the document with numbers of their own', async () => {
    const parts = await partsWith([comment('改造老校12所')]);
    const types = parts['[Content_Types].xml'] ?? '';
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    for (const name of ['comments', 'commentsExtended']) {
      assert.match(types, new RegExp(`PartName="/word/${name}\\.xml" ContentType="[^"]+\\.${name}\\+xml"`));
      assert.match(relations, new RegExp(`/${name}" Target="${name}\\.xml"`));
    }
    assert.match(relations, /Target="\.\.\/customXml\/item1\.xml"/);
    const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
