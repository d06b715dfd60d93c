import { boundUnits, countUnits, paceUnits, resultExpressions } from './expressions';

/** A place in a text around which a target may lie: a quantity, or words that say nothing or nobody is left. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
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
  '(?:\\d{1,3}(?:,\\d{3}){1,4}|[\\d０-９]{1,12})(?:\\.\\d{1,6})?' +
    '(?:\\s?[—~～-]{1,2}\\s?[\\d０-９]{1,12}(?:\\.\\d{1,6})?)?[百千万亿]{0,2}[余多]?' +
    '(?:(?<percent>\\s?(?:%|％|‰|个百分点|\\/10万|\\/万))' +
    `|(?<pace>(?:${alternatives(paceUnits)})(?:之内|以内|内))` +
    `|(?<count>${alternatives(countUnits)})` +
    `|(?<bound>${alternatives(boundUnits)})` +
    '|(?<ratio>[:：∶]\\d{1,4}(?:\\.\\d{1,3})?)' +
    '|(?<decimal>)(?=以[内上下]|$|[，。；、]))',
  'g',
);
const arabicKinds = ['percent', 'pace', 'count', 'bound', 'ratio', 'decimal'] as const;
/** A digit after one of these is part of a name, a number's rest or an ordinal: PM2.5, 第3批, 1+7. */
const partOfName = /[A-Za-z\d０-９.+第〔[\-—－]/;

const numerals = '一二两三四五六七八九十百千';
const inWords = new RegExp(
  `百分之(?<hundredth>[${numerals}]{1,4})|[${numerals}]{1,2}分之(?<fraction>[${numerals}])|(?<tenth>[${numerals}]成)(?=以上|左右)` +
    `|(?<chinese>[${numerals}]{1,4}[余多]?(?:个|家|项|所|座|处|次|场|期|批次|名|支|部|台|套))`,
  'g',
);
const result = new RegExp(resultExpressions.map(({ pattern }) => `(?:${pattern})`).join('|'), 'g');

/** All anchors of a text, in order. */
export function findAnchors(text: string): Anchor[] {
  return [...findArabic(text), ...findInWords(text), ...findResults(text)].sort((a, b) => a.start - b.start);
}

function findArabic(text: string): Anchor[] {
  const found: Anchor[] = [];
  arabic.lastIndex = 0;
  for (let match = arabic.exec(text); match; match = arabic.exec(text)) {
    if (partOfName.test(text[match.index - 1] ?? '')) continue;
    const kind = arabicKinds.find((name) => match?.groups?.[name] !== undefined);
    if (kind) found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return found;
}

function findInWords(text: string): Anchor[] {
  const found: Anchor[] = [];
  inWords.lastIndex = 0;
  for (let match = inWords.exec(text); match; match = inWords.exec(text)) {
    const isCount = match.groups?.['chinese'] !== undefined;
    if (isCount && !/[\u4e00-\u9fff]/.test(text[match.index - 1] ?? '')) continue;
    if (isCount && partOfName.test(text[match.index - 1] ?? '')) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: isCount ? 'chinese' : 'percent',
    });
  }
  return found;
}

function findResults(text: string): Anchor[] {
  const found: Anchor[] = [];
  result.lastIndex = 0;
  for (let match = result.exec(text); match; match = result.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'result' });
  return found;
}
