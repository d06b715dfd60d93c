import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { continueNumbering } from '../../../server/src/features/continue-numbering';
import { atCursor } from '../../support/cursor-text';

describe('Enter behind a numbered line', () => {
  it('begins the next item in the manner of the draft', () => {
    assert.equal(afterEnter('（一）增加学位。新建2所。\n|\n'), '（一）增加学位。新建2所。\n（二）\n');
    assert.equal(afterEnter('1．增加学位。新建2所。\n|\n'), '1．增加学位。新建2所。\n2．\n');
  });

  it('does not single out the next one or make it bold', () => {
    assert.equal(afterEnter('★1.增加学位。新建2所。\n|\n'), '★1.增加学位。新建2所。\n2.\n');
    assert.equal(afterEnter('**1.增加学位。**\n|\n'), '**1.增加学位。**\n2.\n');
  });

  it('counts on what follows, with references to it', () => {
    assert.equal(
      afterEnter('（一）增加学位。新建2所。\n|\n（二）规范收费。\n（三）做好督导。结合第（二）项推进。\n'),
      '（一）增加学位。新建2所。\n（二）\n（三）规范收费。\n（四）做好督导。结合第（三）项推进。\n',
    );
  });

  it('takes the number away behind an item without text', () => {
    assert.equal(afterEnter('（一）增加学位。新建2所。\n（二）\n|\n'), '（一）增加学位。新建2所。\n\n\n');
  });

  it('does nothing behind a heading, in a paragraph, or where a line was split', () => {
    for (const source of [
      '二、保障措施\n|\n',
      '（一）增加学位。\n加快建设。\n|\n',
      '（一）增加学位。\n|新建2所。\n',
    ]) {
      assert.equal(afterEnter(source), source.replace('|', ''));
    }
  });
});

function afterEnter(source: string): string {
  const head = '云溪县2026年教育工作要点\n\n一、重点任务\n';
  const { text, cursor } = atCursor(head + source);
  const edits = continueNumbering(readDraft(text), cursor);
  return applyEdits(text, edits).slice(head.length);
}
