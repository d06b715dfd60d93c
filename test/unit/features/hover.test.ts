import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { hover } from '../../../server/src/features/hover';
import { atCursor } from '../../support/cursor-text';

const RULE = {
  id: 'numbering/gap',
  summary: '序号缺号',
  level: 'error',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  check: () => undefined,
} as const;

describe('Hover', () => {
  it('on a task says what it states and what it lacks', () => {
    const text = textAt('（一）增加|学位。新建公办幼儿园2所。〔牵头单位：县教育局〕');
    assert.match(text ?? '', /缺完成时限/);
    assert.match(text ?? '', /牵头单位：县教育局/);
  });

  it('on a reference says what it means', () => {
    assert.match(
      textAt('（一）增加学位。\n（二）规范收费。结合第（|一）项推进。') ?? '',
      /（一）增加学位.*第4行/,
    );
  });

  it('on a finding says which rule speaks and on what ground', () => {
    const { text, cursor } = atCursor('云溪县2026年教育工作要点\n\n（|三）规范收费。\n');
    const finding = {
      rule: RULE.id,
      level: 'error',
      message: '',
      range: { start: cursor - 1, end: cursor + 2 },
    } as const;
    const found = hover(readDraft(text), cursor, {
      findings: [finding],
      rules: [RULE],
      pageOf: () => 'file:///gap.md',
    });
    assert.match(
      found?.sections.join('\n') ?? '',
      /\[numbering\/gap\]\(file:\/\/\/gap\.md\)：序号缺号（必错 · 国标）/,
    );
  });

  it('in running text says nothing', () => {
    assert.equal(textAt('（一）增加学位。新建公办|幼儿园。'), undefined);
  });
});

function textAt(lines: string): string | undefined {
  const { text, cursor } = atCursor(`云溪县2026年教育工作要点\n\n一、重点任务\n${lines}\n`);
  return hover(readDraft(text), cursor, { findings: [], rules: [], pageOf: () => undefined })?.sections.join(
    '\n',
  );
}
