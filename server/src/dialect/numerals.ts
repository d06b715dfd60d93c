/** Chinese numerals of 结构层次序数 (一 … 九百九十九), full-width digits and circled numbers. */

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

export const CHINESE_NUMERAL = '[〇零一二三四五六七八九十百]+';

/** Reads 一 … 九百九十九, also 〇 零 and the colloquial 一十; undefined where the characters make no number. */
export function parseChineseNumeral(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = Infinity;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return undefined;
      total += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else {
      const value = char === '零' ? 0 : DIGITS.indexOf(char);
      if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  const number = total + (digit ?? 0);
  return number > 0 ? number : undefined;
}

/** Writes 1 … 999 as official documents do: 十一 (not 一十一), 一百零五, 一百一十. */
export function formatChineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 999) return String(number);
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const digit = (value: number): string => DIGITS.charAt(value);
  let text = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + digit(ones) : text;
}

/** Turns full-width digits into ASCII ones; other characters stay. */
export function toHalfWidthDigits(text: string): string {
  // Nearly always there are none, and a replacement by a function takes long even then.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff10 && code <= 0xff19)
      return text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  }
  return text;
}

/** The number that digits of any kind stand for (12, １２, 十二); 0 where a text is none. */
export function readNumber(text: string | undefined): number {
  if (!text) return 0;
  const number = Number(toHalfWidthDigits(text));
  return Number.isNaN(number) ? (parseChineseNumeral(text) ?? 0) : number;
}

/** First code point of each run of circled numbers and the number it stands for (①–⑳, ㉑–㉟, ㊱–㊿). */
const CIRCLED_RUNS: readonly (readonly [first: number, last: number, number: number])[] = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
];

export function parseCircledNumber(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0;
  const run = CIRCLED_RUNS.find(([first, last]) => code >= first && code <= last);
  return run === undefined ? undefined : run[2] + code - run[0];
}

export function formatCircledNumber(number: number): string {
  for (const [first, last, start] of CIRCLED_RUNS) {
    const code = first + number - start;
    if (number >= start && code <= last) return String.fromCodePoint(code);
  }
  return `（${number}）`;
}
