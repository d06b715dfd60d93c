import type { Range } from '../range';

/** What a character means for the extent of a phrase; a table, because every phrase asks for many characters. */
const plain = 0;
const ends = 1;
const pause = 2;
const opens = 3;
const closes = 4;
const opensQuotation = 5;
const closesQuotation = 6;
const kinds = new Uint8Array(0x10000);
for (const [marks, kind] of [
  ['。；;！!？?\n\r，,：:"', ends],
  ['、', pause],
  ['（(〔[［【〖', opens],
  ['）)〕]］】〗', closes],
  ['“', opensQuotation],
  ['”', closesQuotation],
] as const)
  for (const mark of marks) kinds[mark.charCodeAt(0)] = kind;

function kindAt(text: string, offset: number): number {
  return kinds[text.charCodeAt(offset)] ?? plain;
}

/** Words in quotation marks belong to the phrase around them: “五有”建设达标率. */
const longestQuotation = 40;
/** A bracket shorter than this belongs to the word it stands in: 客（渡）船, 各镇（街道）. */
const shortBracket = 12;
/** How far a phrase is looked for around its number; keeps the cost of a long line linear. */
const reach = 90;

export interface PieceOptions {
  /** Whether 、 ends a piece, too. */
  readonly atPause: boolean;
}

/** The part of the sentence around `[start, end)`: from the punctuation before to the one after it. */
export function pieceAround(text: string, start: number, end: number, options: PieceOptions): Range {
  return { start: findLeft(text, start, options.atPause), end: findRight(text, end, options.atPause) };
}

function findLeft(text: string, from: number, atPause: boolean): number {
  const limit = Math.max(0, from - reach);
  for (let i = from - 1; i >= limit; i--) {
    const kind = kindAt(text, i);
    if (kind === plain || (kind === pause && !atPause)) continue;
    if (kind !== closes && kind !== closesQuotation) return i + 1;
    const open = kind === closes ? matchLeft(text, i) : lastQuote(text, i);
    if (open < limit) return i + 1;
    i = open;
  }
  return limit;
}

function findRight(text: string, from: number, atPause: boolean): number {
  const limit = Math.min(text.length, from + reach);
  for (let i = from; i < limit; i++) {
    const kind = kindAt(text, i);
    if (kind === plain || (kind === pause && !atPause)) continue;
    if (kind !== opens && kind !== opensQuotation) return i;
    const close = kind === opens ? matchRight(text, i) : nextQuote(text, i);
    if (close < 0) return i;
    i = close;
  }
  return limit;
}

/** The offset of the last boundary in `[from, to)` of a part of a sentence, or -1. */
export function lastBoundary(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const kind = kindAt(text, i);
    if (kind === ends || kind === opensQuotation || kind === closesQuotation) return i;
  }
  return -1;
}

function nextQuote(text: string, from: number): number {
  const at = text.slice(from, from + longestQuotation).indexOf('”');
  return at < 0 ? -1 : from + at;
}

function lastQuote(text: string, from: number): number {
  const at = text.slice(Math.max(0, from - longestQuotation), from).lastIndexOf('“');
  return at < 0 ? -1 : Math.max(0, from - longestQuotation) + at;
}

function matchLeft(text: string, close: number): number {
  for (let i = close - 1; i >= 0 && i > close - shortBracket; i--) if (kindAt(text, i) === opens) return i;
  return -1;
}

function matchRight(text: string, open: number): number {
  for (let i = open + 1; i < text.length && i < open + shortBracket; i++)
    if (kindAt(text, i) === closes) return i;
  return -1;
}

/**
 * Where a number is part of a name and counts nothing: quoted words (“1+7+N”), titles of works (《…2025年…》) and
 * document numbers (〔2024〕4号). In order, not overlapping.
 */
export function namesIn(text: string): Range[] {
  const found: Range[] = [];
  const pattern =
    /“[^”\n]{0,60}”|"[^"\n]{0,60}"|《[^》\n]{0,120}》|[〔［[]\d{4}[〕］\]]\s?\d{0,4}号?|第\d+号令?/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

/** A test for offsets asked in ascending order: whether each lies in one of the ranges. */
export function ascendingTest(ranges: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < ranges.length && (ranges[next] as Range).end <= offset) next++;
    const range = ranges[next];
    return range !== undefined && range.start <= offset;
  };
}
