import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readDraft } from '../../../../server/src/dialect/draft';
import { isSameModel } from '../../../../server/src/dialect/format/same-model';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { importText } from '../../../../server/src/importers/text/import-text';
import { INVENTED_DRAFT } from '../../../support/invented-draft';

const samples = new URL('../../../../samples/', import.meta.url);

function sampleTexts(folder: URL): (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sampleTexts(new URL(`${entry.name}/`, folder));
    if (!/要点\.md$|\.txt$/.test(entry.name)) return [];
    return [[entry.name, readFileSync(new URL(entry.name, folder), 'utf8')] as const];
  });
}

describe('A draft exported to Word and imported again', () => {
  for (const [name, source] of [['an invented draft', INVENTED_DRAFT] as const, ...sampleTexts(samples)]) {
    it(`says the same: ${name}`, async () => {
      // On paper a single attachment has no number.
      const draft = readDraft(
        importText(source.replace('附件：1．重点任务责任分解表', '附件：重点任务责任分解表')).text,
      );
      const { text } = importDocx(await writeDocx(planDocument(draft, DEFAULT_PROFILE)));
      const again = readDraft(text);
      assert.ok(
        isSameModel(
          { ...again, notice: { ...again.notice, title: undefined } },
          { ...draft, notice: { ...draft.notice, title: undefined } },
        ),
      );
    });
  }
});
