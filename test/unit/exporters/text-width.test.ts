import assert from 'node:assert/strict';
import { padToWidth, textWidth, wrapToWidth } from '../../../server/src/exporters/text-width';

describe('text width', () => {
  it('counts two columns for Chinese, full-width punctuation and characters beyond the basic plane', () => {
    assert.equal(textWidth('要点a1'), 6);
    assert.equal(textWidth('（一）、'), 8);
    assert.equal(textWidth('𠮷'), 2);
    assert.equal(textWidth('e\u0301\u200b'), 1);
  });

  it('pads by columns, not by characters', () => {
    assert.equal(padToWidth('要', 4), '要  ');
    assert.equal(padToWidth('要点', 3), '要点');
  });

  it('breaks lines within the width', () => {
    assert.deepEqual(wrapToWidth('完成改造110套', 6), ['完成改', '造110', '套']);
    assert.deepEqual(wrapToWidth('甲\n乙', 6), ['甲', '乙']);
    assert.deepEqual(wrapToWidth('', 6), ['']);
  });

  it('begins no line with closing punctuation', () => {
    assert.deepEqual(wrapToWidth('县司法局、县公安局', 8), ['县司法', '局、县公', '安局']);
    assert.deepEqual(wrapToWidth('各乡镇（街道）', 12), ['各乡镇（街', '道）']);
  });
});
