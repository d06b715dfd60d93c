import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/dialect/range';
import type { Diagnostic } from '../../../../server/src/rules/rule';
import { checkText } from '../../../support/check-text';

const opening = '# 2026年云溪县教育工作要点\n\n一、重点任务\n\n';
const complete = [
  '1．办好学前教育。新建公办幼儿园2所。〔牵头单位：县教育局；完成时限：2026年8月底前〕',
  '2．办好义务教育。新增学位600个。〔牵头单位：县教育局；完成时限：2026年8月底前〕',
  '3．办好高中教育。改造校舍3处。〔牵头单位：县教育局；完成时限：2026年10月底前〕',
  '4．办好职业教育。新建实训基地1个。〔牵头单位：县教育局；完成时限：2026年11月底前〕',
];

function plan(...tasks: string[]): string {
  return `${opening}${[...complete, ...tasks].join('\n\n')}\n`;
}

/** The last task's line after each fix of the rule's first finding, `|` where the cursor is put. */
function repaired(rule: string, task: string): string[] {
  const text = plan(task);
  const found = checkText(text).find((diagnostic) => diagnostic.rule === rule) as Diagnostic;
  assert.ok(found, `${rule} finds something`);
  return (found.fixes ?? []).map((fix) => {
    const edited = applyEdits(text, fix.edits);
    const shown =
      fix.cursor === undefined ? edited : `${edited.slice(0, fix.cursor)}|${edited.slice(fix.cursor)}`;
    return shown.trimEnd().split('\n').at(-1) as string;
  });
}

describe('fixes of task rules', () => {
  it('add a missing deadline to the clause, empty or with the value most tasks have', () =>
    assert.deepEqual(
      repaired('task/missing-deadline', '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局〕'),
      [
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：|〕',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年8月底前|〕',
      ],
    ));

  it('add a missing unit at its place among the fields', () =>
    assert.deepEqual(
      repaired('task/missing-unit', '5．办好特殊教育。新增教室2间。〔完成时限：2026年9月底前〕'),
      ['5．办好特殊教育。新增教室2间。〔责任单位：|；完成时限：2026年9月底前〕'],
    ));

  it('create the clause in the manner of the others where the task has none', () =>
    assert.deepEqual(repaired('task/missing-unit', '5．办好特殊教育。2026年9月底前新增教室2间'), [
      '5．办好特殊教育。2026年9月底前新增教室2间。〔责任单位：|〕',
    ]));

  it('put a missing target first in the clause', () =>
    assert.deepEqual(
      repaired(
        'task/missing-target',
        '5．办好特殊教育。加强资源教师配备。〔牵头单位：县教育局；完成时限：2026年9月底前〕',
      ),
      ['5．办好特殊教育。加强资源教师配备。〔目标：|；牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));

  it('give a day that does not exist the month’s last one', () =>
    assert.deepEqual(
      repaired(
        'task/invalid-deadline',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年2月30日前〕',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年2月28日前〕'],
    ));

  it('bring last year’s deadline into the plan’s year', () =>
    assert.deepEqual(
      repaired(
        'task/deadline-outside-year',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2025年9月底前〕',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));
});

describe('fixes of clause rules', () => {
  it('write a clause in the manner of the others', () =>
    assert.deepEqual(
      repaired(
        'clause/house-style',
        '5．办好特殊教育。新增教室2间。（完成时限:2026年9月底前;牵头单位:县教育局）',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));

  it('turn a bracket without labels into a clause', () =>
    assert.deepEqual(
      repaired(
        'clause/prose',
        '5．办好特殊教育。2026年9月底前新增教室2间。（县教育局牵头，县残联、县财政局配合）',
      ),
      ['5．办好特殊教育。2026年9月底前新增教室2间。〔牵头单位：县教育局；配合单位：县残联、县财政局〕'],
    ));

  it('take an empty field out', () =>
    assert.deepEqual(
      repaired(
        'clause/empty-field',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；配合单位：；完成时限：2026年9月底前〕',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));

  it('correct a label that is nearly a known one', () =>
    assert.deepEqual(
      repaired(
        'clause/unknown-label',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时现：2026年9月底前〕',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));

  it('take the full stop out of the bracket', () =>
    assert.deepEqual(
      repaired(
        'clause/period-inside',
        '5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前。〕',
      ),
      ['5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕'],
    ));
});

describe('duplicate tasks', () => {
  it('are told of another draft of the year that says otherwise by when', async () => {
    const { readDraft } = await import('../../../../server/src/dialect/draft');
    const other = readDraft(
      plan('5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年5月底前〕'),
    );
    const siblings = [{ uri: 'file:///other', draft: other }];
    const text = plan('5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕');
    const found = checkText(text, undefined, { siblings }).filter(({ rule }) => rule === 'task/duplicate');
    assert.deepEqual(
      found.map(({ message, related }) => [message, related?.[0]?.uri]),
      [['“办好特殊教育”在同年度另一份稿件中也有，完成时限不一致', 'file:///other']],
    );
  });

  it('are looked for in other drafts without reading those again for every draft and task', async () => {
    const { readDraft } = await import('../../../../server/src/dialect/draft');
    const text = plan('5．办好特殊教育。新增教室2间。〔牵头单位：县教育局；完成时限：2026年9月底前〕');
    const drafts = [1, 2, 3].map((i) => {
      const draft = readDraft(text);
      let looks = 0;
      const counted = {
        ...draft,
        get tasks() {
          looks++;
          return draft.tasks;
        },
      };
      return { uri: `file:///${i}`, draft: counted, looks: () => looks };
    });
    for (let i = 0; i < 5; i++) checkText(text, undefined, { siblings: drafts });
    assert.deepEqual(
      drafts.map(({ looks }) => looks()),
      [1, 1, 1],
    );
  });
});
