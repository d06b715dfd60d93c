import { DIGITS, WHITE_SPACE } from './character-set';
import { characters } from './fields/signs';
import { groupBy } from './group-by';
import type { Marker, MarkerStyle } from './model';
import { remember } from './remember';

/** The punctuation of a marker as written, without numeral and white space: `（` and `）、` of `（一）、`. */
export interface MarkerPunctuation {
  readonly open: string;
  readonly close: string;
}

const numerals = characters(`${DIGITS}〇零一二三四五六七八九十百`);
const space = characters(WHITE_SPACE);

/** Reads the punctuation of a marker; undefined for one-character markers (①, ⑴). */
export function punctuationOf({ text: written }: Marker): MarkerPunctuation | undefined {
  const text = space.removeFrom(written);
  const start = numerals.find(text, 0, text.length);
  const end = numerals.skip(text, start, text.length);
  return start === end ? undefined : { open: text.slice(0, start), close: text.slice(end) };
}

const FOLDED: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
  '．': '.',
  '﹒': '.',
  '。': '.',
  '，': ',',
  '：': ':',
};

/** Folds widths and kinds of brackets, so that width alone makes no difference. */
export const foldPunctuation = remember((punctuation): string =>
  [...punctuation].map((char) => FOLDED[char] ?? char).join(''),
);

/** Markers by the style they were meant to be. */
export function byStyle(markers: readonly Marker[]): Map<MarkerStyle, Marker[]> {
  return groupBy(markers, ({ style }) => style);
}
