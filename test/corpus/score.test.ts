import assert from 'node:assert/strict';
import { describeCorpus } from '../support/corpus';
import { requireScores } from '../support/require-scores';
import { Score } from '../support/score';
import { scorePlan } from '../support/score-plan';

/** The F1 each kind must reach. Structure is held to what is reached; phrases in prose have room to be general. */
const REQUIRED: Readonly<Record<string, number>> = {
  title: 100,
  notice: 100,
  cc: 100,
  outline: 100,
  tasks: 100,
  'task units': 98,
  'task leads': 98,
  'task collectives': 98,
  'task deadlines': 95,
  'task frequencies': 95,
  'task targets': 95,
  'table rows': 98,
  'row units': 98,
  'row leads': 98,
  'row collectives': 98,
  'numbering defects': 100,
};

describeCorpus('the command line on published plans', (documents) => {
  const score = new Score();

  for (const document of documents) {
    it(`reads ${document.name}`, () => scorePlan(score, document)).timeout(30_000);
  }

  requireScores(score, REQUIRED);

  it('marks at least 60 % of what a reviewer is sure to mark, with at most two more warnings a document', () => {
    const { recall, extra } = score.of('other findings');
    assert.ok(recall >= 60, `recall ${recall.toFixed(1)}`);
    assert.ok(extra.length <= 2 * documents.length, `extra: ${extra.join(' ｜ ')}`);
  });
});
