import assert from 'node:assert/strict';
import { Checker, type Surroundings } from '../../../server/src/connection/checker';
import { DocumentStore, type Snapshot } from '../../../server/src/connection/document-store';
import type { RegistryFiles } from '../../../server/src/connection/registry-files';
import { NO_CONFIGURATION } from '../../../server/src/rules/configuration/levels';
import { NO_SUPERIORS } from '../../../server/src/trace/superiors';

const SURROUNDINGS = {
  framingTitles: [],
  configuration: NO_CONFIGURATION,
  environment: {},
  registries: [],
} as Partial<Surroundings> as Surroundings;

describe('The checker', () => {
  const documents = new DocumentStore('utf-16');
  const draft = (name: string): Snapshot =>
    documents.opened({
      uri: `file:///${name}.要点.md`,
      languageId: 'yaodian',
      version: 1,
      text: '# 2026年工作要点\n',
    });

  it('forgets a comparison where other drafts are at hand than when it was made, and only there', async () => {
    const [one, other] = [draft('甲'), draft('乙')];
    let atHand: readonly Snapshot[] = [one];
    const registries = { inForce: () => Promise.resolve({ registry: undefined, files: [], missing: [] }) };
    const checker = new Checker(() => Promise.resolve(SURROUNDINGS), {
      registries: registries as Partial<RegistryFiles> as RegistryFiles,
      superiors: { inForce: () => Promise.resolve(NO_SUPERIORS) },
      others: { atHand: () => atHand },
    });
    assert.equal(checker.forgetComparison(one), false, 'never checked');
    const alone = checker.check(one);
    await alone;
    assert.equal(checker.forgetComparison(one), false, 'alone as before');
    assert.equal(checker.check(one), alone);
    atHand = [one, other];
    assert.equal(checker.forgetComparison(one), true);
    const compared = checker.check(one);
    assert.notEqual(compared, alone);
    assert.deepEqual((await compared).surroundings.environment.siblings, [other]);
    assert.equal(checker.forgetComparison(one), false, 'compared with it already');
  });
});
