import { breaksAlike, brokenParagraphs, isWrapped } from '../../dialect/broken-paragraphs';
import type { DraftRule, Report } from '../rule';
import { t } from '../../localise';

/** A sentence broken in two by a line break: the line ends without punctuation and the next one goes on. */
export const brokenParagraph: DraftRule = {
  id: 'text/broken-paragraph',
  summary: '段落被换行截断',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['structure', 'prose'],
  overlooks: ({ before, after, kind }) =>
    kind === 'cell' || breaksAlike(before.text, after.text, kind === 'title'),
  check(draft, _context, report) {
    const broken = brokenParagraphs(draft);
    if (isWrapped(draft, broken)) return reportAll(broken, report);
    for (const [first, second] of broken) {
      const text = draft.text.slice(first.range.start, first.range.end);
      const next = draft.text.slice(second.range.start, second.range.end);
      const gap = { start: first.range.end, end: second.range.start };
      report({
        range: { start: Math.max(first.range.start, first.range.end - 8), end: first.range.end },
        message: t(
          '“…{0}”一行没有结束标点，下一行“{1}…”像是它的后半句，段落可能被换行截断',
          text.slice(-8),
          next.slice(0, 8),
        ),
        related: [
          {
            range: { start: second.range.start, end: second.range.start + 8 },
            message: t('像是上一行的后半句'),
          },
        ],
        fixes: [{ title: t('接成一段'), edits: [{ range: gap, newText: '' }], safe: false }],
      });
    }
  },
};

/** A draft that is broken throughout has one fault, and not one a line. */
function reportAll(broken: ReturnType<typeof brokenParagraphs>, report: Report): void {
  const end = broken[0]?.[0].range.end ?? 0;
  const gaps = broken.map(([first, second]) => ({ start: first.range.end, end: second.range.start }));
  report({
    range: { start: Math.max(0, end - 8), end },
    message: t('全文有 {0} 处在句子中间换行，像是从排好版的页面复制来的，段落应接成整段', broken.length),
    fixes: [{ title: t('全部接成整段'), edits: gaps.map((range) => ({ range, newText: '' })), safe: false }],
  });
}
