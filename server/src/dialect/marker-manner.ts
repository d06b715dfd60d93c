import { groupBy } from './group-by';
import type { Marker, MarkerStyle } from './model';
import { remember } from './remember';

/** The punctuation of a marker as written, without numeral and white space: `（` and `）、` of `（一）、`. */
export interface MarkerPunctuation {
  readonly open: string;
  readonly close: string;
}

const PARTS =
  /^(?<open>[^0-9０-９〇零一二三四五六七八九十百]*)[0-9０-９〇零一二三四五六七八九十百]+(?<close>.*)$/;

/** Reads the punctuation of a marker; undefined for one-character markers (①, ⑴). */
export function punctuationOf({ text }: Marker): MarkerPunctuation | undefined {
  return readPunctuation(text) ?? undefined;
}

const readPunctuation = remember((text): MarkerPunctuation | null => {
  const groups = PARTS.exec(text.replace(/\s/g, ''))?.groups;
  return groups === undefined ? null : { open: groups['open'] ?? '', close: groups['close'] ?? '' };
});

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
