import { WHITE_SPACE } from '../../dialect/character-set';
import type { Draft, Task } from '../../dialect/model';
import { holdsPlaceholder } from '../../dialect/placeholder';
import type { Range } from '../../dialect/range';
import { PerDraft } from '../../dialect/reread/per-draft';
import { taskOf, tasksRead, wholeReadingOf, type TaskRead } from '../../dialect/reread/reread-draft';
import type { DraftRule, Finding, RelatedPlace, RuleContext } from '../rule';
import { textCharacters } from '../text-characters';
import { list, t } from '../../localise';

/** One task twice: in this draft, or in another of the same year with other units or another deadline. */
export const duplicate: DraftRule = {
  id: 'task/duplicate',
  summary: '任务重复',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'titles', 'statements'],
  overlooks: ({ before, after }, context) =>
    saysTheSame(before.task, after.task) ||
    [before, after].every(({ task, draft }) => !task || !standsElsewhere(task, draft, context)),
  check(draft, { siblings }, report) {
    const others = siblingsOf(draft, siblings);
    for (const [key, stated] of statedTasks(draft)) {
      if (stated.length === 1 && others.length === 0) continue;
      stated.forEach((one, i) => {
        if (i > 0) report(twice(draft, stated[0] as StatedTask, one));
        for (const related of elsewhere(one, key, others))
          report({
            range: placeOf(one, draft),
            message: t('“{0}”{1}', one.task.title, related.message),
            related: [related],
          });
      });
    }
  },
};

/** Whether an edited task has the title it had, and others would find the same in it. */
function saysTheSame(before: Task | undefined, after: Task | undefined): boolean {
  if (before === undefined || before.title !== after?.title) return false;
  const [was, is] = [statementOf(before), statementOf(after)];
  return was.units === is.units && was.deadlines === is.deadlines;
}

/** Whether a task's title is that of another one, of this draft or another. */
function standsElsewhere({ title }: Task, draft: Draft, { siblings }: RuleContext): boolean {
  const key = bare(title);
  return (
    countTitled(key, draft) > 1 ||
    siblingsOf(draft, siblings).some((other) => statedTasks(other.draft).has(key))
  );
}

/** How many tasks of a draft are called so; only those that were read again are looked at once more. */
function countTitled(key: string, draft: Draft): number {
  const whole = wholeReadingOf(draft);
  const count = statedTasks(whole?.draft ?? draft).get(key)?.length ?? 0;
  if (whole === undefined) return count;
  const countChanged = (which: 'before' | 'now'): number =>
    whole.changedIn(which).tasks.filter((task) => bare(task.title) === key).length;
  return count - countChanged('before') + countChanged('now');
}

function siblingsOf({ year }: Draft, siblings: RuleContext['siblings']): RuleContext['siblings'] {
  return siblings.filter(({ draft }) => year !== undefined && draft.year === year);
}

function twice(draft: Draft, earlier: StatedTask, stated: StatedTask): Finding {
  const { title } = stated.task;
  const difference = describe(earlier.statement, stated.statement);
  return {
    range: placeOf(stated, draft),
    message: t('“{0}”在本稿中出现了两次{1}：请合并或区分', title, difference && t('，{0}', difference)),
    related: [{ range: placeOf(earlier, draft), message: t('前一次在这里') }],
  };
}

/** The same task in drafts of the same year that say otherwise who does it or by when. */
function elsewhere(stated: StatedTask, key: string, others: RuleContext['siblings']): RelatedPlace[] {
  return others.flatMap(({ uri, draft }) =>
    (statedTasks(draft).get(key) ?? [])
      .map((one) => ({
        range: placeOf(one, draft),
        uri,
        message: describe(stated.statement, one.statement),
      }))
      .filter(({ message }) => message !== '')
      .map((place) => ({ ...place, message: t('在同年度另一份稿件中也有，{0}', place.message) })),
  );
}

/** Who does a task and by when, each as one text; empty where that is not said. */
interface Statement {
  readonly units: string;
  readonly deadlines: string;
}

/** A task as it was read: most are asked what they say, and not where they stand. */
class StatedTask implements TaskRead {
  private stated: Statement | undefined;

  constructor(
    readonly task: Task,
    readonly draft: Draft,
    readonly index: number,
  ) {}

  /** Asked for only where another task has the same title. */
  get statement(): Statement {
    return (this.stated ??= statementOf(this.task));
  }
}

/** A folder of drafts is checked draft by draft, each beside all others: what is compared is made ready once a draft. */
const known = new PerDraft(listByTitle);

/** The tasks of a draft by what their titles come to; none whose title is too short, or still to be filled in. */
function statedTasks(draft: Draft): ReadonlyMap<string, readonly StatedTask[]> {
  return known.of(draft);
}

function listByTitle(draft: Draft): ReadonlyMap<string, readonly StatedTask[]> {
  const byTitle = new Map<string, StatedTask[]>();
  tasksRead(draft).forEach(({ task, draft: of }, index) => {
    const key = bare(task.title);
    if (key.length < 4 || holdsPlaceholder(key)) return;
    const alike = byTitle.get(key);
    const stated = new StatedTask(task, of, index);
    if (alike) alike.push(stated);
    else byTitle.set(key, [stated]);
  });
  return byTitle;
}

function placeOf({ task, draft: of, index }: StatedTask, draft: Draft): Range {
  return (of === draft ? task : (taskOf(draft, index) as Task)).item.titleRange;
}

function statementOf({ fields }: Task): Statement {
  return {
    units: named(fields.units.map(({ value }) => value)),
    deadlines: named(fields.deadlines.map(({ date, value }) => date ?? value).filter(isSettled)),
  };
}

/** What two tasks of one title disagree in; empty where they do not. */
function describe(a: Statement, b: Statement): string {
  const differing = [
    a.units !== b.units && a.units !== '' && b.units !== '' ? t('责任单位') : '',
    a.deadlines !== b.deadlines && a.deadlines !== '' && b.deadlines !== '' ? t('完成时限') : '',
  ].filter(Boolean);
  return differing.length === 0 ? '' : t('{0}不一致', list(differing));
}

/** What is still to be filled in disagrees with nothing. */
function isSettled(text: string): boolean {
  return !holdsPlaceholder(text);
}

function named(values: readonly string[]): string {
  return [...new Set(values)].sort().join('、');
}

function bare(title: string): string {
  return MARKS.removeFrom(title);
}

const MARKS = textCharacters.define(`${WHITE_SPACE}，,。、；;：:“”"（）()`);
