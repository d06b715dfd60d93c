import { namesTime, namesUnits } from './cell-fit';
import { classifyLabel } from './fields/labels';
import type { Draft, Item, Paragraph } from './model';
import { once } from './once';
import { itemsRead, paragraphIn, type ItemRead } from './reread/reread-draft';

/** The shortest line that can be half of a paragraph: shorter ones are headings and signatures. */
const SHORTEST = 25;
/** A bar closes a cell of a table that was copied as text. */
const ENDS = '。！？；：…”’）〕】》!?;:.)]|｜';
const isEnd = (character: string): boolean => character !== '' && ENDS.includes(character);
const BEGINS = /^[\u4e00-\u9fa5，、；。）》”]/;

/** Pairs of paragraphs that look like one sentence broken in two by a line break. */
export function brokenParagraphs(draft: Draft): readonly (readonly [Paragraph, Paragraph])[] {
  const headings = once(() => levelsOfHeadings(itemsRead(draft)));
  const broken: [Paragraph, Paragraph][] = [];
  forNeighbours(draft, ({ first, second, titled, read }) => {
    const { text } = read.draft;
    const { start, end } = first.range;
    if (end - start < SHORTEST || isEnd(text.charAt(end - 1))) return;
    const next = text.slice(second.range.start, second.range.end);
    if (!BEGINS.test(next) || !/[。；，]/.test(next) || beginsWithLabel(next)) return;
    const line = text.slice(start, end);
    const isHeading = titled !== undefined && headings().has(titled.level);
    if (isHeading || endsWithField(line) || (!titled && isWholeField(line))) return;
    broken.push([paragraphIn(draft, read, first), paragraphIn(draft, read, second)]);
  });
  return broken;
}

/** How much of a line's ends is looked at or told; how long a line is at least that is long enough without its marker. */
const ENDS_LENGTH = 16;
const LONG = 2 * SHORTEST;

/** 责任单位：…: who and when stand on lines of their own, mostly without a mark at the end. */
function beginsWithLabel(line: string): boolean {
  const label = /^[^，。；：:]{2,14}(?=[：:])/.exec(line)?.[0];
  return label !== undefined && classifyLabel(label) !== undefined;
}

/** Whether a line ends with a whole name or time, and not within one. */
function endsWhole(line: string): boolean {
  const last = /[，；：:、\s]([^，；：:、\s]{2,15})$/.exec(line.slice(-ENDS_LENGTH))?.[1];
  return last !== undefined && (namesUnits(last) || namesTime(last));
}

/** 责任单位：甲、乙 with nothing cut off. */
function isWholeField(line: string): boolean {
  return beginsWithLabel(line) && endsWhole(line);
}

/** …。完成时限：12月底: a short field stands at the end of the line. */
function endsWithField(line: string): boolean {
  const label = /(?:^|[。；;，,\s])([^。；;，,、：:\s]{2,8})[：:][^。；;：:]*$/.exec(
    line.slice(-ENDS_LENGTH),
  )?.[1];
  return label !== undefined && classifyLabel(label) !== undefined && endsWhole(line);
}

/**
 * Whether two lines of running text are, or are not, the halves of a broken paragraph alike, and are told of alike. The
 * line of an item's title is never a second half.
 */
export function breaksAlike(was: string, is: string, isTitled: boolean): boolean {
  const beginAlike =
    isTitled ||
    (was.slice(0, ENDS_LENGTH) === is.slice(0, ENDS_LENGTH) && /[。；，]/.test(was) === /[。；，]/.test(is));
  if (standsAlone(was) !== standsAlone(is)) return false;
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

/** Whether an item's line is a heading and nothing else: （一）完善清单动态调整机制, the text below it. */
function standsAlone(line: string): boolean {
  return !line.includes('。') && !/[；;！？!?]$/.test(line);
}

/** The levels on which headings stand alone, as the draft writes them: what is below them is no half of theirs. */
function levelsOfHeadings(items: readonly ItemRead[]): ReadonlySet<number> {
  const surplus = new Map<number, number>();
  for (const {
    item: { level, lineRange },
    draft: { text },
  } of items) {
    const is = standsAlone(text.slice(lineRange.start, lineRange.end)) ? 1 : -1;
    surplus.set(level, (surplus.get(level) ?? 0) + is);
  }
  return new Set([...surplus].filter(([, more]) => more >= 0).map(([level]) => level));
}

interface Neighbours {
  readonly first: Paragraph;
  readonly second: Paragraph;
  /** The item whose title's line the first is. */
  readonly titled: Item | undefined;
  /** In which version they were read. */
  readonly read: Pick<ItemRead, 'draft'>;
}

/** Paragraphs that follow one another within one item (or the preamble), with nothing between them. */
function forNeighbours(draft: Draft, visit: (neighbours: Neighbours) => void): void {
  draft.preamble.slice(1).forEach((second, index) => {
    visit({ first: draft.preamble[index] as Paragraph, second, titled: undefined, read: { draft } });
  });
  for (const read of itemsRead(draft)) {
    const { titleRange, lineRange, line, paragraphs } = read.item;
    const title: Paragraph = { range: { start: titleRange.start, end: lineRange.end }, line };
    let first = title;
    for (const second of paragraphs) {
      if (second.line <= line) continue;
      visit({ first, second, titled: first === title ? read.item : undefined, read });
      first = second;
    }
  }
}
