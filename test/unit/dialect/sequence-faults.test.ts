import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sequenceFaults } from '../../../server/src/dialect/sequence-faults';

/** `gap@2 3-3`: the kind, the index (from 0) and the missing numbers or the length of the run. */
function describeFaults(numbers: string, start = 1): string {
  const faults = sequenceFaults(numbers.split(' ').map(Number), start);
  return faults
    .map((fault) => {
      if (fault.kind === 'gap') return `gap@${fault.index} ${fault.from}-${fault.to}`;
      const restart = fault.kind === 'out-of-order' && fault.restart ? ' restart' : '';
      return `${fault.kind}@${fault.index} ×${fault.length}${restart}`;
    })
    .join('; ');
}

describe('Sequence faults', () => {
  const cases: [numbers: string, faults: string][] = [
    ['1 2 3', ''],
    ['1 2 4 5', 'gap@2 3-3'],
    ['2 3 4', 'gap@0 1-1'],
    ['1 2 3 13 14', 'gap@3 4-12'],
    ['1 2 4 5 7 8', 'gap@2 3-3; gap@4 6-6'],
    ['1 2 2 3', 'duplicate@2 ×1'],
    ['1 2 3 3 5 6', 'duplicate@3 ×1'],
    ['1 2 4 4 5', 'duplicate@2 ×1'],
    ['1 2 3 4 3 4 5 6', 'duplicate@4 ×2'],
    ['1 3 2 4', 'out-of-order@2 ×1'],
    ['1 2 5 3 4 6', 'out-of-order@2 ×1'],
    ['1 2 3 7 5 6', 'out-of-order@3 ×1'],
    ['1 2 3 4 5 16 7', 'out-of-order@5 ×1'],
    ['1 2 3 1 2 3', 'out-of-order@3 ×3 restart'],
    ['1 2 3 4 5 6 1 2 3 10 11', 'out-of-order@6 ×3 restart'],
    ['1 2 3 4 5 6 1 2 3 7 8', 'out-of-order@6 ×3 restart'],
  ];
  for (const [numbers, faults] of cases) {
    it(`of ${numbers} are ${faults === '' ? 'none' : faults}`, () => {
      assert.equal(describeFaults(numbers), faults);
    });
  }

  it('count on from another start', () => {
    assert.equal(describeFaults('7 8 10', 7), 'gap@2 9-9');
  });

  it('are exactly one after one number is taken away, doubled or mistyped', () => {
    const slip = fc.record({
      count: fc.integer({ min: 4, max: 60 }),
      at: fc.nat(),
      kind: fc.constantFrom('remove', 'repeat', 'mistype'),
      wrong: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(slip, ({ count, at, kind, wrong }) => {
        const numbers = Array.from({ length: count }, (_, index) => index + 1);
        const index = at % (count - 1);
        if (kind === 'remove') numbers.splice(index, 1);
        else if (kind === 'repeat') numbers.splice(index, 0, index + 1);
        else numbers[index] = wrong;
        const expected = kind === 'mistype' && wrong === index + 1 ? 0 : 1;
        assert.equal(sequenceFaults(numbers).length, expected, numbers.join(' '));
      }),
    );
  });

  it('are found in long sequences without trying every pair', () => {
    const hole = Array.from({ length: 20_000 }, (_, index) => index + 1 + (index > 9_000 ? 1 : 0));
    assert.equal(sequenceFaults(hole).length, 1);
    const garbage = Array.from({ length: 20_000 }, (_, index) => (index % 3) + 1);
    assert.equal(sequenceFaults(garbage).length, 6_666);
    const twice = [...hole.slice(0, 9_000), ...hole.slice(0, 9_000)];
    assert.deepEqual(sequenceFaults(twice), [
      { kind: 'out-of-order', index: 9_000, length: 9_000, restart: true },
    ]);
  }).timeout(5_000);
});
