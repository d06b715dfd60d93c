import assert from 'node:assert/strict';
import { sharedEnd, sharedStart } from '../../../server/src/dialect/shared-ends';

describe('what two texts share at their ends', () => {
  it('is counted from the start and from the end', () => {
    assert.equal(sharedStart('落实半年报告', '落实定期报告'), 2);
    assert.equal(sharedEnd('落实半年报告', '落实定期报告'), 2);
  });

  it('is all of the shorter text where the longer holds it', () => {
    assert.equal(sharedStart('落实', '落实报告'), 2);
    assert.equal(sharedEnd('报告', '落实报告'), 2);
    assert.equal(sharedStart('', '落实'), 0);
    assert.equal(sharedEnd('落实', ''), 0);
  });

  it('does not count the middle of 甲甲 and 甲甲甲 twice', () => {
    const start = sharedStart('甲甲', '甲甲甲');
    assert.equal(sharedEnd('甲甲', '甲甲甲', 2 - start), 0);
  });
});
