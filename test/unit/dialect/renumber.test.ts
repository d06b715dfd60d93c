import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDraft } from '../../../server/src/dialect/draft';
import { numberingFaults } from '../../../server/src/dialect/numbering-faults';
import { applyEdits } from '../../../server/src/dialect/range';
import { renumberEdits } from '../../../server/src/dialect/renumber';
import { MANNERS, planLines, writePlan } from '../../support/invented-plan';

function renumber(text: string, selected?: string): { text: string; summary: string } {
  const start = selected === undefined ? -1 : text.indexOf(selected);
  const selection = selected === undefined ? undefined : { start, end: start + selected.length };
  const { edits, summary } = renumberEdits(readDraft(text), selection);
  return { text: applyEdits(text, edits), summary };
}

const paragraphs = (...lines: string[]): string => lines.join('\n\n') + '\n';

describe('Renumbering', () => {
  it('closes a gap and repairs the mentions of what moved', () => {
    const text = paragraphs(
      '一、重点任务',
      '（一）办好学前教育。与第（三）项任务同步推进。',
      '（三）办好义务教育。新增学位600个。',
      '（四）办好职业教育。按照本要点第（一）项和第（四）项的要求落实。',
    );
    const expected = paragraphs(
      '一、重点任务',
      '（一）办好学前教育。与第（二）项任务同步推进。',
      '（二）办好义务教育。新增学位600个。',
      '（三）办好职业教育。按照本要点第（一）项和第（三）项的要求落实。',
    );
    assert.deepEqual(renumber(text), { text: expected, summary: '调整 2 处序号，并更正 2 处引用' });
  });

  it('repairs mentions of chapters only where they clearly mean this plan', () => {
    const text = paragraphs(
      '一、重点任务',
      '1．办好学前教育。与本要点第三部分衔接，执行《规划》第三部分，落实第三条措施。',
      '三、保障措施',
      '加强组织领导。',
    );
    const fixed = renumber(text).text;
    assert.match(fixed, /与本要点第二部分衔接，执行《规划》第三部分，落实第三条措施。/);
    assert.match(fixed, /^二、保障措施$/m);
  });

  it('leaves the articles of other documents alone', () => {
    const text = paragraphs(
      '一、重点任务',
      '（一）办好学前教育。依据《学前教育法》第（三）项、县府办〔2024〕4号第（三）项和条例第（三）项办理。',
      '（三）办好义务教育。新增学位600个。',
    );
    const fixed = renumber(text).text;
    assert.match(fixed, /依据《学前教育法》第（三）项、县府办〔2024〕4号第（三）项和条例第（三）项办理。/);
    assert.match(fixed, /^（二）办好义务教育/m);
  });

  it('leaves a mention alone where two items bear its number', () => {
    const text = paragraphs(
      '一、重点任务',
      '（一）办好学前教育。',
      '（二）办好义务教育。',
      '（二）办好职业教育。',
      '（三）办好特殊教育。与第（二）项、第（三）项同步。',
    );
    assert.match(renumber(text).text, /^（四）办好特殊教育。与第（二）项、第（四）项同步。$/m);
  });

  it('numbers attachments anew with their labels, their list and the mentions of them', () => {
    const text = paragraphs(
      '# 云溪县2026年教育工作要点',
      '一、重点任务',
      '1．办好学前教育。清单见附件3，依据《通知》附件3办理。',
      '附件：1．项目清单',
      '　　　3．活动清单',
      '附件1',
      '项目清单',
      '附件3',
      '活动清单',
    );
    const fixed = renumber(text).text;
    assert.match(fixed, /清单见附件2，依据《通知》附件3办理。/);
    assert.match(fixed, /^　　　2．活动清单$/m);
    assert.match(fixed, /^附件2$/m);
  });

  it('follows tasks mentioned by number, in the script of the mention', () => {
    const text = paragraphs(
      '一、重点任务',
      '1．办好学前教育。',
      '3．办好义务教育。参见第1项任务、第4项重点任务和第四项工作任务。',
      '4．办好职业教育。',
    );
    assert.match(renumber(text).text, /参见第1项任务、第3项重点任务和第三项工作任务。/);
  });

  it('of a selection counts on from what stands before it and changes nothing after it', () => {
    const text = paragraphs(
      '一、重点任务',
      '（一）办好学前教育。',
      '（五）办好义务教育。',
      '（七）办好职业教育。',
      '（九）办好特殊教育。',
    );
    const { text: fixed } = renumber(text, '（五）办好义务教育。\n\n（七）办好职业教育。');
    assert.deepEqual(fixed.match(/^（.）/gm), ['（一）', '（二）', '（三）', '（九）']);
  });

  it('keeps the way each marker is written', () => {
    const text =
      '一、任务\r\n(一)甲事。\r\n(三)乙事。\r\n二、任务\r\n１．丙事。\r\n３．丁事。\r\n①戊事。\r\n③己事。\r\n';
    const fixed = renumber(text).text;
    assert.equal(
      fixed,
      '一、任务\r\n(一)甲事。\r\n(二)乙事。\r\n二、任务\r\n１．丙事。\r\n２．丁事。\r\n①戊事。\r\n②己事。\r\n',
    );
  });

  it('says that there is nothing to do where there is nothing to do', () => {
    assert.deepEqual(renumberEdits(readDraft('一、甲\n\n二、乙\n')).edits, []);
    assert.equal(renumberEdits(readDraft('')).summary, '序号无须调整');
  });

  for (const manner of MANNERS) {
    it(`leaves no wrong number and is done after one time in ${manner.name}`, () => {
      const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      });
      const slips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { maxLength: 4 });
      fc.assert(
        fc.property(sizes, slips, (counts, wrong) => {
          const lines = planLines(manner, counts);
          for (const [at, number] of wrong) {
            const index = at % lines.length;
            const line = lines[index];
            if (line !== undefined) lines[index] = { ...line, number };
          }
          const text = writePlan(manner, lines);
          const fixed = renumber(text).text;
          const wrongNumbers = numberingFaults(readDraft(fixed)).map(({ fault }) => fault);
          assert.deepEqual(wrongNumbers, [], `${text}\n→\n${fixed}`);
          assert.equal(renumber(fixed).text, fixed, 'a second time changes nothing');
          assert.deepEqual(withoutMarkers(fixed), withoutMarkers(text));
        }),
        { numRuns: 20 },
      );
    });
  }
});

/** The lines of a text without the markers of its items. */
function withoutMarkers(text: string): string[] {
  const draft = readDraft(text);
  return applyEdits(
    text,
    draft.outline.map(({ marker }) => ({ range: marker.range, newText: '' })),
  ).split('\n');
}
