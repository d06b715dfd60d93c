import assert from 'node:assert/strict';
import { Words } from '../../../../server/src/dialect/fields/words';

describe('words by the character they end with', () => {
  const verbs = new Words(['建', '建成', '按职责分工', '分工'], ['建设']);

  it('finds the longest word that ends at a place, and none that begins before a given one', () => {
    const text = '甲按职责分工';
    assert.deepEqual(
      [0, 1, 2].map((from) => verbs.startOfWordEnding(text, text.length, from)),
      [1, 1, 4],
    );
    assert.equal(verbs.startOfWordEnding(text, 3), -1);
  });

  it('finds the last word of a text that no other word hides', () => {
    assert.equal(verbs.lastIn('建成3所，建设5所'), 0);
    assert.equal(
      verbs.lastIn('建成3所，改建5所', (next) => next === '5'),
      0,
    );
    assert.equal(verbs.lastIn('完成3所'), -1);
  });

  it('takes all words off an end', () => {
    const text = '甲分工按职责分工';
    assert.equal(text.slice(0, verbs.skipBack(text, 0, text.length)), '甲');
    assert.equal(verbs.skipBack(text, 7, text.length), text.length);
  });
});
