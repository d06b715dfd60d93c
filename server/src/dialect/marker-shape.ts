import { CHINESE_NUMERAL, parseChineseNumeral, parseCircledNumber, toHalfWidthDigits } from './numerals';
import type { MarkerStyle } from './model';

/**
 * What the beginning of a line looks like, before its neighbours are asked: the shape of a 结构层次序数 and the
 * number in it. Offsets are relative to the line's text.
 */
export interface MarkerShape {
  readonly style: MarkerStyle;
  readonly number: number;
  /** Where the marker begins and ends, punctuation included. */
  readonly start: number;
  readonly end: number;
  /** Where the title begins, after the marker, emphasis marks and white space. */
  readonly titleStart: number;
  /** The punctuation before and after the numeral as written: `（` `）`, ``, `、`. */
  readonly open: string;
  readonly close: string;
  /** White space between the parts of the marker. */
  readonly innerSpace: boolean;
  /** White space between marker and title, as written. */
  readonly spaceAfter: string;
  readonly fullWidthDigits: boolean;
  /** The unit word of 第…: 部分 章 节 条. */
  readonly unit: string;
  /**
   * `weak`: only a marker if it fits its neighbours exactly (`21强化…`, `3.5…`, `一总体要求`); a look-alike
   * otherwise (2025年…, 12350举报…, 3.5万亩…).
   */
  readonly weak: boolean;
}

const SPACE = '[ \\t\\u3000\\u00a0\\u2002\\u2003]';
const OPEN = '[（(〔【\\[]';
const CLOSE = '[）)〕】\\]]';
/** The dot as editors have it: full-width, and small (U+FE52). */
const SEPARATOR = '[、，,．.﹒。：:]';

const PART = new RegExp(`^第${SPACE}*(${CHINESE_NUMERAL}|[0-9０-９]{1,3})${SPACE}*(部分|章|节|篇|编|条)`);
const TASK = new RegExp(
  `^(任务|实事|事项)${SPACE}*(${CHINESE_NUMERAL}|[0-9０-９]{1,3})(?:${SPACE}*([：:、．.])|(?=${SPACE}|$))`,
);
/** 第一件：, 第2项实事：: a list of what is to be done for the people. */
const COUNTED_TASK = new RegExp(
  `^(第)${SPACE}*(${CHINESE_NUMERAL}|[0-9０-９]{1,3})${SPACE}*([件项](?:实事|工作|任务|事项)?)(?:${SPACE}*([：:、．.])|(?=${SPACE}|$))`,
);
const BRACKETED_TASK = new RegExp(
  `^(【${SPACE}*(?:重点|专项)?(?:任务|工作|行动|项目))${SPACE}*(${CHINESE_NUMERAL}|[0-9０-９]{1,3})(${SPACE}*】[：:]?)`,
);
const PAREN_CHINESE = new RegExp(
  `^(${OPEN}?)(${SPACE}*)(${CHINESE_NUMERAL})(${SPACE}*)(${CLOSE})(${SEPARATOR}?)`,
);
const CHINESE = new RegExp(`^(${CHINESE_NUMERAL})(${SPACE}*)([、，,．.﹒：:])`);
const CHINESE_BARE = new RegExp(`^(${CHINESE_NUMERAL})(?=${SPACE}|[^是方个年月日天条项届次大中全带体化])`);
/** （三）、（四）两项…, （三）至（五）项…: a paragraph that begins with a mention of items. */
const IS_MENTION = new RegExp(
  `^(?:[、和及与至到—～-]|以及)${OPEN}(?:${CHINESE_NUMERAL}|[0-9０-９]{1,3})${CLOSE}`,
);
const PAREN_ARABIC = new RegExp(
  `^(${OPEN}?)(${SPACE}*)([0-9０-９]{1,3})(${SPACE}*)(${CLOSE})(${SEPARATOR}?)`,
);
const ARABIC = new RegExp(`^([0-9０-９]{1,3})(${SPACE}*)([、，．.﹒])`);
const ARABIC_BARE =
  /^([0-9０-９]{1,3})(?![0-9０-９A-Za-z%％‰°℃.．﹒,，:：\-—~～·/／+＋×*个年月日号时分秒天周季届次年家所处户名人万亿亩元吨座台套件项条类种级层楼批米公里千克岁位组支片块台辆艘架起宗])/;

const NUMERAL_AHEAD = new RegExp(`^${CHINESE_NUMERAL}`);

/**
 * Reads the marker-like beginning of a line's text; undefined where the line begins with anything else. Looking is
 * cheaper than remembering would be: most lines are done with at their first character, the others at a few more.
 */
export function readMarkerShape(text: string): MarkerShape | undefined {
  const start = skipEmphasis(text);
  const readers = READERS.get(text.charCodeAt(start));
  if (readers === undefined) return undefined;
  const rest = start === 0 ? text : text.slice(start);
  for (const read of readers) {
    const found = read(rest);
    if (found !== undefined) return place(found, text, start);
  }
  return undefined;
}

type Found = Omit<MarkerShape, 'start' | 'end' | 'titleStart' | 'spaceAfter'> & { readonly length: number };

type Reader = (text: string) => Found | undefined;

/** By the first character of a marker what markers may begin with it. */
const READERS = new Map<number, readonly Reader[]>();
for (const [characters, readers] of [
  ['第', [readPart, readCountedTask]],
  ['任实事', [readTask]],
  ['（(〔[', [readParenChinese, readParenArabic]],
  ['【', [readParenChinese, readParenArabic, readBracketedTask]],
  ['〇零一二三四五六七八九十百', [readParenChinese, readChinese]],
  ['0123456789０１２３４５６７８９', [readParenArabic, readArabic]],
] as const)
  for (const character of characters) READERS.set(character.charCodeAt(0), readers);
for (const [first, last, read] of [
  [0x2460, 0x2473, readCircled],
  [0x2474, 0x2487, readParenArabic],
  [0x2488, 0x249b, readArabic],
  [0x3220, 0x3229, readParenChinese],
  [0x3251, 0x325f, readCircled],
  [0x32b1, 0x32bf, readCircled],
] as const)
  for (let code = first; code <= last; code++) READERS.set(code, [read]);

function place(found: Found, text: string, start: number): MarkerShape {
  const end = start + found.length;
  let titleStart = end;
  let spaced = false;
  for (; titleStart < text.length; titleStart++) {
    const code = text.charCodeAt(titleStart);
    if (code === ASTERISK || code === UNDERSCORE) continue;
    if (!isSpaceCode(code)) break;
    spaced = true;
  }
  const spaceAfter = spaced ? text.slice(end, titleStart).replace(/[*_]/g, '') : '';
  // Named one by one: a spread of what is left besides the length took more time than all the reading before it.
  const { style, number, open, close, innerSpace, fullWidthDigits, unit, weak } = found;
  return {
    style,
    number,
    start,
    end,
    titleStart,
    open,
    close,
    innerSpace,
    spaceAfter,
    fullWidthDigits,
    unit,
    weak,
  };
}

const ASTERISK = 0x2a;
const UNDERSCORE = 0x5f;

function isSpaceCode(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);
}

/** What a plan sets before the tasks it singles out: ★3.新增投资10亿元. */
const STARS = '★☆▲△◆◇●○※';

/** Skips `**`, `__` and the like before a marker that a writer has made bold, and the star of a task singled out. */
function skipEmphasis(text: string): number {
  const start = skipStar(text);
  let position = start;
  while (position < start + 3 && (text[position] === '*' || text[position] === '_')) position++;
  return position;
}

function skipStar(text: string): number {
  if (text === '' || !STARS.includes(text.charAt(0))) return 0;
  let position = 1;
  while (isSpaceCode(text.charCodeAt(position))) position++;
  return position;
}

function readPart(text: string): Found | undefined {
  const match = PART.exec(text);
  if (match === null) return undefined;
  const [whole, numeral = '', unit = ''] = match;
  const number = parseChineseNumeral(numeral) ?? Number(toHalfWidthDigits(numeral));
  const next = text.charAt(whole.length);
  const close = /[、，：:．.]/.test(next) ? next : '';
  // “第一章” inside a sentence (第一条规定…) is followed by running text; a marker stands off from its title.
  const standsOff = close !== '' || next === '' || /\s/.test(next) || next === '*';
  if (!Number.isInteger(number) || number < 1) return undefined;
  return {
    style: unit === '条' ? 'article' : 'part',
    number,
    length: whole.length + close.length,
    open: '第',
    close,
    unit,
    innerSpace: false,
    fullWidthDigits: /[０-９]/.test(numeral),
    weak: !standsOff,
  };
}

/** 任务一：抓好项目建设. With a space alone, 任务一 抓好项目建设, only its neighbours tell it from a sentence. */
function readTask(text: string): Found | undefined {
  const match = TASK.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', numeral = '', close = ''] = match;
  const weak = close === '' || /^[0-9０-９]/.test(text.slice(whole.length));
  return taskMarker(whole, numeral, { open, close, fullWidthDigits: false, weak });
}

/** 第一件：改造老旧小区; without a colon it may as well begin a sentence. */
function readCountedTask(text: string): Found | undefined {
  const match = COUNTED_TASK.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', numeral = '', unit = '', colon = ''] = match;
  const weak = !/[：:]/.test(colon);
  return taskMarker(whole, numeral, { open, close: unit + colon, fullWidthDigits: false, weak });
}

/** 【重点任务一】抓好项目建设. */
function readBracketedTask(text: string): Found | undefined {
  const match = BRACKETED_TASK.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', numeral = '', close = ''] = match;
  const fullWidthDigits = /[０-９]/.test(numeral);
  return taskMarker(whole, numeral, { open, close, fullWidthDigits, weak: whole.length === text.length });
}

function taskMarker(
  whole: string,
  numeral: string,
  looks: Pick<Found, 'open' | 'close' | 'fullWidthDigits' | 'weak'>,
): Found | undefined {
  const number = parseChineseNumeral(numeral) ?? Number(toHalfWidthDigits(numeral));
  if (!(number >= 1)) return undefined;
  return { style: 'task', number, length: whole.length, unit: '', innerSpace: false, ...looks };
}

function readParenChinese(text: string): Found | undefined {
  const enclosed = readEnclosed(text, 0x3220, 0x3229);
  if (enclosed !== undefined) return { ...enclosed, style: 'paren-chinese' };
  const match = PAREN_CHINESE.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', before = '', numeral = '', after = '', bracket = '', separator = ''] = match;
  const number = parseChineseNumeral(numeral);
  if (number === undefined || IS_MENTION.test(text.slice(whole.length - separator.length))) return undefined;
  return {
    style: 'paren-chinese',
    number,
    length: whole.length,
    open,
    close: bracket + separator,
    innerSpace: before !== '' || after !== '',
    unit: '',
    fullWidthDigits: false,
    weak: false,
  };
}

function readChinese(text: string): Found | undefined {
  const match = CHINESE.exec(text) ?? CHINESE_BARE.exec(text);
  if (match === null) return undefined;
  const [whole, numeral = '', space = '', separator = ''] = match;
  const number = parseChineseNumeral(numeral);
  if (number === undefined) return undefined;
  // 一、二级… may be running text: only the neighbours can tell it from 一、三大攻坚战….
  const runsOn = NUMERAL_AHEAD.test(text.slice(whole.length, whole.length + 1));
  return {
    style: 'chinese',
    number,
    length: whole.length,
    open: '',
    close: separator,
    innerSpace: space !== '',
    unit: '',
    fullWidthDigits: false,
    weak: separator === '' || runsOn,
  };
}

function readCircled(text: string): Found | undefined {
  const char = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const number = parseCircledNumber(char);
  if (number === undefined) return undefined;
  const separator = /^[、．.]/.exec(text.slice(char.length))?.[0] ?? '';
  return {
    style: 'circled',
    number,
    length: char.length + separator.length,
    open: '',
    close: separator,
    innerSpace: false,
    unit: '',
    fullWidthDigits: false,
    weak: false,
  };
}

function readParenArabic(text: string): Found | undefined {
  const enclosed = readEnclosed(text, 0x2474, 0x2487);
  if (enclosed !== undefined) return { ...enclosed, style: 'paren-arabic' };
  const match = PAREN_ARABIC.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', before = '', digits = '', after = '', bracket = '', separator = ''] = match;
  if (IS_MENTION.test(text.slice(whole.length - separator.length))) return undefined;
  return {
    style: 'paren-arabic',
    number: Number(toHalfWidthDigits(digits)),
    length: whole.length,
    open,
    close: bracket + separator,
    innerSpace: before !== '' || after !== '',
    unit: '',
    fullWidthDigits: /[０-９]/.test(digits),
    weak: false,
  };
}

function readArabic(text: string): Found | undefined {
  const enclosed = readEnclosed(text, 0x2488, 0x249b);
  if (enclosed !== undefined) return { ...enclosed, style: 'arabic' };
  const match = ARABIC.exec(text) ?? ARABIC_BARE.exec(text);
  if (match === null) return undefined;
  const [whole, digits = '', space = '', separator = ''] = match;
  const number = Number(toHalfWidthDigits(digits));
  const rest = text.slice(whole.length, whole.length + 8);
  // 01 above a title is a page's ornament.
  if (number < 1 || isSubNumber(rest, separator) || (text === whole && /^0\d$/.test(text))) return undefined;
  return {
    style: 'arabic',
    number,
    length: whole.length,
    open: '',
    close: separator,
    innerSpace: space !== '',
    unit: '',
    fullWidthDigits: /[０-９]/.test(digits),
    weak: separator === '' || isDecimal(rest, number, separator),
  };
}

/** `1.2 完善制度`, `1.2.1完善制度`: numbers of a manner that is not the official one; the first digits alone mean nothing. */
function isSubNumber(rest: string, separator: string): boolean {
  const isDot = separator === '.' || separator === '．';
  return (
    isDot &&
    /^[0-9]{1,2}(?:[ \u3000]+(?![个家所处名人万亿亩公吨座台套项条])[\u4e00-\u9fa5]|[.．][0-9]{1,2}(?![0-9.．]))/.test(
      rest,
    )
  );
}

/**
 * Whether `3.5万亩`, `3.12植树节`, `6、7月份`: digits follow the separator, unless they are those of a date
 * (`1.2025年底前…`, `1、6月底前…`).
 */
function isDecimal(rest: string, number: number, separator: string): boolean {
  if (separator === '，') return true;
  if (!/^[0-9０-９]/.test(rest)) return false;
  const [, month] = /^([0-9]{1,2})月/.exec(rest) ?? [];
  if (month !== undefined) return separator === '、' && Number(month) === number + 1;
  return !/^(?:19|20)[0-9]{2}年/.test(rest);
}

/** One-character markers of Unicode's enclosed numbers: ㈠ ⑴ ⒈ and their like, 1 … 20. */
function readEnclosed(text: string, first: number, last: number): Omit<Found, 'style'> | undefined {
  const code = text.charCodeAt(0);
  if (!(code >= first && code <= last)) return undefined;
  return {
    number: code - first + 1,
    length: 1,
    open: text.charAt(0),
    close: '',
    innerSpace: false,
    unit: '',
    fullWidthDigits: false,
    weak: false,
  };
}
