import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { readSourceLines } from '../../../server/src/dialect/source-line';

function read(text: string): string[] {
  return readSourceLines(text, scanBlocks(text)).map((line) => {
    assert.equal(text.slice(line.range.start, line.range.end), line.text);
    return line.text;
  });
}

describe('readSourceLines', () => {
  it('leaves out comments at the end of a line, and lines of nothing else', () => {
    assert.deepEqual(
      read('一、总体要求 <!-- 要点：锁定编号 --><!-- 注 -->\n　<!-- 要点：任务 -->\n（一）坚持'),
      ['一、总体要求', '（一）坚持'],
    );
  });

  it('keeps what only looks like a comment', () => {
    assert.deepEqual(read('甲 -->\n乙 <!-- 注 --> 丙 -->\n丁 <!-- 戊'), [
      '甲 -->',
      '乙 <!-- 注 --> 丙 -->',
      '丁 <!-- 戊',
    ]);
  });
});
