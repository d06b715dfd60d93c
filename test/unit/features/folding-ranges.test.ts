import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { marked } from '../../support/cursor-text';

describe('Folding', () => {
  it('folds chapters, sections and items of several lines', () => {
    expectFolds(`云溪县2026年教育工作要点

«一、总体要求
坚持立德树人。»
«二、重点任务
«（一）办好学前教育
«1．增加学位。
新建公办幼儿园2所。»
2．规范收费。»»
`);
  });

  it('folds an ignored region', () => {
    expectFolds(`云溪县2026年教育工作要点

«<!-- 要点：忽略开始 numbering/gap 沿用上级文件的编号 -->
一、总体要求
<!-- 要点：忽略结束 numbering/gap -->»
`);
  });

  it('folds nothing in a text without structure', () => {
    assert.deepEqual(foldingRanges(readDraft('只有一段话。\n')), []);
  });
});

function expectFolds(source: string): void {
  const { text, ranges } = marked(source);
  const draft = readDraft(text);
  const byLines = (range: { start: number; end: number }) => [
    draft.lines.lineAt(range.start),
    draft.lines.lineAt(range.end),
  ];
  assert.deepEqual(
    foldingRanges(draft).map(({ range }) => byLines(range)),
    ranges.map(byLines),
  );
}
