import { readNumber } from '../../dialect/numerals';
import type { DeadlineMention } from '../../dialect/model';
import { firstYear } from '../../dialect/year';
import { deadlinesOf } from '../deadlines-of';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** A deadline before the plan's year, as a text taken over from last year has it; or years after it. */
export const deadlineOutsideYear: TaskRule = {
  id: 'task/deadline-outside-year',
  summary: '完成时限不在计划年度内',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  check(draft, _context, report, task) {
    if (draft.year === undefined) return;
    for (const deadline of deadlinesOf(task)) {
      const year = statedYear(deadline, draft.year);
      const first = year === undefined || year === draft.year ? undefined : firstYear(draft);
      if (year === undefined || first === undefined) continue;
      if (year > draft.year + 1 || (year > draft.year && !isOneOfSeveral(task.fields.deadlines))) {
        if (!isInField(deadline, task.fields.clauses)) continue;
        report({
          range: deadline.range,
          message: t(
            '“{0}”在计划年度（{1}年）之后：跨年的任务请写明本年度要完成到什么程度',
            deadline.value,
            draft.year,
          ),
          level: 'hint',
        });
      } else if (year < first) {
        const newText = deadline.value.replace(String(year), String(draft.year));
        report({
          range: deadline.range,
          message: t('“{0}”早于计划年度（{1}年），可能是沿用上年文字未改', deadline.value, draft.year),
          fixes: [
            {
              title: t('把“{0}”改为“{1}”', deadline.value, newText),
              edits: [{ range: deadline.range, newText }],
              safe: false,
            },
          ],
        });
      }
    }
  },
};

function statedYear({ value }: DeadlineMention, planYear: number): number | undefined {
  // What nearly all deadlines say, if any year, needs no search.
  if (value.startsWith(`${planYear}年`)) return planYear;
  return value.includes('年') ? readNumber(/[\d０-９]{4}(?=年)/.exec(value)?.[0]) || undefined : undefined;
}

/** A later year beside one of the plan's own tells the way beyond it. */
function isOneOfSeveral(deadlines: readonly DeadlineMention[]): boolean {
  return deadlines.length > 1;
}

function isInField(
  deadline: DeadlineMention,
  clauses: readonly { readonly range: { start: number; end: number } }[],
): boolean {
  return clauses.some(({ range }) => range.start <= deadline.range.start && deadline.range.end <= range.end);
}
