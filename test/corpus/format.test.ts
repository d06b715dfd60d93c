import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/dialect/draft';
import { formatText } from '../../server/src/dialect/format/format-draft';
import { isSameModel } from '../../server/src/dialect/format/same-model';
import { describeCorpus } from '../support/corpus';

describeCorpus('the formatter on published plans', (documents) => {
  for (const { name, text } of documents) {
    it(`gives ${name} headings and keeps what it says`, () => {
      const formatted = formatText(text);
      assert.match(formatted, /^# \S+\n\n/m);
      assert.match(formatted, /^## 一、/m);
      assert.ok(isSameModel(readDraft(text), readDraft(formatted)));
      assert.equal(formatText(formatted), formatted);
    }).timeout(30_000);
  }
});
