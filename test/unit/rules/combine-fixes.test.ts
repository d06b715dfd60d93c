import assert from 'node:assert/strict';
import { combineFixes } from '../../../server/src/rules/combine-fixes';
import type { Fix } from '../../../server/src/rules/rule';
import { assertGrowsWithSize } from '../../support/growth';

type Edit = readonly [start: number, end: number, newText: string];
const fixOf = (edits: readonly Edit[]): Fix => ({
  title: '改',
  safe: true,
  edits: edits.map(([start, end, newText]) => ({ range: { start, end }, newText })),
});
const fix = (...edits: Edit[]): Fix => fixOf(edits);
const combined = (...fixes: Fix[]): Edit[] =>
  combineFixes(fixes).map(({ range: { start, end }, newText }): Edit => [start, end, newText]);

describe('combineFixes', () => {
  it('puts the edits of fixes that keep clear of one another in text order', () => {
    assert.deepEqual(combined(fix([8, 9, '丙']), fix([0, 2, '甲'], [4, 4, '乙']), fix([2, 4, ''])), [
      [0, 2, '甲'],
      [2, 4, ''],
      [4, 4, '乙'],
      [8, 9, '丙'],
    ]);
  });

  it('leaves out whole a fix that would change what an earlier one changes', () => {
    const first = fix([4, 8, '甲']);
    for (const edit of [
      [5, 6, ''],
      [3, 5, ''],
      [7, 9, ''],
      [0, 9, ''],
      [4, 4, '乙'],
      [6, 6, '乙'],
    ] as const)
      assert.deepEqual(combined(first, fix([10, 11, '丙'], edit)), [[4, 8, '甲']], edit.join());
    assert.deepEqual(combined(fix([4, 4, '甲']), fix([4, 4, '乙'])), [[4, 4, '甲']]);
    assert.deepEqual(combined(fix([4, 4, '甲']), fix([3, 6, '乙'])), [[4, 4, '甲']]);
    assert.deepEqual(combined(first, fix([8, 8, '乙'])).length, 2, 'what only meets it is clear of it');
  });

  it('takes what two fixes have in common once', () => {
    assert.deepEqual(combined(fix([0, 1, '甲']), fix([0, 1, '甲'], [2, 3, '乙'])), [
      [0, 1, '甲'],
      [2, 3, '乙'],
    ]);
  });

  const edits = (count: number): Edit[] => Array.from({ length: count }, (_, i) => [2 * i, 2 * i + 1, '']);

  it('takes as long as there are fixes', () =>
    assertGrowsWithSize((count) => {
      const all = edits(count);
      const [every, second] = [fixOf(all.filter((_, i) => i % 2 === 0)), all.filter((_, i) => i % 2 === 1)];
      const fixes = [every, ...second.map((edit) => fix(edit))];
      return () => combineFixes(fixes);
    }, 200_000));

  it('takes a fix of more edits than a call takes arguments', () => {
    assert.equal(combined(fixOf(edits(300_000))).length, 300_000);
  });
});
