import type { Clause, Draft, Task, UnitMention } from '../../dialect/model';
import { areMoved } from '../../dialect/draft-change';
import type { PlainEdit } from '../../dialect/plain-edit';
import { within } from '../../dialect/range';
import { PerDraft } from '../../dialect/reread/per-draft';
import { TaskFacts } from '../../dialect/reread/task-facts';
import { addField, clauseStyleOf, keepsClauses, labelledClauses, type ClauseStyle } from '../clause-style';
import { lazyFix } from '../lazy-fix';
import type { Fix, TaskRule } from '../rule';
import { t } from '../../localise';

/** From so many clauses with labels on, and where most tasks have one, they are the draft's manner. */
const enough = 4;

/** Who does a task is told in a sentence (甲牵头，乙配合), where the draft's other tasks have a clause with labels. */
export const prose: TaskRule = {
  id: 'clause/prose',
  summary: '责任分工没有写成条款',
  level: 'hint',
  certainty: '疑似',
  ground: '本单位',
  scope: 'task',
  manner: {
    of: (draft) => manners.of(draft).words,
    concerns: (draft) => toldIn.of(draft, undefined).map((place) => place === 'sentence'),
    reads: ['titles', 'statements'],
    overlooks: (edit) =>
      keepsClauses(edit) &&
      edit.before.task !== undefined &&
      (labelledClauses(edit.before.task, edit.before.draft.text).length > 0 || keepsSentence(edit)),
  },
  check(draft, _context, report, task) {
    const { words } = manners.of(draft);
    const clause = toldInSentence(task, draft.text);
    if (words === undefined || clause === undefined) return;
    report({
      range: clause.range,
      message: t('“{0}”的分工写在句子里，本稿其他任务写成“{1}{2}{3}…{4}”', task.title, ...words),
      fixes: [lazyFix(false, () => rewrite(draft, task, clause, clauseStyleOf(draft)))],
    });
  },
};

/** What a clause of the draft is made of, where clauses are its manner. */
const manners = new PerDraft((draft): { readonly words?: readonly [string, string, string, string] } => {
  const { count, open, labels, colon, close } = clauseStyleOf(draft);
  const places = toldIn.of(draft, undefined);
  const without = places.filter((place) => place !== 'clause').length;
  if (count < enough || without * 2 > places.length) return {};
  return { words: [open, labels.unit, colon, close] };
});

const toldIn = new TaskFacts(({ task, draft: { text } }) => {
  if (labelledClauses(task, text).length > 0) return 'clause';
  return sentenceIn(task) === undefined ? undefined : 'sentence';
});

/** Whether the task says nowhere by whom it is done, or, of the same title, in the same places. */
function keepsSentence(edit: PlainEdit): boolean {
  const [was, is] = [edit.before.task, edit.after.task];
  if (sentenceIn(was) === undefined && sentenceIn(is) === undefined) return true;
  if (edit.parts.has('units') || was === undefined || was.title !== is?.title) return false;
  return areMoved(was.fields.clauses, is.fields.clauses, edit, (one, other) => one.kind === other.kind);
}

/** Where a task that has no clause says by whom it is done. */
function toldInSentence(task: Task, text: string): Clause | undefined {
  return labelledClauses(task, text).length > 0 ? undefined : sentenceIn(task);
}

/** Where a task says by whom it is done. */
function sentenceIn(task: Task | undefined): Clause | undefined {
  return task?.fields.clauses.find((clause) => unitsOf(task, clause).length > 0);
}

function unitsOf(task: Task, { range }: Clause): UnitMention[] {
  return within(task.fields.units, range);
}

/** A bracket becomes the clause; a sentence stays, with the clause added to the task's end. */
function rewrite(draft: Draft, task: Task, clause: Clause, style: ClauseStyle): Fix {
  const units = unitsOf(task, clause);
  const fields = [
    ['lead', units.filter(({ role }) => role === 'lead')],
    ['unit', units.filter(({ role }) => role === 'responsible')],
    ['support', units.filter(({ role }) => role === 'support')],
  ] as const;
  const stated = fields
    .filter(([, named]) => named.length > 0)
    .map(([field, named]) => style.labels[field] + style.colon + named.map(({ value }) => value).join('、'));
  const title = t('写成责任条款');
  if (clause.kind === 'bracket') {
    const newText = style.open + stated.join(style.separator) + style.close;
    return { title, edits: [{ range: clause.range, newText }], safe: false };
  }
  const [field] = fields.find(([, named]) => named.length > 0) ?? ['unit'];
  const rest = stated.join(style.separator).slice(style.labels[field].length + style.colon.length);
  return addField(draft, task, field, rest, title);
}
