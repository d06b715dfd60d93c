import type { DeadlineMention } from '../model';
import { deadlineExpressions, number } from './expressions';
import type { DateGroups, DeadlineExpression } from './expressions';
import { ascendingTest, namesIn } from './pieces';

const compiled = deadlineExpressions.map((expression) => ({
  expression,
  pattern: new RegExp(expression.pattern, 'g'),
}));
/** Every deadline holds one of these: most text is done with after one look. */
const trigger = /[月年前内]|季度/;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: DateGroups;
  readonly expression: DeadlineExpression;
}

/** Completion limits stated in a text (2025年6月底前, 汛前, 年内), with the last day allowed where it is certain. */
export function readDeadlines(text: string, year?: number): DeadlineMention[] {
  if (!trigger.test(text)) return [];
  const inName = ascendingTest(namesIn(text));
  const found: Found[] = [];
  for (const { expression, pattern } of compiled) {
    const from = firstOf(expression.keys, text);
    if (from < 0) continue;
    pattern.lastIndex = Math.max(0, from - REACH);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const groups = { ...match.groups, text: match[0] };
      if (match[0] === '') pattern.lastIndex++;
      else found.push({ start: match.index, end: match.index + match[0].length, groups, expression });
    }
  }
  return firstAtEachPlace(found)
    .filter((one) => !inName(one.start) && isLimit(text, one, year))
    .map((one) => mention(text, one, year));
}

/** No expression begins further before its key: 2025年十二 and 新学期开学开始之 are the longest beginnings. */
const REACH = 16;

function firstOf(keys: readonly string[], text: string): number {
  let first = -1;
  for (const key of keys) {
    const at = text.indexOf(key);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

/** A date or period alone, as a field of a clause has it: 2025年12月, 三季度, 2025.6.30, 全年. */
const bare =
  /^(?:(?<year>\d{4})(?:年|[.\-/]))?(?:(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月份?|[.\-/](?=\d)|$)(?:(?<day>\d{1,2})[日号]?)?|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年|(?<whole>全年|年度?)?)$/;

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
  const year = number(groups?.['year']) || planYear;
  if (!groups || !year) return undefined;
  if (groups['month']) return isoDate(year, number(groups['month']), number(groups['day']));
  if (groups['quarter']) return isoDate(year, number(groups['quarter']) * 3, 0);
  if (groups['half']) return isoDate(year, groups['half'] === '上' ? 6 : 12, 0);
  return groups['year'] || groups['whole'] ? isoDate(year, 12, 31) : undefined;
}

/** Of overlapping readings the one that begins first, then the longest. */
function firstAtEachPlace(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}

const pastBefore = /(?:截至|截止|截止到|截至到|自|从)$/;

/**
 * 截至去年底 reports, 从6月底起 begins: neither is a limit. A year before the plan's is one only where 前 makes it one
 * (taken over from last year's plan, then) and what is to be done follows: 2024年底前登记的企业 says which ones.
 */
function isLimit(text: string, one: Found, year: number | undefined): boolean {
  if (/[\d０-９去前上]/.test(text[one.start - 1] ?? '')) return false;
  if (/每(?:年|季度?|月)$/.test(text.slice(Math.max(0, one.start - 3), one.start))) return false;
  if (pastBefore.test(text.slice(Math.max(0, one.start - 3), one.start))) return false;
  if (
    /(?:去年|上年|往年|历年)$/.test(text.slice(Math.max(0, one.start - 2), one.start)) &&
    /半年/.test(one.groups.text)
  )
    return false;
  const next = text.slice(one.end, one.end + 3);
  if (/^(?:起|以来|至(?!少)|到(?!位)|-|—)/.test(next)) return false;
  const stated = number(/[\d０-９]{4}/.exec(one.groups.year ?? '')?.[0]);
  if (!stated || !year || stated >= year) return true;
  return (
    one.groups.text.endsWith('前') &&
    /^(?:$|[，,。；;、）)〕】\]\s]|完成|实现|建成|出台|印发|达到|报送|制定|全面|全部)/.test(next)
  );
}

function mention(text: string, one: Found, year: number | undefined): DeadlineMention {
  const range = { start: one.start, end: one.end };
  return { value: text.slice(one.start, one.end), range, date: resolve(one, year) };
}

function resolve({ groups, expression }: Found, planYear: number | undefined): string | undefined {
  const limit = expression.resolve(groups);
  const year = yearOf(groups.year, planYear);
  if (!limit || year === undefined) return undefined;
  return isoDate(year, ...limit);
}

/** The date, or the month's last one for day 0; undefined where the calendar has none. */
function isoDate(year: number, month: number, day: number): string | undefined {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day > last) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day || last).padStart(2, '0')}`;
}

function yearOf(stated: string | undefined, planYear: number | undefined): number | undefined {
  if (!stated) return planYear;
  const written = number(/[\d０-９]{4}/.exec(stated)?.[0]);
  if (written) return written;
  return planYear === undefined ? undefined : planYear + (/^[明次翌]/.test(stated) ? 1 : 0);
}
