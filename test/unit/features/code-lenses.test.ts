import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { codeLenses } from '../../../server/src/features/code-lenses';

describe('Code lenses', () => {
  it('count the tasks of the plan and of each chapter that has some', () => {
    const text = `云溪县2026年教育工作要点

一、总体要求
坚持立德树人。
二、重点任务
（一）增加学位。新建公办幼儿园2所。〔责任单位：县教育局；完成时限：2026年8月底前〕
（二）规范收费。
`;
    const lenses = codeLenses(readDraft(text)).map(({ range, title, filter }) => [
      text.slice(range.start, range.end),
      title,
      filter,
    ]);
    const counts = [
      ['任务 2 · 完整 1', 'all'],
      ['缺目标 1', 'missing-target'],
      ['缺单位 1', 'missing-unit'],
      ['缺时限 1', 'missing-deadline'],
    ];
    assert.deepEqual(lenses, [
      ...counts.map(([title, filter]) => ['云溪县2026年教育工作要点', title, filter]),
      ...counts.map(([title, filter]) => ['二、重点任务', title, filter]),
    ]);
  });

  it('are none without tasks', () => {
    assert.deepEqual(codeLenses(readDraft('云溪县2026年教育工作要点\n')), []);
  });
});
