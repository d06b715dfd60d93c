import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assign, type Offer } from '../../../server/src/comparison/assign';

describe('assign', () => {
  it('does not let an early choice spoil a later one', () => {
    const offers = [
      { from: 0, to: 0, value: 0.9 },
      { from: 0, to: 1, value: 0.8 },
      { from: 1, to: 0, value: 0.85 },
    ];
    assert.deepEqual(Object.fromEntries(assign(offers)), { 0: 1, 1: 0 });
  });

  it('leaves alone what no offer is worth', () => {
    assert.equal(assign([]).size, 0);
    assert.deepEqual(Object.fromEntries(assign([{ from: 3, to: 5, value: 0.1 }])), { 3: 5 });
  });

  it('is as good as trying every way', () => {
    const value = fc.integer({ min: -5, max: 20 }).map((tenth) => tenth / 20);
    const table = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (values) => {
        const offers = values.flatMap((row, from) =>
          row.flatMap((worth, to) => (worth > 0 ? [{ from, to, value: worth }] : [])),
        );
        const total = [...assign(offers)].reduce((sum, [from, to]) => sum + (values[from]?.[to] ?? 0), 0);
        assert.ok(Math.abs(total - best(offers)) < 0.01, `${total} instead of ${best(offers)}`);
      }),
    );
  });
});

/** The greatest sum of values, by trying every way. */
function best(offers: readonly Offer[]): number {
  const [first, ...rest] = offers;
  if (first === undefined) return 0;
  const free = rest.filter(({ from, to }) => from !== first.from && to !== first.to);
  return Math.max(best(rest), first.value + best(free));
}
