import type { Range } from '../range';
import { Mark, markAt } from './marks';
import { pairSign, sign, type Present } from './signs';

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
  const { from, until } = reachAround(text, start, end);
  return {
    start: findLeft(text, start, from, options.atPause),
    end: findRight(text, end, until, options.atPause),
  };
}

/** Both kinds of pieces around `[start, end)`: the one between commas goes on where the one between pauses ends. */
export function piecesAround(text: string, start: number, end: number): { piece: Range; chunk: Range } {
  const { from, until } = reachAround(text, start, end);
  const left = findLeft(text, start, from, true);
  const right = findRight(text, end, until, true);
  const atPause = left > from && markAt(text, left - 1) === Mark.Pause;
  return {
    piece: { start: left, end: right },
    chunk: {
      start: atPause ? findLeft(text, left - 1, from, false) : left,
      end: markAt(text, right) === Mark.Pause ? findRight(text, right + 1, until, false) : right,
    },
  };
}

function reachAround(text: string, start: number, end: number): { from: number; until: number } {
  return { from: Math.max(0, start - reach), until: Math.min(text.length, end + reach) };
}

function findLeft(text: string, from: number, limit: number, atPause: boolean): number {
  for (let i = from - 1; i >= limit; i--) {
    const kind = markAt(text, i);
    if (kind === Mark.None || (kind === Mark.Pause && !atPause)) continue;
    if (kind !== Mark.Closes && kind !== Mark.ClosesQuotation) return i + 1;
    const open = kind === Mark.Closes ? matchLeft(text, i) : lastQuote(text, i);
    if (open < limit) return i + 1;
    i = open;
  }
  return limit;
}

function findRight(text: string, from: number, limit: number, atPause: boolean): number {
  for (let i = from; i < limit; i++) {
    const kind = markAt(text, i);
    if (kind === Mark.None || (kind === Mark.Pause && !atPause)) continue;
    if (kind !== Mark.Opens && kind !== Mark.OpensQuotation) return i;
    const close = kind === Mark.Opens ? matchRight(text, i) : nextQuote(text, i);
    // （责任单位：甲） is no part of the word before it.
    if (close < 0 || /[:：]/.test(text.slice(i, close))) return i;
    i = close;
  }
  return limit;
}

/** The offset of the last boundary in `[from, to)` of a part of a sentence, or -1. */
export function lastBoundary(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const kind = markAt(text, i);
    if (kind === Mark.Ends || kind === Mark.OpensQuotation || kind === Mark.ClosesQuotation) return i;
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
  for (let i = close - 1; i >= 0 && i > close - shortBracket; i--)
    if (markAt(text, i) === Mark.Opens) return i;
  return -1;
}

function matchRight(text: string, open: number): number {
  for (let i = open + 1; i < text.length && i < open + shortBracket; i++)
    if (markAt(text, i) === Mark.Closes) return i;
  return -1;
}

/**
 * Where a number is part of a name and counts nothing: quoted words (“1+7+N”), titles of works (《…2025年…》) and
 * document numbers (〔2024〕4号). In order, not overlapping.
 */
export function namesIn(text: string, signs: Present): Range[] {
  if (!opensName.isIn(signs) && !opensNumber.isIn(signs)) return [];
  const found: Range[] = [];
  const pattern =
    /“[^”\n]{0,60}”|"[^"\n]{0,60}"|《[^》\n]{0,120}》|[〔［[]\d{4}[〕］\]]\s?\d{0,4}号?|第\d+号令?/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

const opensName = sign('“"《');
const opensNumber = pairSign('〔［[第', '0123456789');

/** A test for offsets asked in ascending order: whether each lies in one of the ranges. */
export function ascendingTest(ranges: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < ranges.length && (ranges[next] as Range).end <= offset) next++;
    const range = ranges[next];
    return range !== undefined && range.start <= offset;
  };
}
