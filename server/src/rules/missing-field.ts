import type { Draft, Task } from '../dialect/model';
import type { Passage } from '../dialect/plain-edit';
import { holdsPlaceholder } from '../dialect/placeholder';
import type { Located } from '../dialect/range';
import { tasksRead, tasksThat } from '../dialect/reread/reread-draft';
import { addField } from './clause-style';
import { deadlinesOf } from './deadlines-of';
import { lazyFix } from './lazy-fix';
import type { DraftCheck, DraftRule, Finding, Fix } from './rule';
import { t, type Message } from '../localise';

/** What every task should state, and what it is called. */
export interface RequiredField {
  readonly field: 'target' | 'unit' | 'deadline';
  readonly name: Message;
  /** What to write, for the message. */
  readonly advice: Message;
  /** The field of a clause to add. */
  readonly adds: 'target' | 'unit' | 'deadline' | 'lead';
  /** Whether something in a task's text stands in for the field well enough to say nothing. */
  readonly statesInstead?: (text: string) => boolean;
}

/** Whether an edit leaves all tasks lacking, or stating, the field as they did. */
function overlooksField({
  field,
  adds,
  statesInstead = () => false,
}: RequiredField): NonNullable<DraftRule['overlooks']> {
  const isExcused = ({ task, draft }: Passage): boolean =>
    task !== undefined && statesInstead(textOf(task, draft.text));
  const lacksIn = ({ task }: Passage): boolean => task !== undefined && lacks(task, field);
  const valuesOf = ({ task }: Passage): string => JSON.stringify(task ? labelledValues(task, adds) : []);
  return ({ before, after, kind }) => {
    const isLacking = lacksIn(after);
    if (lacksIn(before) !== isLacking || (isLacking && kind === 'title')) return false;
    if (isLacking && isExcused(before) !== isExcused(after)) return false;
    return field !== 'deadline' || valuesOf(before) === valuesOf(after);
  };
}

/** A plan of fewer tasks has only been begun. */
const enoughTasks = 3;

/** The check for a field, what it reads and what it overlooks. */
export function requireField(required: RequiredField): Pick<DraftRule, 'check' | 'reads' | 'overlooks'> {
  return {
    check: checkMissing(required),
    reads: ['document', 'tasks'],
    overlooks: overlooksField(required),
  };
}

/**
 * Finds the tasks that do not state a field. Drafts differ in what they state of every task, so what counts is the
 * draft's own manner: where most tasks state it the others lack it; where few do, a hint is enough; where none does,
 * the plan as a whole is told once.
 */
function checkMissing(required: RequiredField): DraftCheck {
  return (draft, _context, report) => {
    const { length } = tasksRead(draft);
    const lacking = countLacking(draft, required);
    const stating = length - lacking;
    if (lacking === 0 || length < 2) return;
    if (stating === 0) reportPlan(draft, required, report);
    const isHabit = stating >= 2 && stating >= lacking;
    if (!isHabit && (!draft.title || length < enoughTasks)) return;
    const common = required.field === 'deadline' ? commonValue(draft, required.adds) : undefined;
    for (const task of tasksThat(draft, isForgotten, required))
      report(finding(draft, task, { required, isHabit, common }));
  };
}

function countLacking(draft: Draft, { field }: RequiredField): number {
  let count = 0;
  for (const { task } of tasksRead(draft)) if (lacks(task, field)) count++;
  return count;
}

function isForgotten(task: Task, text: string, { field, statesInstead }: RequiredField): boolean {
  return lacks(task, field) && statesInstead?.(textOf(task, text)) !== true;
}

function textOf({ range }: Task, text: string): string {
  return text.slice(range.start, range.end);
}

/** What is left open (××局) was not forgotten: that it must be filled in is another rule's matter. */
function lacks(task: Task, field: RequiredField['field']): boolean {
  return !task.complete[field] && !isLeftOpen(task, field);
}

function isLeftOpen(task: Task, field: RequiredField['field']): boolean {
  return (
    MENTIONS[field](task).some(({ value }) => holdsPlaceholder(value)) ||
    labelledValues(task, field).some(holdsPlaceholder)
  );
}

/** What a task says of a field in its text and in the rows of tables that are linked with it. */
const MENTIONS: Readonly<Record<RequiredField['field'], (task: Task) => readonly Located[]>> = {
  target: ({ fields, rows }) => [...fields.targets, ...rows.flatMap(({ target }) => target ?? [])],
  unit: ({ fields, rows }) => [...fields.units, ...rows.flatMap(({ units }) => units)],
  deadline: deadlinesOf,
};

function reportPlan(draft: Draft, { name, advice }: RequiredField, report: (finding: Finding) => void): void {
  if (!draft.title || draft.tasks.length < enoughTasks) return;
  report({
    range: draft.title.range,
    message: t(
      '全篇 {0} 项任务都没有写{1}：{2}，便于督查考核；若另有文件规定，可关闭这一项检查',
      draft.tasks.length,
      t(name),
      t(advice),
    ),
  });
}

interface Lack {
  readonly required: RequiredField;
  readonly isHabit: boolean;
  /** The value that other tasks of the draft give the field. */
  readonly common: string | undefined;
}

function finding(draft: Draft, task: Task, { required, isHabit, common }: Lack): Finding {
  return {
    range: task.item.titleRange,
    message: t('“{0}”没有写{1}：{2}', task.title, t(required.name), t(required.advice)),
    ...(isHabit ? {} : { level: 'hint' as const }),
    fixes: fixes(draft, task, required, common),
  };
}

/** First the field left open for the writer, then with the value other tasks of the draft give it. */
function fixes(draft: Draft, task: Task, { name, adds }: RequiredField, common: string | undefined): Fix[] {
  const empty = lazyFix(false, () => addField(draft, task, adds, '', t('补写{0}', t(name))));
  if (common === undefined) return [empty];
  const title = (): string => t('补写{0}“{1}”', t(name), common);
  return [empty, lazyFix(false, () => addField(draft, task, adds, common, title()))];
}

/** The value most clauses of the draft give the field, where at least two agree. */
function commonValue(draft: Draft, field: RequiredField['adds']): string | undefined {
  const counts = new Map<string, number>();
  for (const { task } of tasksRead(draft))
    for (const value of labelledValues(task, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 2 ? best[0] : undefined;
}

function labelledValues({ fields }: Task, field: RequiredField['adds']): string[] {
  const values: string[] = [];
  for (const { parts } of fields.clauses)
    for (const part of parts) if (part.label && part.field === field) values.push(part.content.value);
  return values;
}
