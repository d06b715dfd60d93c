import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { definition, documentLinks, occurrences } from '../../../server/src/features/occurrences';
import { atCursor, marked } from '../../support/cursor-text';

const PLAN = `云溪县2026年教育工作要点

一、重点任务
（一）增加学位。〔责任单位：县教育局、县财政局〕
（二）规范收费。按照第（一）项的进度推进，名单见附件1。〔责任单位：县教育局〕

附件1

学位建设名单
`;

describe('Links within a draft', () => {
  it('lead from a reference to the item or attachment it means', () => {
    const draft = readDraft(PLAN);
    const links = documentLinks(draft).map(({ range, target, label }) => [
      PLAN.slice(range.start, range.end),
      PLAN.slice(target.start, target.end),
      label,
    ]);
    assert.deepEqual(links, [
      ['第（一）项', '（一）增加学位', '（一）增加学位'],
      ['附件1', '附件1', '附件1 学位建设名单'],
    ]);
  });

  it('are found with the cursor anywhere in the reference, and nowhere else', () => {
    const target = (source: string) => {
      const { text, cursor } = atCursor(source);
      const link = definition(readDraft(text), cursor);
      return link && text.slice(link.target.start, link.target.end);
    };
    assert.equal(target(PLAN.replace('第（一）项', '第（|一）项')), '（一）增加学位');
    assert.equal(target(PLAN.replace('的进度', '的进|度')), undefined);
  });
});

describe('Occurrences', () => {
  it('of an item are the item and its mentions, from either end', () => {
    const source = PLAN.replace('（一）增加学位', '«（一）增加学位»').replace('第（一）项', '«第（一）项»');
    const { text, ranges } = marked(source);
    for (const { start } of ranges) {
      const found = occurrences(readDraft(text), start + 1);
      assert.deepEqual(
        found.map(({ range }) => range),
        ranges,
      );
      assert.deepEqual(
        found.map(({ isDefinition }) => isDefinition),
        [true, false],
      );
    }
  });

  it('of a unit are all places that name it', () => {
    const { text, ranges } = marked(PLAN.replaceAll('县教育局', '«县教育局»'));
    const found = occurrences(readDraft(text), ranges[1]?.start ?? -1);
    assert.deepEqual(
      found.map(({ range }) => range),
      ranges,
    );
  });
});
