import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import { paginate, type Page } from '../../../../server/src/exporters/document/paginate';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { paragraphTexts } from '../../../support/docx-text';

const SENTENCE = '现将《云溪县2026年教育工作要点》印发给你们，请结合实际认真贯彻落实。';

/** A notice that fills more of its first page the more issuers and signers it has. */
function draftOf(issuers: number, signers: number, more = ''): string {
  const list = (what: string, count: number): string =>
    Array.from({ length: count }, (_, i) => `${what}${'甲乙丙丁戊'.charAt(i)}`).join(', ');
  return `---
文种: 工作要点
发文机关: [${list('云溪县人力资源和社会保障局', issuers)}]
签发人: [${list('张王', signers)}]
发文字号: 云溪教〔2026〕3号
主送: 云溪县人民政府
印发语: ${SENTENCE}
成文日期: 2026年3月5日
${more}---

# 云溪县2026年教育工作要点

一、重点任务
`;
}

function textOn(page: Page | undefined): string {
  const blocks = page?.blocks.filter((block) => block.kind === 'lines') ?? [];
  return blocks
    .filter(({ paragraph }) => paragraph.role === 'body')
    .flatMap(({ lines }) => lines.flat().map(({ text }) => text))
    .join('');
}

/** The pages of the notice: up to that of its date. */
function noticePages(text: string): readonly Page[] {
  const draft = readDraft(text);
  const pages = paginate(planDocument(draft, readProfile(draft)));
  const last = pages.findIndex(({ blocks }) =>
    blocks.some((block) => block.kind === 'lines' && block.paragraph.role === 'date'),
  );
  return pages.slice(0, last + 1);
}

describe('A notice', () => {
  it('has text on its first page and on that of its signature, however many issue and sign it', () => {
    for (let issuers = 1; issuers <= 4; issuers++)
      for (let signers = 1; signers <= 5; signers++)
        for (const more of ['', '附注: 此件公开发布\n', '附件说明: [云溪县2026年教育工作要点, 名单]\n']) {
          const pages = noticePages(draftOf(issuers, signers, more));
          const told = `${issuers} issuers, ${signers} signers, ${more}`;
          assert.ok(pages.length <= 2, told);
          assert.notEqual(textOn(pages[0]), '', told);
          assert.notEqual(textOn(pages.at(-1)), '', told);
          assert.equal(pages.map(textOn).join(''), SENTENCE, told);
        }
  });

  it('turns the page between two clauses of its only paragraph, which stays one in the package', async () => {
    const text = draftOf(3, 3);
    assert.deepEqual(noticePages(text).map(textOn), [
      '现将《云溪县2026年教育工作要点》印发给你们，',
      '请结合实际认真贯彻落实。',
    ]);
    const draft = readDraft(text);
    const bytes = await writeDocx(planDocument(draft, readProfile(draft)));
    assert.ok(paragraphTexts(bytes).includes(SENTENCE));
    assert.match(
      strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array),
      /印发给你们，<\/w:t><\/w:r><w:r><w:br w:type="page"\/><\/w:r><w:r>(?:(?!<w:br).)*?请结合实际/,
    );
  });

  it('moves its last paragraph whole to the signature where it has several', () => {
    const pages = noticePages(
      draftOf(2, 3).replace(SENTENCE, `|-\n  ${SENTENCE}\n  执行中的问题，请及时报告。`),
    );
    assert.deepEqual(pages.map(textOn), [SENTENCE, '执行中的问题，请及时报告。']);
  });
});
