import type { Draft, Paragraph } from './model';

/** The shortest line that can be half of a paragraph: shorter ones are headings and signatures. */
const SHORTEST = 25;
const ENDS = '。！？；：…”’）〕】》!?;:.)]';
const isEnd = (character: string): boolean => character !== '' && ENDS.includes(character);
const BEGINS = /^[\u4e00-\u9fa5，、；。）》”]/;

/** Pairs of paragraphs that look like one sentence broken in two by a line break. */
export function brokenParagraphs(draft: Draft): readonly (readonly [Paragraph, Paragraph])[] {
  const { text } = draft;
  const broken: [Paragraph, Paragraph][] = [];
  forNeighbours(draft, (first, second) => {
    const { start, end } = first.range;
    if (end - start < SHORTEST || isEnd(text.charAt(end - 1))) return;
    const next = text.slice(second.range.start, second.range.end);
    if (BEGINS.test(next) && /[。；，]/.test(next)) broken.push([first, second]);
  });
  return broken;
}

/** How much of a line's ends is looked at or told; how long a line is at least that is long enough without its marker. */
const ENDS_LENGTH = 16;
const LONG = 2 * SHORTEST;

/**
 * Whether two lines of running text are, or are not, the halves of a broken paragraph alike, and are told of alike. The
 * line of an item's title is never a second half.
 */
export function breaksAlike(was: string, is: string, isTitled: boolean): boolean {
  const beginAlike =
    isTitled ||
    (was.slice(0, ENDS_LENGTH) === is.slice(0, ENDS_LENGTH) && /[。；，]/.test(was) === /[。；，]/.test(is));
  const areLong = Math.min(was.length, is.length) >= LONG;
  const endAlike = areLong && was.slice(-ENDS_LENGTH) === is.slice(-ENDS_LENGTH);
  return beginAlike && (endAlike || (isNoFirstHalf(was) && isNoFirstHalf(is)));
}

function isNoFirstHalf(line: string): boolean {
  return line.length < SHORTEST || isEnd(line.slice(-1));
}

/** So many breaks are no slip. */
const MANY = 6;

/** Whether lines were broken by a page's width throughout, as text copied from a laid-out page has it. */
export function isWrapped(draft: Draft, broken: readonly unknown[]): boolean {
  if (broken.length < MANY) return false;
  let pairs = 0;
  forNeighbours(draft, () => pairs++);
  return broken.length * 2 >= pairs;
}

/** Paragraphs that follow one another within one item (or the preamble), with nothing between them. */
function forNeighbours(
  { preamble, outline }: Pick<Draft, 'preamble' | 'outline'>,
  visit: (first: Paragraph, second: Paragraph) => void,
): void {
  for (let i = 1; i < preamble.length; i++) visit(preamble[i - 1] as Paragraph, preamble[i] as Paragraph);
  for (const { titleRange, lineRange, line, paragraphs } of outline) {
    let previous: Paragraph = { range: { start: titleRange.start, end: lineRange.end }, line };
    for (const paragraph of paragraphs) {
      if (paragraph.line <= line) continue;
      visit(previous, paragraph);
      previous = paragraph;
    }
  }
}
