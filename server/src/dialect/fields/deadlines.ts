import { DIGITS, type CharacterSet } from '../character-set';
import { readNumber } from '../numerals';
import type { DeadlineMention } from '../model';
import { deadlineExpressions, type DateGroups, type DeadlineExpression } from './expressions/deadlines';
import { sortLongestFirst, type Range } from '../range';
import { ascendingTest, namesIn } from './pieces';
import { characters, pairSign, sign, signsIn, type Present, type Sign } from './signs';

/** An expression made ready for the search. */
interface Sought {
  readonly expression: DeadlineExpression;
  /** Without groups: a search that need not keep them takes a third less time. */
  readonly search: RegExp;
  /** The same with its groups, for a place where it is known to match. */
  readonly detail: RegExp;
  /** The names of the groups, in order: a match with named ones makes an object that takes longer than the match. */
  readonly groups: readonly (keyof DateGroups)[];
  readonly sign: Sign;
  readonly before: CharacterSet | undefined;
  readonly after: CharacterSet | undefined;
}

const NAMED_GROUP = /\(\?<(\w+)>/g;

const sought = deadlineExpressions.map((expression): Sought => {
  const { pattern, before, after } = expression;
  return {
    expression,
    search: new RegExp(pattern.replace(NAMED_GROUP, '(?:'), 'g'),
    detail: new RegExp(pattern.replace(NAMED_GROUP, '('), 'y'),
    groups: [...pattern.matchAll(NAMED_GROUP)].map(([, name]) => name as keyof DateGroups),
    sign: signOf(expression),
    before: before === undefined ? undefined : characters(before),
    after: after === undefined ? undefined : characters(after),
  };
});

/** The rarest pair of characters that every match holds. */
function signOf({ keys, before, after }: DeadlineExpression): Sign {
  const charactersAt = (index: number): string => [...new Set(keys.map((key) => key.at(index)))].join('');
  if (after !== undefined) return pairSign(charactersAt(-1), after);
  if (before !== undefined) return pairSign(before, charactersAt(0));
  return keys.some(({ length }) => length === 1)
    ? sign(charactersAt(0))
    : pairSign(charactersAt(0), charactersAt(1));
}

type WrittenGroups = { -readonly [name in keyof DateGroups]: DateGroups[name] };

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sought: Sought;
}

/** Completion limits stated in a text (2025年6月底前, 汛前, 年内), with the last day allowed where it is certain. */
export function readDeadlines(text: string, year?: number, signs = signsIn(text)): DeadlineMention[] {
  const found = findExpressions(text, signs);
  if (found.length === 0) return [];
  const inName = ascendingTest(namesIn(text, signs));
  const mentions: DeadlineMention[] = [];
  for (const one of firstAtEachPlace(found)) {
    const range = { start: startOfList(text, one, mentions.at(-1)?.range.end ?? 0), end: one.end };
    // “七一”前 begins with a name and is none.
    if ((inName(one.start) && inName(one.end - 1)) || !mayBeLimit(text, range)) continue;
    const groups = groupsOf(text, one);
    if (range.start < one.start) groups.year ??= yearOfList.exec(text.slice(range.start, one.start))?.[0];
    const written = { groups, stated: statedYear(groups.year), year };
    if (isLimit(text, one, written)) mentions.push(mention(text, range, one, written));
  }
  return mentions;
}

function findExpressions(text: string, signs: Present): Found[] {
  const found: Found[] = [];
  for (const one of sought) {
    const { search } = one;
    if (!one.sign.isIn(signs)) continue;
    const from = firstKey(one, text);
    if (from < 0) continue;
    search.lastIndex = Math.max(0, from - REACH);
    for (let match = search.exec(text); match; match = search.exec(text)) {
      if (match[0] === '') search.lastIndex++;
      else found.push({ start: match.index, end: search.lastIndex, sought: one });
    }
  }
  return found;
}

/** No expression begins further before its key: 2025年十二 and 新学期开学开始之 are the longest beginnings. */
const REACH = 16;

function firstKey({ expression, before, after }: Sought, text: string): number {
  let first = -1;
  for (const key of expression.keys) {
    let at = text.indexOf(key);
    while (at >= 0 && !stands(at, at + key.length)) at = text.indexOf(key, at + 1);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;

  function stands(start: number, end: number): boolean {
    return (!before || before.has(text, start - 1)) && (!after || after.has(text, end));
  }
}

/** 6月、12月底前: the last of several dates says what all of them are, and by it all is to be done. */
const sharing = /(?:\d{4}年)?(?:\d{1,2}月份?(?:\d{1,2}[日号])?[、和及与])+$/;
const yearOfList = /^\d{4}年/;
const joinsDates = characters('、和及与');
/** Twelve months with a year before them. */
const longestList = 48;

function startOfList(text: string, { start, end }: Range, from: number): number {
  if (!joinsDates.has(text, start - 1) || !/[前底末]/.test(text.charAt(end - 1))) return start;
  return start - (sharing.exec(text.slice(Math.max(from, start - longestList), start))?.[0].length ?? 0);
}

function groupsOf(text: string, { start, end, sought: { detail, groups } }: Found): WrittenGroups {
  const found: WrittenGroups = { text: text.slice(start, end) };
  detail.lastIndex = start;
  const match = detail.exec(text);
  for (let i = 0; i < groups.length; i++) found[groups[i] as keyof DateGroups] = match?.[i + 1] as string;
  return found;
}

/** The last days of a month's first two tenths; of the third it is the month's. */
const TENTHS: Readonly<Record<string, number>> = { 上: 10, 中: 20 };

/** A date or period alone, as a field of a clause has it: 2025年12月, 三季度, 2025.6.30, 全年. */
const bare =
  /^(?:(?<year>\d{4})(?:年|[.\-/]))?(?:(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月份?|[.\-/](?=\d)|$)(?:(?<day>\d{1,2})[日号]?|(?<tenth>[上中下])旬)?|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年|(?<whole>全年|年度?)?)$/;

/** The deadline a field states. Unlike prose a field may hold a bare date; what is no date at all is kept as it is. */
export function readDeadlineField(text: string, year?: number): DeadlineMention[] {
  const found = readDeadlines(text, year);
  const value = text.trim();
  if (found.length > 0 || value === '') return found;
  const start = text.indexOf(value);
  return [{ value, range: { start, end: start + value.length }, date: resolveBare(value, year) }];
}

/** Whether a text is nothing but a date or period. */
export function isBareDate(text: string): boolean {
  return /[月季年]/.test(text) && bare.test(text.replace(/(?:完成|内)$/, ''));
}

function resolveBare(text: string, planYear: number | undefined): string | undefined {
  const groups = bare.exec(text.replace(/(?:完成|内)$/, ''))?.groups;
  const year = readNumber(groups?.['year']) || planYear;
  if (!groups || !year) return undefined;
  const day = TENTHS[groups['tenth'] ?? ''] ?? readNumber(groups['day']);
  if (groups['month']) return isoDate(year, readNumber(groups['month']), day);
  if (groups['quarter']) return isoDate(year, readNumber(groups['quarter']) * 3, 0);
  if (groups['half']) return isoDate(year, groups['half'] === '上' ? 6 : 12, 0);
  return groups['year'] || groups['whole'] ? isoDate(year, 12, 31) : undefined;
}

/** Of overlapping readings the one that begins first, then the longest. */
function firstAtEachPlace(found: Found[]): readonly Found[] {
  if (found.length === 1) return found;
  const kept: Found[] = [];
  for (const one of sortLongestFirst(found)) {
    const last = kept[kept.length - 1];
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}

const pastBefore = /(?:截至|截止|截止到|截至到|自|从)$/;
const partOfDate = characters(`${DIGITS}去前上`);
/** What the words end with that make a date behind them no limit, and begin with that do so before them. */
const mayDenyBefore = characters('年季度月至止到自从');
const mayDenyBehind = characters('起以至到-—');

/** 截至去年底 reports, 从6月底起 begins: neither is a limit, whatever year is meant. */
function mayBeLimit(text: string, { start, end }: Range): boolean {
  if (partOfDate.has(text, start - 1)) return false;
  if (mayDenyBefore.has(text, start - 1)) {
    const before = text.slice(Math.max(0, start - 3), start);
    if (/每(?:年|季度?|月)$/.test(before) || pastBefore.test(before)) return false;
    if (/(?:去年|上年|往年|历年)$/.test(before) && text.slice(start, end).includes('半年')) return false;
  }
  return (
    !mayDenyBehind.has(text, end) || !/^(?:起|以来|至(?!少)|到(?!位)|-|—)/.test(text.slice(end, end + 3))
  );
}

/** A date as it is written, and what its plan's year is. */
interface WrittenDate {
  readonly groups: DateGroups;
  /** The year in its digits; 0 where there is none. */
  readonly stated: number;
  readonly year: number | undefined;
}

const ofSeveralYears = /^(?:工作)?(?:目标|任务|目标任务)[:：]/;

/**
 * A year before the plan's makes a limit only where 前 does (taken over from last year's plan, then) and what is to be
 * done follows: 2024年底前登记的企业 says which ones. A plan of several years has the tasks of each: 2023年任务：….
 */
function isLimit(text: string, { end }: Found, { groups, stated, year }: WrittenDate): boolean {
  if (!stated || !year || stated >= year || ofSeveralYears.test(text.slice(end, end + 7))) return true;
  return (
    groups.text.endsWith('前') &&
    /^(?:$|[，,。；;、）)〕】\]\s]|完成|实现|建成|出台|印发|达到|报送|制定|全面|全部)/.test(
      text.slice(end, end + 3),
    )
  );
}

function mention(
  text: string,
  { start, end }: Range,
  { sought: { expression } }: Found,
  written: WrittenDate,
): DeadlineMention {
  return { value: text.slice(start, end), range: { start, end }, date: resolve(expression, written) };
}

function resolve(expression: DeadlineExpression, written: WrittenDate): string | undefined {
  const limit = expression.resolve(written.groups);
  const year = yearOf(written);
  if (!limit || year === undefined) return undefined;
  return isoDate(year, ...limit);
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date, or the month's last one for day 0; undefined where the calendar has none. */
function isoDate(year: number, month: number, day: number): string | undefined {
  const last = month === 2 && !isLeap(year) ? 28 : LONGEST_MONTHS[month - 1];
  if (last === undefined || day > last) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day || last)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function statedYear(year: string | undefined): number {
  if (!year) return 0;
  // Nearly always its digits come first, and are ASCII ones.
  return Number(year.slice(0, 4)) || readNumber(/[\d０-９]{4}/.exec(year)?.[0]);
}

function yearOf({ groups, stated, year }: WrittenDate): number | undefined {
  if (stated || !groups.year) return stated || year;
  return year === undefined ? undefined : year + (/^[明次翌]/.test(groups.year) ? 1 : 0);
}
