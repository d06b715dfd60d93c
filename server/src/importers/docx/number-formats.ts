import { formatChineseNumeral, formatCircledNumber } from '../../dialect/numerals';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGITS = '〇一二三四五六七八九';

/** Writes a number as a level of a Word list does (ECMA-376 17.18.59, ST_NumberFormat). */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return number < 100 ? formatChineseNumeral(number) : digitByDigit(number);
    case 'ideographTraditional':
      return STEMS.charAt((number - 1) % 10);
    case 'ideographZodiac':
      return BRANCHES.charAt((number - 1) % 12);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
    case 'ideographEnclosedCircle':
      return formatCircledNumber(number);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
    case 'lowerLetter':
      return letter(number, format === 'upperLetter' ? 65 : 97);
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'none':
      return '';
    default:
      return String(number);
  }
}

function digitByDigit(number: number): string {
  return [...String(number)].map((digit) => DIGITS.charAt(Number(digit))).join('');
}

/** a … z, aa … zz: Word repeats the letter. */
function letter(number: number, first: number): string {
  const index = (number - 1) % 26;
  return String.fromCharCode(first + index).repeat(Math.min(10, Math.floor((number - 1) / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let [rest, text] = [Math.min(number, 3999), ''];
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}
