import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { quotePlace } from '../../../server/src/dialect/quote-place';

const TEXT = `---
文种: 工作要点
---

# 云溪县2026年教育工作要点

为办好教育，制定本要点。

一、总体要求

坚持公平。

二、重点任务

（一）扩学位

1．新建小学。开工两所。

2．改造校舍。完成三处。

附件1

任务分解表

| 序号 | 名称 | 目标 | 责任单位 |
| --- | --- | --- | --- |
| 1 | 新建小学 | 两所 | 县教育局 |
| 2 | 改造校舍 | 三处 | 县财政局 |
`;

describe('The place of a finding', () => {
  const draft = readDraft(TEXT);
  const cases: readonly (readonly [string, string])[] = [
    ['文种', '文首'],
    ['教育工作要点', '标题'],
    ['坚持公平', '第一部分'],
    ['完成三处', '第二部分（一）第2项'],
    ['县财政局', '附件1表格第2行'],
    ['任务分解表', '附件1'],
    ['为办好教育', ''],
  ];
  for (const [text, place] of cases)
    it(`of “${text}” is quoted as ${place === '' ? 'nothing but its line' : place}`, () => {
      assert.equal(quotePlace(draft, TEXT.indexOf(text)), place);
    });
});
