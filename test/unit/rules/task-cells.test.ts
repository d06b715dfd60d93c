import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { CELL_FIELDS, cellText, writeCell, type CellField } from '../../../server/src/rules/task-cells';

const HEAD = '云溪县2026年教育工作要点\n\n一、重点任务\n';
const plan = (...tasks: string[]): string => `${HEAD}${tasks.join('\n')}\n`;

function cells(text: string, task = 0): Partial<Record<CellField, string>> {
  const draft = readDraft(text);
  const found = draft.tasks[task];
  assert.ok(found);
  return Object.fromEntries(
    CELL_FIELDS.map((field) => [field, cellText(draft, found, field)]).filter(([, value]) => value),
  );
}

/** The plan's tasks after writing; undefined where it is refused. */
function write(text: string, field: CellField, value: string, task = 0): string | undefined {
  const draft = readDraft(text);
  const found = draft.tasks[task];
  assert.ok(found);
  const edits = writeCell(draft, found, field, value, readDraft);
  return edits && applyEdits(text, edits).slice(HEAD.length);
}

const CLAUSE = plan(
  '（一）办好学前教育。新建幼儿园2所。〔牵头单位：县教育局；配合单位：县财政局、县住房城乡建设局；完成时限：2026年8月底前〕',
  '（二）办好义务教育。县教育局牵头，县财政局配合，6月底前完成。',
  '（三）规范收费。〔责任单位：县教育局〕',
);

describe('The cells of a task', () => {
  it('say what stands behind the labels, and what the text says where there is none', () => {
    assert.deepEqual(cells(CLAUSE), {
      target: '新建幼儿园2所',
      lead: '县教育局',
      support: '县财政局、县住房城乡建设局',
      deadline: '2026年8月底前',
    });
    assert.deepEqual(cells(CLAUSE, 1), { lead: '县教育局', support: '县财政局', deadline: '6月底前' });
  });

  it('say what a linked row of a table says where the text is silent', () => {
    const text =
      plan('（一）办好学前教育。分年推进。') +
      '\n附件1\n\n责任分解表\n\n| 序号 | 任务 | 目标 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n| 1 | 办好学前教育 | 新建2所 | 县教育局 | 2026年8月底前 |\n';
    assert.deepEqual(cells(text), { target: '新建2所', unit: '县教育局', deadline: '2026年8月底前' });
    assert.match(
      write(text, 'unit', '县教育局、县财政局') ?? '',
      /\| 新建2所 \| 县教育局、县财政局 \| 2026年8月底前 \|/,
    );
    assert.match(write(text, 'target', '新建3所') ?? '', /\| 新建3所 \| 县教育局 \|/);
  });
});

describe('Writing a cell', () => {
  it('changes what stands behind the label, and nothing else', () => {
    assert.equal(
      write(CLAUSE, 'deadline', '2026年9月底前'),
      CLAUSE.slice(HEAD.length).replace('2026年8月底前', '2026年9月底前'),
    );
  });

  it('adds the label at its place in the clause, or a clause', () => {
    assert.match(
      write(CLAUSE, 'unit', '县司法局') ?? '',
      /〔牵头单位：县教育局；责任单位：县司法局；配合单位：县财政局、县住房城乡建设局；/,
    );
    assert.match(write(CLAUSE, 'target', '达标率100%', 2) ?? '', /〔目标：达标率100%；责任单位：县教育局〕/);
  });

  it('takes a field away with its separator, and the clause with its last field', () => {
    assert.match(write(CLAUSE, 'support', '') ?? '', /〔牵头单位：县教育局；完成时限：2026年8月底前〕/);
    assert.match(write(CLAUSE, 'lead', '') ?? '', /〔配合单位：县财政局、县住房城乡建设局；完成时限/);
    assert.match(write(CLAUSE, 'unit', '', 2) ?? '', /（三）规范收费。\n$/);
  });

  it('changes words of a sentence where they stand', () => {
    assert.match(write(CLAUSE, 'target', '新建幼儿园3所') ?? '', /学前教育。新建幼儿园3所。〔牵头/);
    assert.match(write(CLAUSE, 'deadline', '9月底前', 1) ?? '', /县财政局配合，9月底前完成。/);
    assert.match(write(CLAUSE, 'support', '县财政局、县司法局', 1) ?? '', /牵头，县财政局、县司法局配合，/);
  });

  it('is refused where the text would say something else', () => {
    assert.equal(write(CLAUSE, 'lead', '', 1), undefined);
    assert.equal(write(CLAUSE, 'deadline', '2026年9月底前〕（四）', 0), undefined);
  });
});
