import { Mark, markAt } from './marks';
import { characters } from './signs';

/** A pair of brackets in a text: `start` is the opening bracket's offset, `end` lies after the closing one. */
export interface BracketPair {
  readonly start: number;
  readonly end: number;
  /** 0 for a pair that stands in no other. */
  readonly depth: number;
}

export interface BracketReading {
  /** In order of their opening brackets. */
  readonly pairs: readonly BracketPair[];
  /** Opening brackets nothing closes. */
  readonly unclosed: readonly number[];
  /** Closing brackets nothing opens. */
  readonly unopened: readonly number[];
}

/** Round and square brackets, full and half width; the members of a family may close one another. */
type Family = 'round' | 'square';

const families = new Map<number, Family>();
const ROUND = '（(）)';
const SQUARE = '〔[［【〖〕]］】〗';
const bracket = characters(ROUND + SQUARE);
for (const mark of ROUND) families.set(mark.charCodeAt(0), 'round');
for (const mark of SQUARE) families.set(mark.charCodeAt(0), 'square');

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

/** Pairs the brackets of a text in one pass; an inner bracket left open does not spoil the outer pair. */
export function readBrackets(text: string): BracketReading {
  const pairs: BracketPair[] = [];
  const unclosed: number[] = [];
  const unopened: number[] = [];
  const stack: { at: number; family: Family }[] = [];
  const open: Record<Family, number> = { round: 0, square: 0 };
  const { length } = text;
  for (let at = bracket.find(text, 0, length); at < length; at = bracket.find(text, at + 1, length)) {
    const mark = markAt(text, at);
    const family = families.get(text.charCodeAt(at)) as Family;
    if (mark === Mark.Opens) {
      stack.push({ at, family });
      open[family]++;
      continue;
    }
    if (open[family] === 0) {
      unopened.push(at);
      continue;
    }
    for (let top = stack.pop(); top; top = stack.pop()) {
      open[top.family]--;
      if (top.family === family) {
        pairs.push({ start: top.at, end: at + 1, depth: stack.length });
        break;
      }
      unclosed.push(top.at);
    }
  }
  for (const left of stack) unclosed.push(left.at);
  if (pairs.length > 1) pairs.sort((a, b) => a.start - b.start);
  return { pairs, unclosed: unclosed.sort((a, b) => a - b), unopened };
}
