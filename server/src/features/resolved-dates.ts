import { CALENDAR_DATE } from '../dialect/dates';
import type { DeadlineMention, Draft } from '../dialect/model';
import { statedOn } from '../dialect/reread/reread-draft';
import { touches, type Range } from '../dialect/range';
import type { CodeAction } from '../rules/code-action';
import { t } from '../localise';

/** Offers to write out the date of a deadline that is said in words: 年底前 → 2026年12月31日前. */
export function resolvedDateActions(draft: Draft, selected: Range): CodeAction[] {
  const [first, last] = [draft.lines.lineAt(selected.start), draft.lines.lineAt(selected.end)];
  const tasks = first === last ? statedOn(draft, first).tasks : draft.tasks;
  return tasks
    .flatMap((task) => task.fields.deadlines)
    .filter((deadline) => touches(deadline.range, selected))
    .flatMap(writeOut);
}

function writeOut({ value, range, date }: DeadlineMention): CodeAction[] {
  if (date === undefined || CALENDAR_DATE.test(value)) return [];
  const [year = '', month = '', day = ''] = date.split('-');
  const newText = `${year}年${Number(month)}月${Number(day)}日前`;
  return [
    {
      title: t('把“{0}”写明为“{1}”', value, newText),
      kind: 'quickfix',
      edits: [{ range, newText }],
      findings: [],
    },
  ];
}
