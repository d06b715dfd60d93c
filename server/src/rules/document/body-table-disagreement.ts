import { WHITE_SPACE } from '../../dialect/character-set';
import type { Task, TableRow } from '../../dialect/model';
import type { Located } from '../../dialect/range';
import { differingPhrases } from '../differing-phrases';
import type { Level, Report, TaskRule } from '../rule';
import { textCharacters } from '../text-characters';
import { t } from '../../localise';

/** Body and attached table say different things of one task: another number, time, lead or wording. */
export const bodyTableDisagreement: TaskRule = {
  id: 'document/body-table-disagreement',
  summary: '正文与附表不一致',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'task',
  check(draft, _context, report, task) {
    for (const row of task.rows) {
      compareName(task, row, report);
      compareWording(draft.text, task, row, report);
      compareDeadlines(task, row, report);
      compareLeads(task, row, report);
    }
  },
};

/** Told at both places; the body's is a hint, so that one mistake does not count twice. */
function tell(report: Report, inRow: Located, inBody: Located, what: string, level?: Level): void {
  const message = t('附表与正文{0}不一致：附表写“{1}”，正文写“{2}”', what, inRow.value, inBody.value);
  report({
    range: inRow.range,
    message,
    related: [{ range: inBody.range, message: t('正文在这里') }],
    ...(level ? { level } : {}),
  });
  report({
    range: inBody.range,
    message,
    level: 'hint',
    related: [{ range: inRow.range, message: t('附表在这里') }],
  });
}

/** A row may bear the distinctive part of a title; nearly the title it is meant to be the title. */
function compareName(task: Task, row: TableRow, report: Report): void {
  const { nameCell } = row;
  if (!nameCell || nameCell.range.start < row.range.start || nameCell.range.end > row.range.end) return;
  const [name, title] = [bare(nameCell.value), bare(task.title)];
  if (name === '' || title.includes(name) || name.includes(title)) return;
  tell(report, nameCell, { value: task.title, range: task.item.titleRange }, t('任务名称'));
}

const MARKS = textCharacters.define(`${WHITE_SPACE}“”"'（）()、，,。`);

function bare(text: string): string {
  return MARKS.removeFrom(text);
}

function compareWording(text: string, task: Task, row: TableRow, report: Report): void {
  if (!row.target) return;
  const body = { value: text.slice(task.range.start, task.range.end), range: task.range };
  for (const { a, b, kind } of differingPhrases(row.target, body))
    tell(
      report,
      a,
      b,
      kind === 'number' ? t('数字') : kind === 'time' ? t('时间') : t('表述'),
      kind === 'wording' ? 'info' : undefined,
    );
}

function compareDeadlines(task: Task, row: TableRow, report: Report): void {
  const inBody = task.fields.deadlines.filter(({ date }) => date !== undefined);
  const inRow = row.deadlines.filter(({ date }) => date !== undefined);
  const [body] = inBody;
  const [own] = inRow;
  if (!body || !own || inRow.some(({ date }) => inBody.some((one) => one.date === date))) return;
  if (inBody.length === 1 && inRow.length === 1) tell(report, own, body, t('完成时限'));
}

/** Only where one row stands for the task: of several rows each may have its own lead. */
function compareLeads(task: Task, row: TableRow, report: Report): void {
  if (task.rows.length > 1) return;
  // What prose says of leads in passing is no allotment.
  const leads = (units: Task['fields']['units']): Located[] =>
    units.filter(({ role, collective }) => role === 'lead' && !collective);
  const inBody = leads(task.fields.units.filter(({ source }) => source === 'bracket'));
  const [body] = inBody;
  const inRow = leads(row.units);
  const [own] = inRow;
  if (!body || !own) return;
  const names = new Set(inBody.map(({ value }) => value));
  if (!inRow.some(({ value }) => names.has(value))) tell(report, own, body, t('牵头单位'));
}
