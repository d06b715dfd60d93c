import assert from 'node:assert/strict';
import { outlineJson } from '../../server/src/cli/json/outline-json';
import { tasksJson } from '../../server/src/cli/json/tasks-json';
import { readDraft } from '../../server/src/dialect/draft';
import { importText } from '../../server/src/importers/text/import-text';
import { describeCorpus } from '../support/corpus';

/** What the command line says of a text, lines and line breaks in cells left out. */
function readings(text: string): unknown {
  const draft = readDraft(text);
  const { notice, ...outline } = outlineJson(draft);
  const said = { ...outline, notice: { ...notice, title: null }, ...tasksJson([{ path: 'a', draft }]) };
  return JSON.parse(
    JSON.stringify(said, (key, value: unknown) =>
      key === 'line' ? undefined : typeof value === 'string' ? value.replace(/\s+|<br>/g, '') : value,
    ),
  );
}

describeCorpus('importing published plans', (documents) => {
  for (const { name, text } of documents) {
    it(`reads the same outline, tasks and tables in ${name} before and after`, () => {
      assert.deepEqual(readings(importText(text).text), readings(text));
    }).timeout(30_000);

    it(`has every line of ${name} in the draft or in the report`, () => {
      const { text: imported, report } = importText(text);
      const bare = (words: string): string => words.replace(/<br>/g, '').replace(/[\s|]+/g, '');
      const there = bare([imported, ...report.entries.map((entry) => entry.text ?? '')].join(''));
      for (const line of text.split('\n'))
        for (const part of line.split(/(\[bookmark: _GoBack\])/)) assert.ok(there.includes(bare(part)), part);
    }).timeout(30_000);

    it(`imports ${name} again without a change`, () => {
      const { text: imported } = importText(text);
      assert.equal(importText(imported).text, imported);
    }).timeout(30_000);
  }
});
