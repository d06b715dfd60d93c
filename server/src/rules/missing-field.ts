import type { Draft, Task } from '../dialect/model';
import type { Passage } from '../dialect/plain-edit';
import { holdsPlaceholder } from '../dialect/placeholder';
import type { Located, Range } from '../dialect/range';
import { PerDraft } from '../dialect/reread/per-draft';
import { taskOf } from '../dialect/reread/reread-draft';
import { TaskFacts } from '../dialect/reread/task-facts';
import { addField } from './clause-style';
import { deadlinesOf } from './deadlines-of';
import { lazyFix } from './lazy-fix';
import type { DraftRule, Finding, Fix, Report, TaskCheck, TaskRule } from './rule';
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

/** The check for a field, and what it asks of the draft. */
export function requireField(required: RequiredField): Pick<TaskRule, 'check' | 'manner'> {
  const stated = statedIn(required);
  const manners = mannersOf(stated);
  return {
    check: checkMissing(required, (draft) => manners.of(draft).manner),
    manner: {
      of: (draft) => manners.of(draft).manner,
      concerns: (draft) => stated.of(draft, undefined).map(({ isLacking }) => isLacking),
      reads: ['document', 'tasks'],
      overlooks: overlooksField(required),
    },
  };
}

/** What the tasks of a draft have in common, as far as they state a field or lack it. */
interface FieldManner {
  /** Where no task states the field, the plan's title and how many tasks there are. */
  readonly none: { readonly title: Range; readonly tasks: number } | undefined;
  readonly isHabit: boolean;
  /** The value that many tasks give the field. */
  readonly common: string | undefined;
}

/** What a task states of a field, as far as it makes a manner. */
interface Stated {
  readonly isLacking: boolean;
  readonly values: readonly string[];
}

function statedIn({ field, adds }: RequiredField): TaskFacts<Stated> {
  return new TaskFacts(({ task }) => ({
    isLacking: lacks(task, field),
    values: field === 'deadline' ? labelledValues(task, adds) : [],
  }));
}

/**
 * Drafts differ in what they state of every task, so what counts is the draft's own manner: where most tasks state it
 * the others lack it; where few do, a hint is enough; where none does, the plan as a whole is told once.
 */
function mannersOf(stated: TaskFacts<Stated>): PerDraft<{ readonly manner?: FieldManner }> {
  return new PerDraft((draft) => {
    const facts = stated.of(draft, undefined);
    const { length } = facts;
    const lacking = facts.filter(({ isLacking }) => isLacking).length;
    const stating = length - lacking;
    if (lacking === 0 || length < 2) return {};
    const isHabit = stating >= 2 && stating >= lacking;
    const title = length < enoughTasks ? undefined : draft.title;
    if (!isHabit && title === undefined) return {};
    const none = stating === 0 && title ? { title: title.range, tasks: length } : undefined;
    return { manner: { none, isHabit, common: commonOf(facts.flatMap(({ values }) => values)) } };
  });
}

function checkMissing(
  required: RequiredField,
  mannerOf: (draft: Draft) => FieldManner | undefined,
): TaskCheck {
  const { field, statesInstead = () => false } = required;
  return (draft, _context, report, task) => {
    const manner = mannerOf(draft);
    if (manner === undefined) return;
    if (manner.none && task.line === taskOf(draft, 0)?.line) reportPlan(manner.none, required, report);
    if (lacks(task, field) && !statesInstead(textOf(task, draft.text)))
      report(finding(draft, task, { required, ...manner }));
  };
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

/** Told with the first task. */
function reportPlan(
  { title, tasks }: NonNullable<FieldManner['none']>,
  { name, advice }: RequiredField,
  report: Report,
): void {
  report({
    range: title,
    message: t(
      '全篇 {0} 项任务都没有写{1}：{2}，便于督查考核；若另有文件规定，可关闭这一项检查',
      tasks,
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

/** The value that most clauses give a field, where at least two agree. */
function commonOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= 2 ? best[0] : undefined;
}

function labelledValues({ fields }: Task, field: RequiredField['adds']): string[] {
  const values: string[] = [];
  for (const { parts } of fields.clauses)
    for (const part of parts) if (part.label && part.field === field) values.push(part.content.value);
  return values;
}
