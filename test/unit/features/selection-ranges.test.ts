import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { atCursor } from '../../support/cursor-text';

describe('Selection ranges', () => {
  it('grow from phrase to sentence, paragraph, item, section, chapter and document', () => {
    const chain = expand(`云溪县2026年教育工作要点

一、重点任务
（一）办好学前教育
1．增加学位。新建公办幼|儿园2所，改建1所；补充教师。开展督导。
2．规范收费。
`);
    const steps = [
      '新建公办幼儿园2所',
      '新建公办幼儿园2所，改建1所；补充教师。',
      '1．增加学位。新建公办幼儿园2所，改建1所；补充教师。开展督导。',
    ];
    assert.deepEqual(
      steps.filter((step) => chain.includes(step)),
      steps,
    );
    const section = chain.find((text) => text.startsWith('（一）'));
    assert.ok(section?.endsWith('2．规范收费。'), section);
    assert.ok(chain.some((text) => text.startsWith('一、重点任务')));
    assert.ok(chain.at(-1)?.startsWith('云溪县'));
  });

  it('take a unit in a clause first, then the field, the clause and its brackets', () => {
    const chain = expand(`云溪县2026年教育工作要点

一、重点任务
（一）增加学位。〔牵头单位：县教|育局；责任单位：县财政局〕
`);
    const steps = [
      '县教育局',
      '牵头单位：县教育局',
      '牵头单位：县教育局；责任单位：县财政局',
      '〔牵头单位：县教育局；责任单位：县财政局〕',
    ];
    assert.deepEqual(chain.slice(0, 4), steps);
  });

  it('are nested and growing wherever the cursor is', () => {
    const text =
      '\uFEFF云溪县2026年教育工作要点\r\n\r\n一、重点𠮷任务\r\n（一）增加学位。〔责任单位：县教育局〕\r\n';
    const draft = readDraft(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const chain = selectionRanges(draft, offset);
      chain.slice(1).forEach((outer, index) => {
        const inner = chain[index];
        assert.ok(
          inner &&
            outer.start <= inner.start &&
            inner.end <= outer.end &&
            outer.end - outer.start > inner.end - inner.start,
        );
      });
      assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
    }
  });

  it('are none in an empty file', () => {
    assert.deepEqual(selectionRanges(readDraft(''), 0), []);
  });
});

/** The texts selected one after another. */
function expand(source: string): string[] {
  const { text, cursor } = atCursor(source);
  return selectionRanges(readDraft(text), cursor).map(({ start, end }) => text.slice(start, end));
}
