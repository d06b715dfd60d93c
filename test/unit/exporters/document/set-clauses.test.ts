import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';

/** The paragraphs of the plan's only task, in a manner of setting clauses. */
function issued(manner: string, task: string): readonly string[] {
  const draft = readDraft(
    `---\n文种: 工作要点\n版式: {责任括注: ${manner}}\n---\n\n# 云溪县2026年教育工作要点\n\n一、任务\n\n${task}\n`,
  );
  return planDocument(draft, readProfile(draft))
    .sections.flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph')
    .map(({ lines }) =>
      lines
        .flat()
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => /扩学位|责任单位|落实/.test(text));
}

const TASK = '（一）扩学位。新增学位600个。';
const CLAUSE = '〔责任单位：县教育局；完成时限：2026年8月底前〕';

describe('What a task carries out of a superior’s plan', () => {
  const notes = [
    CLAUSE.replace('〕', '；落实：市要点第12项〕'),
    CLAUSE.replace('〔', '〔落实：市要点第12项；'),
    CLAUSE.replace('；', '；落实：市要点第二部分（三）第7项；'),
  ];

  for (const note of notes)
    it(`is not issued, whatever stands around it: ${note}`, () => {
      assert.deepEqual(issued('原样', TASK + note), [TASK + CLAUSE]);
      assert.deepEqual(issued('楷体', TASK + note), [TASK + CLAUSE]);
      assert.deepEqual(issued('另起一段', TASK + note), [TASK, CLAUSE]);
    });

  it('leaves no brackets and no second full stop where a clause says nothing else', () => {
    for (const manner of ['原样', '楷体', '另起一段']) {
      assert.deepEqual(issued(manner, `${TASK}〔落实：市要点第12项〕`), [TASK]);
      assert.deepEqual(issued(manner, `${TASK}〔落实：市要点第12项〕。`), [TASK]);
    }
  });

  it('is told from who carries it out, which is issued', () => {
    assert.deepEqual(issued('原样', `${TASK}〔落实：县教育局〕`), [`${TASK}〔落实：县教育局〕`]);
  });
});
