import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { readFields } from '../../../../server/src/dialect/fields';
import { formatDraft } from '../../../../server/src/dialect/format/format-draft';
import { applyEdits } from '../../../../server/src/dialect/range';
import { findReferences } from '../../../../server/src/dialect/references';

const partsOf = (text: string): string[] =>
  readFields(text, { year: 2026 }).clauses.flatMap(({ parts }) =>
    parts.map(({ field, content }) => `${field} ${content.value}`),
  );

describe('Statements of what a task carries out', () => {
  it('are fields of a clause, alone or among others', () => {
    assert.deepEqual(partsOf('修堤。〔落实：市要点第12项〕'), ['carries-out 市要点第12项']);
    assert.deepEqual(partsOf('修堤。〔责任单位：县水利局；落实：市要点第3、5项；完成时限：6月底前〕'), [
      'unit 县水利局',
      'carries-out 市要点第3、5项',
      'deadline 6月底前',
    ]);
    assert.deepEqual(partsOf('修堤。（落实上级要点：第二部分（三）第7项）'), [
      'carries-out 第二部分（三）第7项',
    ]);
  });

  it('are no units, targets, deadlines or frequencies', () => {
    const { units, targets, deadlines, frequencies } = readFields(
      '修堤。〔落实：市要点第3、5项；责任单位：县水利局〕',
      { year: 2026 },
    );
    assert.deepEqual(
      units.map(({ value }) => value),
      ['县水利局'],
    );
    assert.deepEqual([targets, deadlines, frequencies], [[], [], []]);
  });

  for (const text of [
    '修堤。〔落实：县教育局〕',
    '修堤。〔落实：第一中学、第三医院〕',
    '修堤。（落实：见附件）',
    '修堤，落实：市要点第12项的要求。',
    '全面落实市要点第12项。',
  ])
    it(`are not read in ${text}`, () =>
      assert.ok(!partsOf(text).some((part) => part.startsWith('carries-out'))));

  it('mean no items of the draft’s own, so renumbering leaves them alone', () => {
    const draft = readDraft(
      '# 2026年工作要点\n\n一、重点任务\n（一）甲。见第（二）项。\n（二）乙。〔落实：市要点第（一）项〕\n',
    );
    assert.deepEqual(
      findReferences(draft).map(({ range }) => draft.text.slice(range.start, range.end)),
      ['第（二）项'],
    );
  });

  it('stand behind the deadline when the clause is put in order', () => {
    const text =
      '# 2026年工作要点\n\n## 一、重点任务\n\n1．修堤。〔落实：市要点第3项；责任单位：县水利局；完成时限：2026年6月底前〕\n';
    assert.match(
      applyEdits(text, formatDraft(readDraft(text))),
      /〔责任单位：县水利局；完成时限：2026年6月底前；落实：市要点第3项〕/u,
    );
  });
});
