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
    pattern.lastIndex = 0;
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
 * (taken over from last year's plan, then) and no 已 follows.
 */
function isLimit(text: string, one: Found, year: number | undefined): boolean {
  if (/[\d０-９去前上]/.test(text[one.start - 1] ?? '')) return false;
  if (pastBefore.test(text.slice(Math.max(0, one.start - 3), one.start))) return false;
  const next = text.slice(one.end, one.end + 3);
  if (/^(?:起|以来|至(?!少)|到(?!位)|-|—)/.test(next)) return false;
  const stated = number(/[\d０-９]{4}/.exec(one.groups.year ?? '')?.[0]);
  if (!stated || !year || stated >= year) return true;
  return one.groups.text.endsWith('前') && !/已/.test(next);
}

function mention(text: string, one: Found, year: number | undefined): DeadlineMention {
  const range = { start: one.start, end: one.end };
  return { value: text.slice(one.start, one.end), range, date: resolve(one, year) };
}

function resolve({ groups, expression }: Found, planYear: number | undefined): string | undefined {
  const limit = expression.resolve(groups);
  const year = yearOf(groups.year, planYear);
  if (!limit || year === undefined) return undefined;
  const [month, day] = limit;
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
