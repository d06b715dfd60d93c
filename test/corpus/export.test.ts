import { readDraft } from '../../server/src/dialect/draft';
import { importText } from '../../server/src/importers/text/import-text';
import { describeCorpus } from '../support/corpus';
import { assertIssuedWhole } from '../support/issued-text';

describeCorpus('exporting published plans', (documents) => {
  for (const { name, text } of documents) {
    it(`issues every paragraph and cell of ${name} in order`, () =>
      assertIssuedWhole(readDraft(text))).timeout(60_000);

    it(`issues every paragraph and cell of ${name} as the import hands it on`, () =>
      assertIssuedWhole(readDraft(importText(text).text))).timeout(60_000);
  }
});
