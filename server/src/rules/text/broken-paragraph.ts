import type { Draft, Item, Paragraph } from '../../dialect/model';
import type { DraftRule } from '../rule';

/** The shortest line that can be half of a paragraph: shorter ones are headings and signatures. */
const SHORTEST = 25;
const ENDS = /[。！？；：…”’）〕】》!?;:.)\]]$/;
const BEGINS = /^[\u4e00-\u9fa5，、；。）》”]/;

/** A sentence broken in two by a line break: the line ends without punctuation and the next one goes on. */
export const brokenParagraph: DraftRule = {
  id: 'text/broken-paragraph',
  summary: '段落被换行截断',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  check(draft, _context, report) {
    for (const [first, second] of neighbours(draft)) {
      const text = draft.text.slice(first.range.start, first.range.end);
      const next = draft.text.slice(second.range.start, second.range.end);
      if (text.length < SHORTEST || ENDS.test(text) || !BEGINS.test(next) || !/[。；，]/.test(next)) continue;
      const gap = { start: first.range.end, end: second.range.start };
      report({
        range: { start: Math.max(first.range.start, first.range.end - 8), end: first.range.end },
        message: `“…${text.slice(-8)}”一行没有结束标点，下一行“${next.slice(0, 8)}…”像是它的后半句，段落可能被换行截断`,
        related: [
          {
            range: { start: second.range.start, end: second.range.start + 8 },
            message: '像是上一行的后半句',
          },
        ],
        fixes: [{ title: '接成一段', edits: [{ range: gap, newText: '' }], safe: false }],
      });
    }
  },
};

/** Paragraphs that follow one another within one item (or the preamble), with nothing between them. */
function neighbours(draft: Draft): readonly (readonly [Paragraph, Paragraph])[] {
  const groups = [draft.preamble, ...draft.outline.map(linesOf)];
  return groups.flatMap((group) =>
    group.slice(1).map((second, i) => [group[i] as Paragraph, second] as const),
  );
}

function linesOf(item: Item): readonly Paragraph[] {
  const own = { range: { start: item.titleRange.start, end: item.lineRange.end }, line: item.line };
  return [own, ...item.paragraphs.filter(({ line }) => line > item.line)];
}
