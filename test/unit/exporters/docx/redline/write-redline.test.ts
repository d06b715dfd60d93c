import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../../server/src/dialect/draft';
import { planDocument } from '../../../../../server/src/exporters/document/plan-document';
import type { DocumentPlan } from '../../../../../server/src/exporters/document/plan';
import { DEFAULT_PROFILE } from '../../../../../server/src/exporters/document/profile';
import { writeRedline } from '../../../../../server/src/exporters/docx/redline/write-redline';
import { writeDocx } from '../../../../../server/src/exporters/docx/write-docx';
import { editPlan } from '../../../../support/edited-plan';
import { inventLargePlan } from '../../../../support/invented-tasks';
import { INVENTED_DRAFT } from '../../../../support/invented-draft';
import { root } from '../../../../support/lsp-client';
import { savedByOffice } from '../../../../support/saved-by-office';
import { inventedPlans } from '../../../../support/plans';
import { Random } from '../../../../support/random';
import { countRevisions, paragraphsAfter } from '../../../../support/tracked-changes';

const LAST_YEAR = sample('往年/2025年云溪县安全生产工作要点.要点.md');
const THIS_YEAR = sample('2026年云溪县安全生产工作要点.要点.md');

describe('a document with tracked changes', () => {
  it('has none where nothing changed', async () => {
    assert.deepEqual(countRevisions(await redline(INVENTED_DRAFT, INVENTED_DRAFT)), {});
  });

  it('changes words within their paragraph', async () => {
    const current = INVENTED_DRAFT.replace('公开率达到100%', '公开率不低于98%');
    const docx = await redline(INVENTED_DRAFT, current);
    assert.deepEqual(countRevisions(docx), { del: 1, ins: 1 });
    assert.match(documentXml(docx), /<w:delText xml:space="preserve">达到100%<\/w:delText>/);
    await assertBothTexts(INVENTED_DRAFT, current);
  });

  it('takes paragraphs out and puts paragraphs in as wholes', async () => {
    const dropped = INVENTED_DRAFT.replace(/2．办好.*\n/, '');
    await assertBothTexts(INVENTED_DRAFT, dropped);
    await assertBothTexts(dropped, INVENTED_DRAFT);
  });

  it('says that a paragraph moved, though its number and some words changed on the way', async () => {
    const lines = [
      '1．整治农村道路隐患。实施村道防护工程90公里。',
      '2．更新老旧燃气管道。分片区推进灰口铸铁管道改造。',
      '3．储备应急物资。储备帐篷、棉被、发电机。',
    ];
    const moved = [
      '1．储备应急物资。储备帐篷、毛毯、发电机。',
      lines[0]!.replace('1．', '2．'),
      lines[1]!.replace('2．', '3．'),
    ];
    const [old, current] = [lines, moved].map((text) => `# 2026年工作要点\n\n${text.join('\n\n')}\n`);
    const xml = documentXml(await redline(old!, current!));
    const [, from] = /<w:moveFromRangeStart [^>]*w:name="([^"]+)"/.exec(xml) ?? [];
    const [, to] = /<w:moveToRangeStart [^>]*w:name="([^"]+)"/.exec(xml) ?? [];
    assert.ok(from !== undefined && from === to, `${from} ${to}`);
    await assertBothTexts(old!, current!);
  });

  it('changes cells, and takes rows of a table out and puts rows in', async () => {
    const current = INVENTED_DRAFT.replace('账号总数减少3个', '账号总数减少5个').replace(
      '| 2 | | 正常更新率100%',
      '| 2 | 办好政民互动 | 每季度1次 | 县政务服务中心 | |\n| 3 | | 正常更新率100%',
    );
    const docx = await redline(INVENTED_DRAFT, current);
    assert.match(documentXml(docx), /<w:trPr>(?:(?!<\/w:trPr>).)*<w:ins /);
    await assertBothTexts(INVENTED_DRAFT, current);
    await assertBothTexts(current, INVENTED_DRAFT);
  });

  it('keeps what XML would take for markup', async () => {
    await assertBothTexts('# 要点\n\n1．甲<乙&丙。\n', '# 要点\n\n1．甲<乙&丁“戊”。\n');
  });

  it('bears its author, numbers of its own and a moment that never changes', async () => {
    const [one, two] = [await redline(LAST_YEAR, THIS_YEAR), await redline(LAST_YEAR, THIS_YEAR)];
    assert.deepEqual(one, two);
    const marks = [...documentXml(one).matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="([^"]*)"/g)];
    assert.ok(marks.length > 50);
    assert.equal(new Set(marks.map(([, id]) => id)).size, marks.length);
    assert.deepEqual([...new Set(marks.map(([, , author]) => author))], ['审稿人']);
  });

  it('gives the new text when all is accepted and the old one when all is rejected', async () => {
    await assertBothTexts(LAST_YEAR, THIS_YEAR);
    await assertBothTexts(THIS_YEAR, LAST_YEAR);
    await assertBothTexts('', THIS_YEAR);
  });

  it('does so for drafts edited at random', async () => {
    const texts = [...inventedPlans().map(({ text }) => text), inventLargePlan(new Random(5), 40)];
    for (const [index, text] of texts.entries()) {
      const plan = editPlan(readDraft(text), new Random(index));
      if (plan) await assertBothTexts(plan.old.text, plan.new.text);
    }
  });

  it('is understood by LibreOffice: what it writes back has both texts as well', async function () {
    const returned = savedByOffice(this, await redline(LAST_YEAR, THIS_YEAR));
    assert.deepEqual(visible(paragraphsAfter('accept', returned)), visible(await plain(THIS_YEAR)));
    assert.deepEqual(visible(paragraphsAfter('reject', returned)), visible(await plain(LAST_YEAR)));
  }).timeout(120_000);
});

function sample(name: string): string {
  return readFileSync(path.join(root, 'samples', name), 'utf8');
}

function planOf(text: string): DocumentPlan {
  return planDocument(readDraft(text), DEFAULT_PROFILE);
}

function redline(old: string, current: string): Promise<Uint8Array> {
  return writeRedline(planOf(old), planOf(current), '审稿人');
}

async function plain(text: string): Promise<string[]> {
  return paragraphsAfter('accept', await writeDocx(planOf(text)));
}

function documentXml(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array);
}

async function assertBothTexts(old: string, current: string): Promise<void> {
  const docx = await redline(old, current);
  assert.deepEqual(paragraphsAfter('accept', docx), await plain(current));
  assert.deepEqual(paragraphsAfter('reject', docx), await plain(old));
}

/** Without empty lines and page breaks, of which a word processor may write some more around tables. */
function visible(paragraphs: readonly string[]): string[] {
  return paragraphs.map((text) => text.trim()).filter((text) => text !== '');
}
