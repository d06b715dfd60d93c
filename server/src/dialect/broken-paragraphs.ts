import type { Draft, Item, Paragraph } from './model';

/** The shortest line that can be half of a paragraph: shorter ones are headings and signatures. */
const SHORTEST = 25;
const ENDS = /[。！？；：…”’）〕】》!?;:.)\]]$/;
const BEGINS = /^[\u4e00-\u9fa5，、；。）》”]/;

/** Pairs of paragraphs that look like one sentence broken in two by a line break. */
export function brokenParagraphs(draft: Draft): readonly (readonly [Paragraph, Paragraph])[] {
  return neighbours(draft).filter(([first, second]) => {
    const text = draft.text.slice(first.range.start, first.range.end);
    const next = draft.text.slice(second.range.start, second.range.end);
    return text.length >= SHORTEST && !ENDS.test(text) && BEGINS.test(next) && /[。；，]/.test(next);
  });
}

/** How much of a line's ends is looked at or told; how long a line is at least that is long enough without its marker. */
const ENDS_LENGTH = 16;
const LONG = 2 * SHORTEST;

/**
 * Whether two lines of running text are, or are not, the halves of a broken paragraph alike, and are told of alike. The
 * line of an item's title is never a second half.
 */
export function breaksAlike(was: string, is: string, isTitled: boolean): boolean {
  return (
    (isTitled || was.slice(0, ENDS_LENGTH) === is.slice(0, ENDS_LENGTH)) &&
    was.slice(-ENDS_LENGTH) === is.slice(-ENDS_LENGTH) &&
    /[。；，]/.test(was) === /[。；，]/.test(is) &&
    (ENDS.test(is) || Math.min(was.length, is.length) >= LONG || Math.max(was.length, is.length) < SHORTEST)
  );
}

/** So many breaks are no slip. */
const MANY = 6;

/** Whether lines were broken by a page's width throughout, as text copied from a laid-out page has it. */
export function isWrapped(draft: Draft, broken: readonly unknown[]): boolean {
  return broken.length >= MANY && broken.length * 2 >= neighbours(draft).length;
}

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
