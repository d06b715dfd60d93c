import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/dialect/range';
import { readDraft } from '../../../server/src/dialect/draft';
import { completions } from '../../../server/src/features/completion';
import { atCursor } from '../../support/cursor-text';

const RULES = [{ id: 'numbering/gap' as const, summary: '序号缺号' }] as const;

describe('Completion in a clause', () => {
  it('offers the labels that the task does not have yet', () => {
    assert.deepEqual(labelsAt('（二）规范收费。〔责任单位：县教育局；|〕'), [
      '目标',
      '牵头单位',
      '配合单位',
      '完成时限',
      '频次',
    ]);
  });

  it('knows labels of another clause of the task, and synonyms', () => {
    const found = labelsAt('（二）规范收费。〔责任部门：县教育局〕清理目录。〔|〕');
    assert.ok(!found.includes('责任单位'), found.join());
    assert.ok(found.includes('完成时限'));
  });

  it('offers deadlines of other tasks first, then the usual ones of the year', () => {
    const found = labelsAt('（二）规范收费。〔责任单位：县教育局；完成时限：|〕');
    assert.equal(found[0], '2026年8月底前');
    assert.ok(found.includes('2026年6月底前') && found.includes('2026年12月31日前'), found.join());
  });

  it('replaces what is typed and nothing else', () => {
    const { text, cursor } = atCursor(plan('（二）规范收费。〔责任单位：县财政局；完成|〕'));
    const label = completions(readDraft(text), cursor, { rules: [] }).find(
      (item) => item.label === '完成时限',
    );
    assert.ok(label);
    const edited = applyEdits(text, [{ range: label.range, newText: label.newText }]);
    assert.ok(edited.includes('〔责任单位：县财政局；完成时限：〕'), edited);
  });

  it('works before the bracket is closed', () => {
    assert.ok(labelsAt('（二）规范收费。（|').includes('责任单位'));
  });

  it('offers nothing in running text', () => {
    assert.deepEqual(labelsAt('（二）规范收费（含民办）。做好|公示。'), []);
  });
});

describe('Completion of directives and front matter', () => {
  it('offers directives, and rules after one that ignores', () => {
    assert.ok(labelsAt('<!-- 要点：|').includes('忽略'));
    assert.deepEqual(labelsAt('<!-- 要点：忽略 num|'), ['numbering/gap']);
  });
});

function plan(line: string): string {
  return `云溪县2026年教育工作要点

一、重点任务
（一）增加学位。〔责任单位：县教育局、县财政局；完成时限：2026年8月底前〕
${line}
`;
}

function labelsAt(line: string): string[] {
  const { text, cursor } = atCursor(plan(line));
  return completions(readDraft(text), cursor, { rules: RULES }).map(({ label }) => label);
}
