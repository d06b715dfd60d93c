import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { resolvedDateActions } from '../../../server/src/features/resolved-dates';
import { marked } from '../../support/cursor-text';

function offered(source: string): readonly (readonly [title: string, text: string])[] {
  const { text, ranges } = marked(source);
  const [selected] = ranges;
  assert.ok(selected);
  return resolvedDateActions(readDraft(text), selected).map(({ title, edits }) => [
    title,
    applyEdits(text, edits),
  ]);
}

describe('Writing out the date of a deadline', () => {
  it('puts the last day allowed in the plan’s year', () => {
    assert.deepEqual(offered('# 2026年云溪县教育工作要点\n\n一、招生\n\n1．扩学位。«6月底前»完成2所。\n'), [
      [
        '把“6月底前”写明为“2026年6月30日前”',
        '# 2026年云溪县教育工作要点\n\n一、招生\n\n1．扩学位。2026年6月30日前完成2所。\n',
      ],
    ]);
  });

  it('offers nothing for a date that is written out, for one that cannot be told, or elsewhere', () => {
    for (const piece of ['«2026年6月30日前»完成2所。', '«汛前»完成2所。', '6月底前完成«2所»。'])
      assert.deepEqual(offered(`# 2026年云溪县教育工作要点\n\n一、招生\n\n1．扩学位。${piece}\n`), [], piece);
  });
});
