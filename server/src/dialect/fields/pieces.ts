import { isClosingBracket, isOpeningBracket } from './brackets';
import type { Range } from '../range';

/** Ends a part of a sentence in which one phrase lies. */
const sentenceEnd = /[。；;！!？?\n\r]/;
const partEnd = /[。；;！!？?\n\r，,：:“”"]/;
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
    const mark = text[i] as string;
    if (isClosingBracket(mark)) {
      const open = matchLeft(text, i);
      if (open === undefined) return i + 1;
      i = open;
    } else if (isOpeningBracket(mark) || endsPiece(mark, atPause)) return i + 1;
  }
  return limit;
}

function findRight(text: string, from: number, atPause: boolean): number {
  const limit = Math.min(text.length, from + reach);
  for (let i = from; i < limit; i++) {
    const mark = text[i] as string;
    if (isOpeningBracket(mark)) {
      const close = matchRight(text, i);
      if (close === undefined) return i;
      i = close;
    } else if (isClosingBracket(mark) || endsPiece(mark, atPause)) return i;
  }
  return limit;
}

function endsPiece(mark: string, atPause: boolean): boolean {
  return partEnd.test(mark) || (atPause && mark === '、');
}

function matchLeft(text: string, close: number): number | undefined {
  for (let i = close - 1; i >= 0 && i > close - shortBracket; i--)
    if (isOpeningBracket(text[i] as string)) return i;
  return undefined;
}

function matchRight(text: string, open: number): number | undefined {
  for (let i = open + 1; i < text.length && i < open + shortBracket; i++)
    if (isClosingBracket(text[i] as string)) return i;
  return undefined;
}

export function endsSentence(mark: string | undefined): boolean {
  return mark === undefined || sentenceEnd.test(mark);
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
