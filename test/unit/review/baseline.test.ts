import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readDraft } from '../../../server/src/dialect/draft';
import { acceptFindings, unacceptedFindings, type Baseline } from '../../../server/src/review/baseline';
import { formatBaseline, parseBaseline, updateBaseline } from '../../../server/src/review/baseline-file';
import { checkText } from '../../support/check-text';

/** Two commas of one kind are one finding, which speaks for both places. */
const OLD = `---
文种: 工作要点
---

# 云溪县2026年教育工作要点

一、重点任务

（一）增加学位。加强加强统筹,新增学位600个,改造校舍3处。〔责任单位：县教育局；完成时限：2026年6月底前〕

（二）办好食堂。落实陪餐制度，覆盖率达100%。〔责任单位：县教育局〕

（四）丰富课后服务。覆盖率达100%。〔责任单位：县教育局；完成时限：2026年9月底前〕
`;
const entries = acceptFindings(readDraft(OLD), checkText(OLD));

/** What is found anew in an edited draft: rule and words. */
function newFindings(text: string, accepted = entries): string[] {
  return unacceptedFindings(readDraft(text), checkText(text), accepted).map(
    ({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`,
  );
}

function edit(...[from, to]: [string, string]): string {
  assert.ok(OLD.includes(from), from);
  return OLD.replace(from, to);
}

describe('A baseline', () => {
  it('accepts what the old draft has: the cases below rest on these', () => {
    assert.deepEqual(
      checkText(OLD).map(({ rule, range }) => `${rule} ${OLD.slice(range.start, range.end)}`),
      [
        'text/doubled 加强加强',
        'text/half-width-punctuation ,',
        'task/missing-deadline 办好食堂',
        'numbering/gap （四）',
      ],
    );
    assert.deepEqual(newFindings(OLD), []);
  });

  it('says where findings are by content; one on a number by the title behind it', () => {
    assert.deepEqual(entries.at(-1), {
      rule: 'numbering/gap',
      quote: '丰富课后服务',
      before: '盖率达100%。〔责任单位：县教育局〕\n\n（四）',
      after: '。覆盖率达100%。〔责任单位：县教育局；完成时',
      within: '丰富课后服务',
      count: 1,
    });
  });

  it('still accepts them when lines were put in before and all was renumbered', () => {
    const added = '（一）修订规划。完成规划1部。〔责任单位：县教育局；完成时限：2026年5月底前〕\n\n';
    const text = OLD.replace('（四）', '（五）')
      .replace('（二）', '（三）')
      .replace('（一）', `${added}（二）`);
    assert.deepEqual(newFindings(text), []);
  });

  it('does not bring back the other findings of a paragraph that is edited', () => {
    assert.deepEqual(newFindings(edit('加强加强统筹,新增', '加强统筹，新增')), []);
    assert.deepEqual(newFindings(edit('办好食堂。落实', '办好学校食堂。切实落实')), []);
    assert.deepEqual(newFindings(edit('改造校舍3处', '改造老旧校舍13处')), []);
  });

  it('shows a new finding of an accepted rule in the same task', () => {
    assert.deepEqual(newFindings(edit('改造校舍3处。', '改造校舍3处,加固5处。')), [
      'text/half-width-punctuation ,',
    ]);
    assert.deepEqual(newFindings(edit('改造校舍3处', '完善完善校舍3处')), ['text/doubled 完善完善']);
  });

  it('shows a new one though an accepted one of the same words was put right', () => {
    const text = edit('加强加强统筹,新增学位600个,', '加强统筹，新增学位600个，').replace(
      '〔责任单位：县教育局；完成时限：2026年6月底前〕',
      '覆盖3个乡镇,全部免费。〔责任单位：县教育局；完成时限：2026年6月底前〕',
    );
    assert.deepEqual(newFindings(text), ['text/half-width-punctuation ,']);
  });

  it('shows the same fault in another task', () => {
    assert.deepEqual(
      newFindings(edit('丰富课后服务。覆盖率达100%。', '丰富课后服务。加强加强统筹。覆盖率达100%。')),
      ['text/doubled 加强加强'],
    );
    assert.deepEqual(newFindings(edit('；完成时限：2026年9月底前〕', '〕')), [
      'task/missing-deadline 丰富课后服务',
    ]);
  });

  it('counts findings that are the same in everything', () => {
    const task = '（一）增加学位。〔责任单位：县教育局〕\n\n';
    const write = (times: number): string =>
      `# 云溪县2026年教育工作要点\n\n一、重点任务\n\n${task.repeat(times)}二、保障措施\n`;
    const accepted = acceptFindings(readDraft(write(5)), checkText(write(5)));
    const inMiddle = accepted.filter(({ rule }) => rule === 'task/missing-target').map(({ count }) => count);
    assert.ok(Math.max(...inMiddle) > 1, 'those in the middle have the same surroundings');
    assert.deepEqual(newFindings(write(5), accepted), []);
    assert.deepEqual(newFindings(write(4), accepted), []);
    const missing = newFindings(write(7), accepted).filter((found) =>
      found.startsWith('task/missing-target'),
    );
    assert.equal(missing.length, 2);
  });
});

describe('A baseline file', () => {
  const baseline: Baseline = { files: new Map([['往年/2026.要点.md', entries]]) };
  const validate = new Ajv().compile(
    JSON.parse(
      readFileSync(new URL('../../../docs/schema/baseline.schema.json', import.meta.url), 'utf8'),
    ) as object,
  );

  it('is read as it was written, one finding a line, and is as the published schema says', () => {
    const text = formatBaseline(baseline);
    assert.deepEqual(parseBaseline(text), baseline);
    assert.equal(text.split('\n').filter((line) => line.includes('"rule"')).length, entries.length);
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.ok(validate(JSON.parse(formatBaseline({ files: new Map() }))));
  });

  const faulty: readonly (readonly [text: string, problem: RegExp])[] = [
    ['<<<<<<< HEAD\n{}', /不是 JSON/],
    ['{"version":2,"files":{}}', /不是基线文件/],
    ['[]', /不是基线文件/],
    ['{"version":1,"files":{"a.md":{}}}', /“a\.md”下的内容/],
    ['{"version":1,"files":{"a.md":[{"rule":"text/doubled"}]}}', /“a\.md”下的内容/],
    ['{"version":1,"files":{"a.md":[{"rule":"text/doubled","quote":"甲","count":0}]}}', /“a\.md”下的内容/],
  ];
  for (const [text, problem] of faulty) {
    it(`is refused whole when it is ${text}, as by the schema`, () => {
      const read = parseBaseline(text);
      assert.match('problem' in read ? read.problem : '', problem);
      if (text.startsWith('{') || text.startsWith('[')) assert.equal(validate(JSON.parse(text)), false);
    });
  }

  it('loses entries that no longer occur and drafts that are no more, and keeps drafts not looked at', () => {
    const [kept, gone, elsewhere] = entries as [never, never, never];
    const old: Baseline = {
      files: new Map([
        ['a.md', [kept, gone]],
        ['b.md', [elsewhere]],
        ['deleted.md', [elsewhere]],
      ]),
    };
    const change = updateBaseline(old, new Map([['a.md', [kept]]]), (path) => path === 'b.md');
    assert.deepEqual(
      [...change.baseline.files],
      [
        ['b.md', [elsewhere]],
        ['a.md', [kept]],
      ],
    );
    assert.deepEqual([change.accepted, change.added, change.removed], [2, 0, 2]);
  });
});
