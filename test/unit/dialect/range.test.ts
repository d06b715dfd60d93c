import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contains, within } from '../../../server/src/dialect/range';

describe('Ranges within a range', () => {
  it('are those that asking each of them would find', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range), range, (ranges, outer) => {
        const sorted = ranges.map((range) => ({ range })).sort((a, b) => a.range.start - b.range.start);
        assert.deepEqual(
          within(sorted, outer),
          sorted.filter(({ range }) => contains(outer, range)),
        );
      }),
    );
  });
});
