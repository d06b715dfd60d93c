import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { createFieldReader } from '../../../server/src/dialect/field-reader';
import { forgetAll, readsSoFar } from '../../../server/src/dialect/remember';
import { runRules } from '../../../server/src/rules/run-rules';
import { generatePlan, generateUnitRegistry } from '../../bench/plans';
import { registryOf } from '../../support/registries';

/** Counted work, never time: what an edit makes the program read again. */
describe('The work of an edit', () => {
  const registry = registryOf(generateUnitRegistry());

  function readsOf(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    forgetAll();
    const fieldReader = createFieldReader();
    const text = generatePlan(size);
    const check = (version: string): number => {
      const before = readsSoFar();
      runRules(readDraft(version, { fieldReader }), { layers: [] }, { registry });
      return readsSoFar() - before;
    };
    return { whole: check(text), edit: check(edit(text)) };
  }

  const middle = (text: string): number => text.indexOf('。', text.length / 2);
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'a character in a paragraph': (text) => `${text.slice(0, middle(text))}实${text.slice(middle(text))}`,
    'a line at the top': (text) => text.replace('\n# ', '\n为此通知。\n\n# '),
    'a fence opened at the top': (text) => text.replace('\n# ', '\n```\n# '),
    'a character taken out of a table': (text) => text.replace(/\| 完成(?=\d+处[^\n]*\n$)/u, '| 完'),
  };
  for (const [name, edit] of Object.entries(edits)) {
    it(`is that of the lines it changes: ${name}`, () => {
      const small = readsOf(10_000, edit);
      const large = readsOf(80_000, edit);
      assert.ok(large.whole > 1000, `${large.whole} readings of the whole draft`);
      assert.ok(large.edit <= 40, `${large.edit} readings after the edit`);
      assert.ok(
        large.edit <= small.edit + 10,
        `${large.edit} in the large draft, ${small.edit} in the small`,
      );
    });
  }

  it('is nothing where nothing changes', () => {
    assert.equal(readsOf(10_000, (text) => text).edit, 0);
  });
});
