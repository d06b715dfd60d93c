import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';

const TEXT = `云溪县2026年教育工作要点

一、重点任务
（一）增加学位。新建公办幼儿园2所。〔牵头单位：县教育局；配合单位：各镇；完成时限：2026年8月底前〕
`;

describe('Semantic tokens', () => {
  it('colour markers, titles, units by role, deadlines and targets', () => {
    const tokens = semanticTokens(readDraft(TEXT)).map(({ range, type, modifiers }) =>
      [TEXT.slice(range.start, range.end), type, ...modifiers].join(' '),
    );
    for (const expected of [
      '一、 marker',
      '（一） marker',
      '增加学位 taskTitle',
      '牵头单位 fieldLabel',
      '县教育局 unit lead',
      '各镇 unit support collective',
      '2026年8月底前 deadline',
    ]) {
      assert.ok(tokens.includes(expected), `${expected} in ${tokens.join(' | ')}`);
    }
    assert.ok(tokens.some((token) => token.endsWith(' target')));
  });

  it('are in order, within a line, and do not overlap', () => {
    const tokens = semanticTokens(readDraft(TEXT));
    tokens.slice(1).forEach((next, index) => assert.ok((tokens[index]?.range.end ?? 0) <= next.range.start));
    for (const { range } of tokens) assert.ok(!TEXT.slice(range.start, range.end).includes('\n'));
  });

  it('can be had for a part', () => {
    const start = TEXT.indexOf('（一）');
    const tokens = semanticTokens(readDraft(TEXT), { start, end: start + 3 });
    assert.deepEqual(
      tokens.map(({ type }) => type),
      ['marker'],
    );
  });
});
