import assert from 'node:assert/strict';
import type { Score } from './score';

/** A test a kind: the F1, in per cent, that it must have reached when the tests before these are through. */
export function requireScores(score: Score, required: Readonly<Record<string, number>>): void {
  for (const [kind, least] of Object.entries(required)) {
    it(`finds ${kind} with an F1 of at least ${least}`, () => {
      const { f1, missed, extra } = score.of(kind);
      assert.ok(score.kinds.includes(kind), 'was scored');
      assert.ok(
        f1 >= least,
        `F1 ${f1.toFixed(1)}; missed: ${missed.join(' ｜ ')}; extra: ${extra.join(' ｜ ')}`,
      );
    });
  }
}
