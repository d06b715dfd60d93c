import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareDrafts, type Comparison } from '../../../server/src/comparison/compare-drafts';
import { readDraft } from '../../../server/src/dialect/draft';
import type { Draft } from '../../../server/src/dialect/model';
import { editPlan, type EditedPlan } from '../../support/edited-plan';
import { assertGrowsWithSize } from '../../support/growth';
import { inventLargePlan } from '../../support/invented-tasks';
import { root } from '../../support/lsp-client';
import { inventedPlans } from '../../support/plans';
import { Random } from '../../support/random';

const SAMPLES = [
  'samples/往年/2025年云溪县安全生产工作要点.要点.md',
  'samples/2026年云溪县安全生产工作要点.要点.md',
  'samples/2026年云溪县河湖管护工作要点.要点.md',
];
const ROUNDS = 8;

/** Pairs found and really made, over many drafts with known edits. */
interface Figures {
  readonly pairs: Score;
  readonly moves: Score;
  readonly tried: number;
  readonly read: number;
  /** Tasks that were moved and are said to be dropped. */
  readonly movedAsDropped: number;
}

interface Score {
  right: number;
  wrong: number;
  missed: number;
}

describe('matching of generated pairs of drafts', () => {
  let figures: Figures;
  before(() => {
    figures = measure([
      ...inventedPlans().map(({ text }) => readDraft(text)),
      ...SAMPLES.map((file) => readDraft(readFileSync(path.join(root, file), 'utf8'))),
      readDraft(inventLargePlan(new Random(5), 60)),
    ]);
  });

  it('has pairs enough to mean something', () => {
    assert.ok(
      figures.read >= figures.tried * 0.9,
      `${figures.read} of ${figures.tried} edited plans read well`,
    );
    assert.ok(figures.pairs.right > 1000, `${figures.pairs.right} pairs`);
    assert.ok(figures.moves.right > 100, `${figures.moves.right} moves`);
  });

  it('finds what became of each task: precision and recall are at least 97 %', () => {
    const { precision, recall } = rates(figures.pairs);
    assert.ok(precision >= 0.97, `precision ${precision}`);
    assert.ok(recall >= 0.97, `recall ${recall}`);
  });

  it('compares two drafts of 400 tasks in time that grows with their number', () =>
    assertGrowsWithSize((tasks) => {
      const plan = editPlan(readDraft(inventLargePlan(new Random(6), tasks)), new Random(3));
      assert.ok(plan);
      return () => compareDrafts(plan.old, plan.new);
    }, 400));

  it('never reports a moved task as deleted and added', () => {
    assert.equal(figures.movedAsDropped, 0);
  });

  it('reports as moved the tasks that were put under another heading, and no others', () => {
    const { precision, recall } = rates(figures.moves);
    assert.ok(precision >= 0.95, `precision ${precision}`);
    assert.ok(recall >= 0.97, `recall ${recall}`);
  });
});

function measure(drafts: readonly Draft[]): Figures {
  const plans = drafts
    .filter(({ tasks }) => tasks.length > 2)
    .flatMap((draft) =>
      Array.from({ length: ROUNDS }, (_, round) => editPlan(draft, new Random(round * 7919))),
    );
  const read = plans.filter((plan) => plan !== undefined);
  const pairs: Score = { right: 0, wrong: 0, missed: 0 };
  const moves: Score = { right: 0, wrong: 0, missed: 0 };
  let movedAsDropped = 0;
  for (const plan of read) {
    const comparison = compareDrafts(plan.old, plan.new);
    count(pairs, foundPairs(plan, comparison), new Set(plan.pairs.map(String)));
    const moved = comparison.moved.map(({ old }) => plan.old.tasks.indexOf(old));
    count(moves, new Set(moved.map(String)), new Set([...plan.moved].map(String)));
    movedAsDropped += comparison.dropped.filter((task) =>
      plan.moved.has(plan.old.tasks.indexOf(task)),
    ).length;
  }
  return { pairs, moves, movedAsDropped, tried: plans.length, read: read.length };
}

function foundPairs(plan: EditedPlan, { kept, splits, merges }: Comparison): ReadonlySet<string> {
  const pairs = [
    ...kept,
    ...splits.flatMap(({ old, parts }) => parts.map((part) => ({ old, new: part }))),
    ...merges.flatMap((merge) => merge.parts.map((part) => ({ old: part, new: merge.new }))),
  ];
  return new Set(
    pairs.map((pair) => String([plan.old.tasks.indexOf(pair.old), plan.new.tasks.indexOf(pair.new)])),
  );
}

function count(score: Score, found: ReadonlySet<string>, real: ReadonlySet<string>): void {
  for (const entry of found) score[real.has(entry) ? 'right' : 'wrong']++;
  for (const entry of real) if (!found.has(entry)) score.missed++;
}

function rates({ right, wrong, missed }: Score): { precision: number; recall: number } {
  return { precision: right / (right + wrong), recall: right / (right + missed) };
}
