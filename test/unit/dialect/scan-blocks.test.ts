import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { sketchBlocks } from '../../support/block-sketch';

function sketch(...lines: string[]): string[] {
  const text = lines.join('\n');
  return sketchBlocks(text, scanBlocks(text));
}

describe('scanBlocks', () => {
  it('makes every text line a block of its own', () => {
    assert.deepEqual(sketch('一、总体要求', '坚持安全第一。', '', '（一）强化责任。落实到人。'), [
      'text 1   "一、总体要求"',
      'text 2   "坚持安全第一。"',
      'text 4   "（一）强化责任。落实到人。"',
    ]);
  });

  it('takes markers that are no Markdown as plain text', () => {
    assert.deepEqual(
      sketch('1.树牢安全发展理念。', '[bookmark: _GoBack]救灾', '2025年3月21日', '（一）坚持'),
      [
        'text 1   "1.树牢安全发展理念。"',
        'text 2   "[bookmark: _GoBack]救灾"',
        'text 3   "2025年3月21日"',
        'text 4   "（一）坚持"',
      ],
    );
  });

  it('keeps the number of a CommonMark ordered list in the text', () => {
    assert.deepEqual(sketch('1. 标题', '2. 标题', '- 要点', '- 1) 其一'), [
      'text 1  ordered "1. 标题"',
      'text 2  ordered "2. 标题"',
      'text 3  bullet "要点"',
      'text 4  ordered "1) 其一"',
    ]);
  });

  it('leaves out indentation, full-width spaces and trailing white space, and knows no indented code', () => {
    assert.deepEqual(sketch('　　各乡镇：　', '', '        （一）坚持  ', '\t二、任务', '　'), [
      'text 1   "各乡镇："',
      'text 3   "（一）坚持"',
      'text 4   "二、任务"',
    ]);
  });

  it('ends a table at a line without a bar, and begins the next where its delimiter row stands', () => {
    assert.deepEqual(
      sketch(
        '| 序号 | 名称 |',
        '|---|---|',
        '| 1 | 甲 |',
        '一、任务',
        '做好甲\\|乙。',
        '名称 | 时限',
        '---|---',
        '乙 | 6月',
      ),
      [
        'table 1 "序号"|"名称" / "1"|"甲"',
        'text 4   "一、任务"',
        'text 5   "做好甲\\\\|乙。"',
        'table 6 "名称"|"时限" / "乙"|"6月"',
      ],
    );
  });
});
