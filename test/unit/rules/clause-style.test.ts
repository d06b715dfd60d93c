import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { clauseStyleOf, type ClauseStyle } from '../../../server/src/rules/clause-style';

describe('The manner of a draft’s clauses', () => {
  function styleOf(...clauses: readonly string[]): ClauseStyle {
    const tasks = clauses.map((clause, index) => `${index + 1}．做好工作。${clause}`);
    return clauseStyleOf(readDraft(`# 2026年工作要点\n\n一、重点任务\n\n${tasks.join('\n\n')}\n`));
  }

  it('is that of most of them, each mark for itself', () => {
    const { labels, ...style } = styleOf(
      '（目标：全部办结，责任部门：县教育局）',
      '（目标：全部办结；牵头单位:县教育局,责任部门:县民政局）',
      '【目标:全部办结，责任单位:县教育局】。',
      '（责任部门:县教育局）。',
      '（责任部门:县民政局，完成时间:6月底前）。',
    );
    assert.deepEqual(style, { open: '（', close: '）', colon: ':', separator: '，', after: '。', count: 5 });
    const { unit, lead, deadline, support } = labels;
    assert.deepEqual([unit, lead, deadline, support], ['责任部门', '牵头单位', '完成时间', '配合单位']);
  });

  it('of two that are as frequent is the first', () => {
    assert.equal(styleOf('【责任单位：县教育局】', '（责任部门：县教育局）').open, '【');
    assert.equal(styleOf('（责任部门：县教育局）', '【责任单位：县教育局】').labels.unit, '责任部门');
  });

  it('takes neither spaces nor 为 for a mark', () => {
    const { colon, separator, labels } = styleOf(
      '〔目标：全部办结　责任部门为县教育局〕',
      '〔目标：全部办结　责任部门为县民政局〕',
      '〔目标:全部办结,责任部门:县民政局〕',
    );
    assert.deepEqual([colon, separator, labels.unit], ['：', ',', '责任部门']);
  });

  it('is the usual one where there are none', () => {
    const { labels, ...style } = styleOf('县教育局牵头。');
    assert.deepEqual(style, { open: '〔', close: '〕', colon: '：', separator: '；', after: '', count: 0 });
    assert.equal(labels.unit, '责任单位');
  });
});
