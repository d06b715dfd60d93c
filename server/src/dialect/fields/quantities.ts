import { DIGITS, WHITE_SPACE } from '../character-set';
import { sortLongestFirst, type Range } from '../range';
import { resultExpressions } from './expressions/results';
import { boundUnits, countUnits, paceUnits } from './expressions/target-words';
import { characters, END, pairSign, sign, signsIn } from './signs';

/** A place in a text around which a target may lie: a quantity, or words that say nothing or nobody is left. */
export interface Anchor extends Range {
  readonly kind: AnchorKind;
}

/**
 * `percent` a share, `pace` 2小时内, `count` 20所, `bound` a time that counts only after a bound, `chinese` 三家,
 * `ratio` 1:5, `decimal` a bare number, `result` 全覆盖.
 */
export type AnchorKind = 'percent' | 'pace' | 'count' | 'bound' | 'chinese' | 'ratio' | 'decimal' | 'result';

export function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}

/**
 * A number with what makes it a quantity. It begins with a digit and looks at nothing before it, so that the search
 * jumps from digit to digit; every repetition is bounded, so that a line of digits costs no more than its length.
 */
const arabic = new RegExp(
  '(?:\\d{1,3}(?:,\\d{3}){1,4}|[\\d０-９]{1,12})(?:[.．][\\d０-９]{1,6})?' +
    '(?:\\s?[—~～-]{1,2}\\s?[\\d０-９]{1,12}(?:\\.\\d{1,6})?)?(?:[ \\u00a0](?=[百千万亿]))?[百千万亿]{0,2}[余多]?' +
    // What none of the alternatives begins with (the 年 of every date) need not be tried against all of them.
    `(?=${firstOf([...paceUnits, ...countUnits, ...boundUnits], '\\s%％‰/:：∶以，。；、,;')}|$)` +
    '(?:(\\s?(?:%|％|‰|个百分点|\\/10万|\\/万))' +
    `|((?:${alternatives(paceUnits)})(?:之内|以内|内))` +
    `|([ \\u00a0]?(?:${alternatives(countUnits)}))` +
    `|(${alternatives(boundUnits)})` +
    '|([:：∶]\\d{1,4}(?:\\.\\d{1,3})?)' +
    '|()(?=以[内上下]|$|[，。；、,;]))',
  'g',
);
/** By group. Names would be an object more for every number. */
const arabicKinds = ['percent', 'pace', 'count', 'bound', 'ratio', 'decimal'] as const;

/** A class of the characters that words begin with, and of others. */
function firstOf(words: readonly string[], others: string): string {
  return `[${firstsOf(words)}${others}]`;
}

function firstsOf(words: readonly string[]): string {
  return [...new Set(words.map((word) => word.charAt(0)))].join('');
}

/** A digit after one of these is part of a name, a number's rest or an ordinal: PM2.5, 第3批, 1+7. */
const partOfName = characters(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}.+第〔[-—－`);

const numerals = '一二两三四五六七八九十百千';
const inWords = new RegExp(
  `百分之(?<hundredth>[${numerals}]{1,4})|[${numerals}]{1,2}分之(?<fraction>[${numerals}])|(?<tenth>[${numerals}]成)(?=以上|左右)` +
    `|(?<chinese>[${numerals}]{1,4}[余多]?(?:个|家|项|所|座|处|次|场|期|批次|名|支|部|台|套))`,
  'g',
);
const result = new RegExp(resultExpressions.map(({ pattern }) => `(?:${pattern})`).join('|'), 'g');

/** The end of a number with what makes it a quantity, as in `arabic`; dates have none. */
const quantity = pairSign(
  `${DIGITS}百千万亿余多`,
  `${firstsOf([...paceUnits, ...countUnits, ...boundUnits])}%％‰/:：∶以，。；、,;${WHITE_SPACE}${END}`,
);
/** 分之, or the end of a numeral and what it counts. */
const quantityInWords = pairSign(`${numerals}余多分`, '之成个家项所座处次场期批名支部台套');
/** Of every one of `resultExpressions` there is one or the other. */
const nothingLeft = sign('零尽番');
const nothingLeftInWords = pairSign('覆同不无全消只前', '盖步发出新部除减增升降一二三四五六七八九十');

/** All anchors of a text, in order. */
export function findAnchors(text: string, signs = signsIn(text)): Anchor[] {
  const found: Anchor[] = [];
  if (quantity.isIn(signs)) findArabic(text, found);
  if (quantityInWords.isIn(signs)) findInWords(text, found);
  if (nothingLeft.isIn(signs) || nothingLeftInWords.isIn(signs)) findResults(text, found);
  return sortLongestFirst(found);
}

function findArabic(text: string, found: Anchor[]): void {
  arabic.lastIndex = 0;
  for (let match = arabic.exec(text); match; match = arabic.exec(text)) {
    if (partOfName.has(text, match.index - 1) || (apart.test(match[0]) && !isSetApart(text, match.index)))
      continue;
    found.push({ start: match.index, end: arabic.lastIndex, kind: kindOf(match) });
  }
}

const apart = /[\d０-９][ \u00a0]/;

/** 新增 3 个: a number with spaces about it stands in a sentence; 1 项目建设 is a number and what it numbers. */
function isSetApart(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start).trimEnd();
  return written.test(before) && !before.endsWith('第');
}

const written = /[\u4e00-\u9fff]$/;

function kindOf(match: RegExpExecArray): AnchorKind {
  let group = 1;
  while (match[group] === undefined) group++;
  return arabicKinds[group - 1] as AnchorKind;
}

function findInWords(text: string, found: Anchor[]): void {
  inWords.lastIndex = 0;
  for (let match = inWords.exec(text); match; match = inWords.exec(text)) {
    const isCount = match.groups?.['chinese'] !== undefined;
    if (isCount && !/[\u4e00-\u9fff]/.test(text[match.index - 1] ?? '')) continue;
    if (isCount && partOfName.has(text, match.index - 1)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: isCount ? 'chinese' : 'percent',
    });
  }
}

function findResults(text: string, found: Anchor[]): void {
  result.lastIndex = 0;
  for (let match = result.exec(text); match; match = result.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'result' });
}
