import { readNumber } from '../../dialect/numerals';
import type { DeadlineMention, Draft } from '../../dialect/model';
import { holdsPlaceholder } from '../../dialect/placeholder';
import { remember } from '../../dialect/remember';
import { deadlinesOf } from '../deadlines-of';
import type { Fix, TaskRule } from '../rule';
import { t } from '../../localise';

/** A deadline on a day the calendar does not have: 2月30日, 9月31日, 13月底. */
export const invalidDeadline: TaskRule = {
  id: 'task/invalid-deadline',
  summary: '完成时限的日期不存在',
  level: 'error',
  certainty: '必错',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(draft, _context, report, task) {
    for (const deadline of deadlinesOf(task)) {
      const fault = findFault(deadline, draft.year);
      if (!fault) continue;
      report({
        range: deadline.range,
        message: t('“{0}”不存在：{1}', deadline.value, fault.reason),
        fixes: repair(deadline, fault, draft),
      });
    }
  },
};

interface Fault {
  readonly reason: string;
  /** The month's last day, where only the day is wrong. */
  readonly lastDay: number | undefined;
}

function findFault({ value }: DeadlineMention, planYear: number | undefined): Fault | undefined {
  const date = readDate(value);
  if (!date) return undefined;
  const { month, day } = date;
  if (month < 1 || month > 12) return { reason: t('一年只有12个月'), lastDay: undefined };
  if (day === undefined) return undefined;
  // Without a year February may have 29 days.
  const lastDay = new Date(Date.UTC(date.year || (planYear ?? 2024), month, 0)).getUTCDate();
  if (day >= 1 && day <= lastDay) return undefined;
  return { reason: t('{0}月只有{1}天', month, lastDay), lastDay };
}

interface StatedDate {
  /** 0 where none is stated. */
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

/** The month of a deadline with what else it states; plans have the same few deadlines again and again. */
const readDate = remember((written): StatedDate | null => {
  const value = written.replace(/\s/g, '');
  if (!value.includes('月') || holdsPlaceholder(value)) return null;
  const day = /月([\d０-９]{1,2})[日号]/.exec(value)?.[1];
  return {
    year: readNumber(/([\d０-９]{4})年/.exec(value)?.[1]),
    month: readNumber(/([\d０-９]{1,2}|十[一二]?|[一二三四五六七八九])月/.exec(value)?.[1]),
    day: day === undefined ? undefined : readNumber(day),
  };
});

function repair({ range, value }: DeadlineMention, { lastDay }: Fault, draft: Draft): Fix[] {
  if (lastDay === undefined) return [];
  const newText = draft.text
    .slice(range.start, range.end)
    .replace(/[\d０-９]{1,2}(?=\s?[日号])/, String(lastDay));
  return [{ title: t('把“{0}”改为“{1}”', value, newText), edits: [{ range, newText }], safe: false }];
}
