import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/dialect/draft';
import { NO_CONFIGURATION } from '../../../server/src/rules/configuration/levels';
import { headFindings, readHead } from '../../../server/src/rules/head-findings';
import type { Diagnostic } from '../../../server/src/rules/rule';
import { runRules, type RunEnvironment } from '../../../server/src/rules/run-rules';
import { generatePlan } from '../../bench/plans';
import { describeCorpus } from '../../support/corpus';
import { mutatedDraft } from '../../support/mutated-draft';
import { inventedPlans } from '../../support/plans';

const PLAN = generatePlan(60_000);

function headOf(text: string, environment: RunEnvironment = {}): readonly Diagnostic[] | undefined {
  const head = readHead(text, (beginning) => readDraft(beginning));
  return head && headFindings(head, NO_CONFIGURATION, environment)?.all();
}

/** What tells one finding from another, without the repairs, which are worked out when somebody looks. */
const told = ({ rule, range, message, level }: Diagnostic): string =>
  `${rule} ${range.start}-${range.end} ${level}: ${message}`;

function assertFoundInWhole(text: string): number {
  const whole = new Set(runRules(readDraft(text), NO_CONFIGURATION).map(told));
  const head = (headOf(text) ?? []).map(told);
  assert.deepEqual(
    head.filter((finding) => !whole.has(finding)),
    [],
  );
  return head.length;
}

describe('Findings in the beginning of a long text', () => {
  it('are found in the whole of it as well, in plans as they are published', () => {
    assert.ok(assertFoundInWhole(generatePlan(15_000)) > 0);
    assert.ok(assertFoundInWhole(PLAN) > 1);
    assert.ok(assertFoundInWhole(generatePlan(240_000)) > 6);
  });

  it('are found in the whole as well where much stands before the first chapter, or is set apart', () => {
    const faults = '1.加强加强管理，，责任单位：县教育 局（完成时限：2026年13月45日）\n'.repeat(150);
    const units = '  - 名称: 县教育 局，，加强加强\n'.repeat(300);
    const [title, rest] = [PLAN.slice(0, PLAN.indexOf('\n') + 1), PLAN.slice(PLAN.indexOf('\n') + 1)];
    assertFoundInWhole(`---\n文种: 工作要点\n单位名录:\n${units}---\n${PLAN}`);
    for (const [open, close] of [
      ['<!--', '-->'],
      ['```', '```'],
      ['<div>', '</div>'],
    ])
      assertFoundInWhole(`${title}\n${open}\n${faults}${close}\n${rest}`);
    const chapters = PLAN.match(/^[一二三四五六七八九十]+、.*$/gmu)?.join('......1\n');
    assertFoundInWhole(`${title}目录\n${chapters}\n\n${rest}`);
  });

  it('are found in the whole as well where invented plans follow one another in one text', () => {
    const texts = inventedPlans().map(({ text }) => text);
    texts.forEach((_, index) => {
      const long = [...texts.slice(index), ...texts.slice(0, index)].join('\n');
      assertFoundInWhole(long.slice(0, 15_000));
      assertFoundInWhole(long.slice(0, 60_000));
    });
  });

  it('are found in the whole as well in drafts that suffered accidents', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(mutatedDraft, { minLength: 6, maxLength: 9 }), (parts) => {
        found += assertFoundInWhole(parts.join('\n'));
      }),
      { numRuns: 30 },
    );
    assert.ok(found > 20, `${found} findings`);
  });

  it('stand before the last lines that were read', () => {
    const ends = (headOf(generatePlan(240_000)) ?? []).map(({ range }) => range.end);
    assert.ok(Math.max(...ends) > 10_000 && Math.max(...ends) < 16_000);
  });

  it('are none where a directive further down silences rules in the whole draft', () => {
    assert.equal(headOf(`${PLAN}\n<!-- 要点：忽略全文 text/wrong-word 引文 -->\n`), undefined);
  });

  it('are not told where a baseline may have accepted them', () => {
    assert.equal(headOf(PLAN, { sift: (_, found) => found }), undefined);
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
