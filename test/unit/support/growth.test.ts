import assert from 'node:assert/strict';
import { assertGrowsWithSize } from '../../support/growth';

function spin(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum = (sum + i) | 0;
  return sum;
}

describe('time held against size', () => {
  it('may grow as the size does', () => assertGrowsWithSize((size) => () => spin(1000 * size), 200_000));

  it('may not grow as its square does', () =>
    assert.rejects(
      assertGrowsWithSize((size) => () => spin(size * size), 30_000),
      /ms for 8 times what takes/,
    ));
});
