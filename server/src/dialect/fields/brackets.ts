import { sortLongestFirst, type Range } from '../range';
import { Mark, markAt } from './marks';
import { characters } from './signs';

/** A pair of brackets in a text: `start` is the opening bracket's offset, `end` lies after the closing one. */
export type BracketPair = Range;

/** Of brackets, full and half width, all that are round may close one another, and all that are square. */
const ROUND = '（(）)';
const SQUARE = '〔[［【〖〕]］】〗';
const bracket = characters(ROUND + SQUARE);
const round = characters(ROUND);

export function isOpeningBracket(text: string, offset = 0): boolean {
  return markAt(text, offset) === Mark.Opens;
}

export function isClosingBracket(text: string, offset = 0): boolean {
  return markAt(text, offset) === Mark.Closes;
}

/** ） or its half-width form: what may close a remark behind a name. */
export function closesRound(text: string, offset: number): boolean {
  return text[offset] === '）' || text[offset] === ')';
}

/** The pairs of brackets in a text, in order of their opening ones; an inner bracket left open does not spoil the outer pair. */
export function readBrackets(text: string): readonly BracketPair[] {
  const pairs: BracketPair[] = [];
  const open: number[] = [];
  let openRound = 0;
  const { length } = text;
  for (let at = bracket.find(text, 0, length); at < length; at = bracket.find(text, at + 1, length)) {
    const isRound = round.has(text, at);
    if (isOpeningBracket(text, at)) {
      open.push(at);
      if (isRound) openRound++;
      continue;
    }
    if ((isRound ? openRound : open.length - openRound) === 0) continue;
    let start = open.pop() as number;
    // What was opened since the nearest one of its kind is never closed.
    while (round.has(text, start) !== isRound) {
      if (!isRound) openRound--;
      start = open.pop() as number;
    }
    if (isRound) openRound--;
    pairs.push({ start, end: at + 1 });
  }
  return sortLongestFirst(pairs);
}
