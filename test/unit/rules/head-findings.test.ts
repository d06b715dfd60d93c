import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/dialect/draft';
import { NO_CONFIGURATION } from '../../../server/src/rules/configuration/levels';
import { headFindings } from '../../../server/src/rules/head-findings';
import type { Diagnostic } from '../../../server/src/rules/rule';
import { runRules } from '../../../server/src/rules/run-rules';
import { generatePlan } from '../../bench/plans';
import { describeCorpus } from '../../support/corpus';
import { mutatedDraft } from '../../support/mutated-draft';
import { inventedPlans } from '../../support/plans';

const PLAN = generatePlan(60_000);

const headOf = (text: string): readonly Diagnostic[] =>
  headFindings(text, (head) => readDraft(head), NO_CONFIGURATION, {})?.all() ?? [];

/** What tells one finding from another, without the repairs, which are worked out when somebody looks. */
const told = ({ rule, range, message, level }: Diagnostic): string =>
  `${rule} ${range.start}-${range.end} ${level}: ${message}`;

function assertFoundInWhole(text: string): number {
  const whole = new Set(runRules(readDraft(text), NO_CONFIGURATION).map(told));
  const head = headOf(text).map(told);
  assert.deepEqual(
    head.filter((finding) => !whole.has(finding)),
    [],
  );
  return head.length;
}

describe('Findings in the beginning of a long text', () => {
  it('are found in the whole of it as well, in a plan as they are published', () => {
    assert.ok(assertFoundInWhole(PLAN) > 6);
  });

  it('are found in the whole as well where invented plans follow one another in one text', () => {
    const texts = inventedPlans().map(({ text }) => text);
    texts.forEach((_, index) => {
      const long = [...texts.slice(index), ...texts.slice(0, index)].join('\n');
      assertFoundInWhole(long.slice(0, 60_000));
    });
  });

  it('are found in the whole as well in drafts that suffered accidents', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(mutatedDraft, { minLength: 6, maxLength: 9 }), (parts) => {
        found += assertFoundInWhole(parts.join('\n'));
      }),
      { numRuns: 20 },
    );
    assert.ok(found > 20, `${found} findings`);
  });

  it('stand before the last lines that were read', () => {
    const ends = headOf(PLAN).map(({ range }) => range.end);
    assert.ok(Math.max(...ends) > 10_000 && Math.max(...ends) < 16_000);
  });

  it('are none where a directive further down silences rules in the whole draft', () => {
    assert.deepEqual(headOf(`${PLAN}\n<!-- 要点：忽略全文 text/wrong-word 引文 -->\n`), []);
  });

  it('are not told where a baseline may have accepted them', () => {
    const sifted = headFindings(PLAN, (head) => readDraft(head), NO_CONFIGURATION, {
      sift: (_, found) => found,
    });
    assert.equal(sifted, undefined);
  });
});

describeCorpus('Findings in the beginning of published documents in one text', (documents) => {
  it('are found in the whole of it as well', () => {
    const texts = documents.map(({ text }) => text);
    let found = 0;
    for (let from = 0; from < texts.length; from += 5)
      found += assertFoundInWhole([...texts.slice(from), ...texts].join('\n').slice(0, 60_000));
    assert.ok(found > 0);
  });
});
