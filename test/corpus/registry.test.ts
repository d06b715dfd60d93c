import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/dialect/draft';
import { createRegistry } from '../../server/src/registry/create-registry';
import { problemsOf } from '../../server/src/registry/find-conflicts';
import { writeRegistryYaml } from '../../server/src/registry/registry-yaml';
import { suggestRegistry } from '../../server/src/registry/suggest-registry';
import { NO_CONFIGURATION } from '../../server/src/rules/configuration/levels';
import { runRules } from '../../server/src/rules/run-rules';
import type { Registry } from '../../server/src/registry/registry';
import { describeCorpus } from '../support/corpus';
import { registryFileOf } from '../support/registries';

/** Findings of the unit rules, as `rule text`. */
function unitFindings(text: string, registry?: Registry): readonly string[] {
  const findings = runRules(readDraft(text), NO_CONFIGURATION, { registry });
  return findings
    .filter(({ rule }) => rule.startsWith('unit/'))
    .map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`);
}

describeCorpus('Registries and published plans', (documents) => {
  const variantsOf = (gold: Record<string, unknown>) =>
    (gold['unitVariants'] as string[][]).filter((names) =>
      names.every((name) => !name.includes('单位') && !name.includes('部门')),
    );

  for (const { name, text, gold } of documents) {
    it(`finds the units of ${name} that go by two names, without a registry, and nothing else`, () => {
      const expected = variantsOf(gold).length;
      assert.equal(unitFindings(text).length, expected);
      for (const finding of unitFindings(text)) {
        assert.ok(
          variantsOf(gold).some((names) => names.includes(finding.replace('unit/alias ', ''))),
          finding,
        );
      }
    });
  }

  it('drafts a registry that is valid and leaves no unit unknown', () => {
    const drafts = documents.map(({ text }) => readDraft(text));
    const file = registryFileOf(writeRegistryYaml(suggestRegistry(drafts)));
    const registry = createRegistry([file]);
    assert.deepEqual(problemsOf(file, registry), []);
    assert.ok(registry.size > 60);
    const all = documents.flatMap(({ text }) => unitFindings(text, registry));
    assert.deepEqual(
      all.filter((finding) => !finding.startsWith('unit/alias')),
      [],
    );
    assert.equal(all.length, documents.flatMap(({ gold }) => variantsOf(gold)).length);
  });

  it('names as units what readers marked as units, and no collective among them', () => {
    for (const { text, gold } of documents) {
      const plan = suggestRegistry([readDraft(text)]);
      const names = plan.units.flatMap((unit) => [unit.name, ...unit.aliases]);
      const known = new Set(Object.values(gold['unitNames'] ?? {}).flat() as string[]);
      if (known.size === 0) continue;
      assert.deepEqual(
        names.filter((each) => !known.has(each)),
        [],
      );
    }
  });
});
