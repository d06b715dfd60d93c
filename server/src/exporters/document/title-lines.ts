import { widthInCharacters } from './measures';
import type { SectionPlan, TitleShape } from './plan';
import { insideTerms } from './title-words';

/** A line of 二号 type holds 20 characters; titles keep a little away from the edges. */
const FULL_LINE = 20;
const COMFORTABLE = 18;
/** A line of a turned page holds 28: titles that fit one are not broken there. */
const COMFORTABLE_TURNED = 26;

/**
 * Breaks a title into centred lines (GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜, in a trapezoid or a
 * rhombus). Breaks fall between words only, never inside 《》 names that fit a line, numbers or their units; the last
 * line is never a lone 的通知. Lines the draft has broken stay as they are, unless a shape is asked for.
 */
export function breakTitle(
  title: string,
  given: readonly string[] = [],
  shape: TitleShape = 'balanced',
  orientation: SectionPlan['orientation'] = 'portrait',
): readonly string[] {
  if (shape === 'balanced' && given.length > 1 && given.every((line) => widthInCharacters(line) <= FULL_LINE))
    return given;
  const width = widthInCharacters(title);
  if (width <= (orientation === 'portrait' ? COMFORTABLE : COMFORTABLE_TURNED)) return [title];
  const breaks = findBreaks(title);
  const least = Math.max(Math.ceil(width / FULL_LINE), shape === 'rhombus' ? 3 : 1);
  let best: Layout | undefined;
  for (let count = least; count <= MOST_LINES; count++) {
    const layout = bestLayout(title, breaks, { count, shape });
    const cost = (layout?.cost ?? Infinity) + LINE_COST * (count - least);
    if (layout !== undefined && cost < (best?.cost ?? Infinity)) best = { lines: layout.lines, cost };
  }
  return best?.lines ?? chop(title);
}

const MOST_LINES = 6;
/** A line more is better than a break inside an expression, but worse than an uncommon place between two. */
const LINE_COST = 3;

interface Layout {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Names on as few lines as hold them, none broken. */
export function packNames(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines[lines.length - 1];
    const longer = `${last}　${name}`;
    if (last !== undefined && widthInCharacters(longer) <= COMFORTABLE) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines;
}

interface Break {
  readonly at: number;
  /** How bad a break here is. */
  readonly cost: number;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Breaks that read well: after the issuer, before 关于 and before 的通知's noun group, after 、 and 和. */
const GOOD_BEFORE = /^(?:关于|《|实施方案|工作要点|工作方案|重点工作|任务分解)/;
const GOOD_AFTER = /(?:人民政府|办公室|办公厅|委员会|局|厅|[、，·和与及]|印发|年)$/;
const NEVER_BEFORE = /^(?:[、，·。；：！？”’）》〉〕】]|的|年|月|日|号|等|和|与|及|度|（|办公[室厅])/;
const NEVER_AFTER = /(?:[“‘（《〈〔【]|[0-9]|第)$/;

/** A term in quotation marks is one word. */
const INSIDE_QUOTES = /“[^”]*$/;
const BOOK_NAME = /《[^《》]*》/g;
/** What a break costs: at a good place nothing, within a word that nobody knows much, within a name most. */
const PLAIN_BREAK = 4;
const SINGLE_BREAK = 12;
const NAME_BREAK = 16;

function findBreaks(title: string): readonly Break[] {
  const names = insideNames(title);
  const words = wordsOf(title);
  return words.flatMap(({ at, isSingle }, i): Break[] => {
    if (at === 0) return [];
    const [before, rest] = [title.slice(0, at), title.slice(at)];
    if (NEVER_BEFORE.test(rest) || NEVER_AFTER.test(before) || INSIDE_QUOTES.test(before)) return [];
    const cost = names.has(at) ? NAME_BREAK : 0;
    if (GOOD_BEFORE.test(rest) || GOOD_AFTER.test(before)) return [{ at, cost }];
    // A word of one character is mostly a part of one that nobody knows.
    const isDoubtful = isSingle || (words[i - 1]?.isSingle ?? false);
    return [{ at, cost: cost + (isDoubtful ? SINGLE_BREAK : PLAIN_BREAK) }];
  });
}

interface Word {
  readonly at: number;
  readonly isSingle: boolean;
}

/** The segmenter's words, those put together that make up a term. */
function wordsOf(title: string): readonly Word[] {
  const terms = insideTerms(title);
  const starts = [...WORDS.segment(title)].filter(({ index }) => !terms.has(index));
  return starts.map(({ index, isWordLike }, i) => {
    const end = starts[i + 1]?.index ?? title.length;
    return { at: index, isSingle: isWordLike === true && end - index === 1 };
  });
}

/** The places within 《》 names that a line can hold. */
function insideNames(title: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { index, 0: name } of title.matchAll(BOOK_NAME))
    if (widthInCharacters(name) <= FULL_LINE)
      for (let at = index + 1; at < index + name.length; at++) inside.add(at);
  return inside;
}

function bestLayout(
  title: string,
  breaks: readonly Break[],
  { count, shape }: { readonly count: number; readonly shape: TitleShape },
): Layout | undefined {
  let best: Layout | undefined;
  const visit = (start: number, lines: readonly string[], cost: number): void => {
    if (lines.length === count - 1) {
      const all = [...lines, title.slice(start)];
      const total = cost + shapeCost(all) + departureCost(all.map(widthInCharacters), shape);
      if (total < (best?.cost ?? Infinity)) best = { lines: all, cost: total };
      return;
    }
    for (const { at, cost: breakCost } of breaks) {
      if (at <= start) continue;
      const line = title.slice(start, at);
      if (widthInCharacters(line) > FULL_LINE) break;
      visit(at, [...lines, line], cost + breakCost);
    }
  };
  visit(0, [], 0);
  return best !== undefined && best.cost < Infinity ? best : undefined;
}

/** Zero for a good trapezoid or rhombus; infinite for what must not be printed. */
function shapeCost(lines: readonly string[]): number {
  const widths = lines.map(widthInCharacters);
  const longest = Math.max(...widths);
  const last = lines[lines.length - 1] ?? '';
  if (longest > FULL_LINE || widths.some((width) => width < 4) || /^(?:的)?通知$/.test(last)) return Infinity;
  let cost = longest > COMFORTABLE ? 1 : 0;
  const spread = longest - Math.min(...widths);
  // Rows of one length look like a block; very uneven ones like a staircase.
  cost += spread === 0 ? 3 : spread > 8 ? (spread - 8) * 1.5 : 0;
  // An hourglass: a middle line shorter than both its neighbours.
  for (let i = 1; i + 1 < widths.length; i++) {
    const [above = 0, here = 0, below = 0] = widths.slice(i - 1, i + 2);
    if (here < above && here < below) cost += 12;
  }
  return cost;
}

/** A shape that was asked for counts more than places that read well, less than words kept whole. */
const DEPARTURE_COST = 6;

/** How far lines are from a shape: once for each line that breaks it. */
function departureCost(widths: readonly number[], shape: TitleShape): number {
  const steps = widths.slice(1).map((width, i) => Math.sign(width - (widths[i] ?? 0)));
  const widest = widths.indexOf(Math.max(...widths));
  const wrong = {
    balanced: () => 0,
    widening: () => steps.filter((step) => step <= 0).length,
    narrowing: () => steps.filter((step) => step >= 0).length,
    rhombus: () =>
      steps.filter((step, i) => (i < widest ? step <= 0 : step >= 0)).length +
      (widest === 0 || widest === widths.length - 1 ? 1 : 0),
  }[shape]();
  return wrong * DEPARTURE_COST;
}

/** Where no break between words helps (one long word): by width. */
function chop(title: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of title) {
    if (widthInCharacters(line + char) > COMFORTABLE) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}
