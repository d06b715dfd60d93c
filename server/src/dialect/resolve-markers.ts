import { resolveBullets } from './bullets';
import { groupBy } from './group-by';
import { readMarkerShape, type MarkerShape } from './marker-shape';
import { formatChineseNumeral, formatCircledNumber } from './numerals';
import type { Marker, MarkerFlaw, MarkerStyle } from './model';
import type { Range } from './range';
import { remember } from './remember';

/** A line that may bear a marker. */
export interface MarkerLine {
  /** Without indentation. */
  readonly text: string;
  /** Range of `text` in the draft. */
  readonly range: Range;
  /** White space before `text` on its line. */
  readonly indent: string;
  /** Whether it begins an item of a Markdown list by `-`, `*` or `+`. */
  readonly isListed?: boolean;
}

/** The manner in which a draft writes the markers of one style. */
interface Manner {
  readonly open: string;
  readonly close: string;
  readonly spaceAfter: boolean;
  readonly indented: boolean;
  readonly fullWidthDigits: boolean;
}

interface Candidate {
  readonly line: MarkerLine;
  readonly index: number;
  readonly shape: MarkerShape;
  style: MarkerStyle;
}

/** Canonical punctuation per style (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）). */
const CANONICAL: Readonly<Record<MarkerStyle, readonly [open: string, close: string]>> = {
  part: ['第', ''],
  article: ['第', ''],
  task: ['任务', '：'],
  chinese: ['', '、'],
  'paren-chinese': ['（', '）'],
  arabic: ['', '.'],
  'paren-arabic': ['（', '）'],
  circled: ['', ''],
  bullet: ['', ''],
};

const INTERCHANGEABLE: readonly MarkerStyle[] = [
  'chinese',
  'paren-chinese',
  'arabic',
  'paren-arabic',
  'circled',
];

/**
 * Decides which lines bear markers and what each was meant to be. The result is parallel to `lines`;
 * `undefined` where the line is running text.
 */
export function resolveMarkers(lines: readonly MarkerLine[]): readonly (Marker | undefined)[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as MarkerLine;
    const shape = readMarkerShape(line.text);
    if (shape !== undefined) candidates.push({ line, index, shape, style: shape.style });
  }
  const accepted = restyle(acceptWeak(candidates));
  const manners = findManners(accepted);
  const markers = new Array<Marker | undefined>(lines.length).fill(undefined);
  for (const candidate of accepted) markers[candidate.index] = createMarker(candidate, manners);
  resolveBullets(lines, markers);
  return markers;
}

/** Keeps the weak candidates that fit their neighbours exactly and drops the look-alikes. */
function acceptWeak(candidates: readonly Candidate[]): Candidate[] {
  const accepted: Candidate[] = [];
  const last = new Map<MarkerStyle, Candidate>();
  const following = new Following(candidates);
  for (const candidate of candidates) {
    following.pass(candidate);
    const next = following.get(candidate.style);
    if (candidate.shape.weak && !fitsExactly(candidate, last.get(candidate.style), next)) continue;
    accepted.push(candidate);
    last.set(candidate.style, candidate);
  }
  return accepted;
}

function fitsExactly(
  { style, shape, line }: Candidate,
  previous: Candidate | undefined,
  next: Candidate | undefined,
): boolean {
  const isLinked = next?.shape.number === shape.number + 1;
  // Behind a list that has gone further than 1 a 2 needs its 1.
  const begins = previous === undefined || (isLinked && previous.shape.number !== 1);
  const follows = shape.number === 1 ? begins : previous?.shape.number === shape.number - 1;
  if (!follows) return false;
  if (isLinked) return true;
  // The last of its run: only where the line reads like its predecessor (both have a run-in title, or neither).
  // 3.5万亩 after 2. is a decimal unless a 4. follows.
  if (/^[0-9０-９]/.test(line.text.slice(shape.end))) return false;
  const endsRun = next === undefined || next.shape.number === 1;
  if (!endsRun || previous === undefined) return false;
  if (style === 'chinese') return isSpaced(shape) && isSpaced(previous.shape);
  return style === 'arabic' && hasRunIn(line) === hasRunIn(previous.line);
}

/** 三 保障措施: a space alone between numeral and title. */
function isSpaced({ close, spaceAfter }: MarkerShape): boolean {
  return close === '' && spaceAfter !== '';
}

function hasRunIn(line: MarkerLine): boolean {
  return line.text.indexOf('。') > 0;
}

/** The next candidate of every style (in the style it is written in), as seen from one after another. */
class Following {
  private readonly byStyle: ReadonlyMap<MarkerStyle, readonly Candidate[]>;
  private readonly passed = new Map<MarkerStyle, number>();

  constructor(candidates: readonly Candidate[]) {
    this.byStyle = groupBy(candidates, ({ style }) => style);
  }

  /** Goes on to a candidate, in order, before its style is changed. */
  pass({ style }: Candidate): void {
    this.passed.set(style, (this.passed.get(style) ?? 0) + 1);
  }

  get(style: MarkerStyle): Candidate | undefined {
    return this.byStyle.get(style)?.[this.passed.get(style) ?? 0];
  }
}

/** Gives candidates that stand in the wrong style for their place the style of the sequence they complete. */
function restyle(candidates: Candidate[]): Candidate[] {
  const previous = new Map<MarkerStyle, Candidate>();
  const next = new Following(candidates);
  for (const candidate of candidates) {
    next.pass(candidate);
    const place: Place = { candidate, previous, next };
    if (INTERCHANGEABLE.includes(candidate.style) && fit(place, candidate.style) < 2)
      candidate.style = betterStyle(place) ?? candidate.style;
    previous.set(candidate.style, candidate);
  }
  return candidates;
}

function betterStyle(place: Place): MarkerStyle | undefined {
  for (const style of INTERCHANGEABLE)
    if (style !== place.candidate.style && completes(place, style)) return style;
  return undefined;
}

/** A candidate with the nearest candidates of every style on both sides. */
interface Place {
  readonly candidate: Candidate;
  readonly previous: ReadonlyMap<MarkerStyle, Candidate>;
  readonly next: Following;
}

function completes(place: Place, style: MarkerStyle): boolean {
  const { candidate, previous, next } = place;
  const natural = fit(place, candidate.style);
  const here = fit(place, style);
  if (here === 2) return natural === 0 || punctuatedLike(candidate, style);
  // The last of a run has only a predecessor to fit, and must not stand inside a run of its own style.
  const before = previous.get(style);
  const own = previous.get(candidate.style);
  const insideOwnRun = own !== undefined && before !== undefined && own.index > before.index;
  const last =
    here === 1 && before !== undefined && next.get(style) === undefined && candidate.shape.number > 2;
  return last && natural === 0 && !insideOwnRun && punctuatedLike(candidate, style);
}

/** How well a candidate would fit a style: one point for its predecessor's number, one for its successor's. */
function fit({ candidate, previous, next }: Place, style: MarkerStyle): number {
  const { number } = candidate.shape;
  const before = previous.get(style);
  const follows = number === 1 ? before === undefined : before?.shape.number === number - 1;
  return (follows ? 1 : 0) + (next.get(style)?.shape.number === number + 1 ? 1 : 0);
}

/** Whether the punctuation is the one `style` takes and not the one of the style it is written in. */
function punctuatedLike(candidate: Candidate, style: MarkerStyle): boolean {
  const { shape } = candidate;
  const written = normalise(shape.open + shape.close);
  const [open, close] = CANONICAL[style];
  const [ownOpen, ownClose] = CANONICAL[shape.style];
  return written === normalise(open + close) && written !== normalise(ownOpen + ownClose);
}

/** The manner most markers of each style are written in; the canonical one where there is a tie. */
function findManners(candidates: readonly Candidate[]): ReadonlyMap<MarkerStyle, Manner> {
  const manners = new Map<MarkerStyle, Manner>();
  for (const style of Object.keys(CANONICAL) as MarkerStyle[]) {
    const own = candidates.filter((c) => c.style === style && c.shape.style === style);
    const [open, close] = CANONICAL[style];
    const punctuation = mostFrequent(
      own
        .filter(({ shape }) => !shape.weak || isSpaced(shape))
        .map((c) => `${c.shape.open}\n${c.shape.close}`),
      `${open}\n${close}`,
    ).split('\n');
    const most = (test: (c: Candidate) => boolean): boolean => own.filter(test).length * 2 > own.length;
    manners.set(style, {
      open: punctuation[0] ?? open,
      close: punctuation[1] ?? close,
      spaceAfter: most((c) => c.shape.spaceAfter !== ''),
      indented: most((c) => c.line.indent !== ''),
      fullWidthDigits: most((c) => c.shape.fullWidthDigits),
    });
  }
  return manners;
}

function mostFrequent(values: readonly string[], preferred: string): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = preferred;
  let bestCount = counts.get(preferred) ?? 0;
  for (const [value, count] of counts) if (count > bestCount) [best, bestCount] = [value, count];
  return best;
}

function createMarker(candidate: Candidate, manners: ReadonlyMap<MarkerStyle, Manner>): Marker {
  const { line, shape, style } = candidate;
  const manner = manners.get(style) as Manner;
  const text = line.text.slice(shape.start, shape.end);
  const flaws = findFlaws(candidate, manner);
  const start = line.range.start + shape.start;
  return {
    text,
    range: { start, end: line.range.start + shape.end },
    style,
    number: shape.number,
    flaws,
    expected: flaws.length === 0 ? text : formatMarker(style, shape.number, manner, shape.unit),
    lead: { start: line.range.start - line.indent.length, end: line.range.start + shape.titleStart },
  };
}

function findFlaws(candidate: Candidate, manner: Manner): MarkerFlaw[] {
  const { shape, style, line } = candidate;
  const flaws: MarkerFlaw[] = [];
  if (style !== shape.style) flaws.push('wrong-style');
  // No standard says how 任务一 is written.
  else if (isEnclosedNumber(shape.open) || style === 'task') return flaws;
  else {
    const flaw = punctuationFlaw(shape, manner);
    if (flaw !== undefined) flaws.push(flaw);
  }
  if (shape.innerSpace || (shape.spaceAfter !== '' && !manner.spaceAfter) || strayIndent(line, manner))
    flaws.push('stray-space');
  if (shape.fullWidthDigits && !manner.fullWidthDigits) flaws.push('full-width-digits');
  return flaws;
}

function punctuationFlaw(shape: MarkerShape, manner: Manner): MarkerFlaw | undefined {
  // Nearly always: what is the same to the letter need not be folded to be compared.
  if (shape.open === manner.open && shape.close === manner.close) return undefined;
  if (shape.close === '' && manner.close !== '') return 'missing-separator';
  if (brackets(shape) !== brackets(manner)) return 'unbalanced-bracket';
  const separates = shape.style !== 'part' && normalise(shape.close) !== normalise(manner.close);
  return separates ? 'wrong-separator' : undefined;
}

/** Indents of full-width spaces are how pasted official text begins its paragraphs; ASCII ones are residue. */
function strayIndent(line: MarkerLine, manner: Manner): boolean {
  return !manner.indented && /[ \t]/.test(line.indent);
}

function isEnclosedNumber(open: string): boolean {
  return /[\u2474-\u249b\u3220-\u3229]/.test(open);
}

function brackets({ open, close }: { open: string; close: string }): string {
  return normalise(open) + closingBracket(close);
}

const closingBracket = remember((close): string => normalise(close).replace(/[^()]/g, ''));

/** Folds full-width punctuation and bracket kinds, so that width alone is no difference. */
const normalise = remember((punctuation): string =>
  punctuation
    .replace(/[（〔【[]/g, '(')
    .replace(/[）〕】\]]/g, ')')
    .replace(/[．﹒。]/g, '.')
    .replace(/，/g, ',')
    .replace(/：/g, ':'),
);

/** Writes a marker in a given manner: `formatMarker('chinese', 6, …)` → `六、`. */
export function formatMarker(
  style: MarkerStyle,
  number: number,
  manner: { readonly open: string; readonly close: string; readonly fullWidthDigits?: boolean },
  unit = '',
): string {
  return manner.open + formatNumeral(style, number, manner.fullWidthDigits === true) + unit + manner.close;
}

/** A marker as the standard writes it, for drafts that have none of its kind. */
export function canonicalMarker(style: MarkerStyle): Marker {
  const [open, close] = CANONICAL[style];
  const text = formatMarker(style, 1, { open, close });
  const nowhere = { start: 0, end: 0 };
  return { text, range: nowhere, style, number: 1, flaws: [], expected: text, lead: nowhere };
}

function formatNumeral(style: MarkerStyle, number: number, fullWidth: boolean): string {
  if (style === 'circled') return formatCircledNumber(number);
  if (style === 'arabic' || style === 'paren-arabic')
    return fullWidth
      ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : String(number);
  return formatChineseNumeral(number);
}
