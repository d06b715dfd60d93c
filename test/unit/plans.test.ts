import assert from 'node:assert/strict';
import { NodeFiles } from '../../server/src/cli/node-files';
import { runInMemory } from '../support/memory-io';
import { inventedPlans, plansInManners } from '../support/plans';
import { requireScores } from '../support/require-scores';
import { Score } from '../support/score';
import { scorePlan } from '../support/score-plan';

/**
 * The F1 each kind must reach on plans nobody developed the reading with: of other places, topics and manners than the
 * published ones. Structure leaves no room; phrases in prose do.
 */
const REQUIRED: Readonly<Record<string, number>> = {
  title: 98,
  notice: 98,
  cc: 98,
  outline: 98,
  tasks: 98,
  'task units': 95,
  'task leads': 95,
  'task collectives': 95,
  'task deadlines': 85,
  'task frequencies': 85,
  'task targets': 85,
  'table rows': 95,
  'row units': 95,
  'row leads': 95,
  'row collectives': 95,
  'numbering defects': 100,
};

/** Groups of rules that speak of how a document is written; on a clean one they have nothing to say. */
const OF_WRITING = /^(?:text|document|clause|front-matter)\//u;

interface Finding {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe('reading plans of other places and manners', () => {
  const plans = [...inventedPlans(), ...plansInManners()];
  const score = new Score();

  for (const plan of plans) {
    it(`reads ${plan.name}`, () => scorePlan(score, plan)).timeout(30_000);
  }

  requireScores(score, REQUIRED);

  for (const plan of plans.filter(({ gold }) => gold.clean === true)) {
    it(`finds nothing to correct in the writing of ${plan.name}`, async () => {
      const { stdout } = await runInMemory(['check', plan.file, '--format', 'json'], new NodeFiles());
      const { files } = JSON.parse(stdout) as { files: { diagnostics: Finding[] }[] };
      const faults = files
        .flatMap(({ diagnostics }) => diagnostics)
        .filter(({ rule }) => OF_WRITING.test(rule) && !rule.endsWith('row-number'))
        .filter(({ level }) => level === 'error' || level === 'warning');
      assert.deepEqual(
        faults.map(({ rule, message, range }) => `${range.start.line} ${rule} ${message}`),
        [],
      );
    });
  }
});
