import type { ReadDraft } from '../dialect/draft';
import type { Draft, Task } from '../dialect/model';
import type { Range, TextEdit } from '../dialect/range';
import { addField, labelledClauses } from '../rules/clause-style';
import { cellText, writeCell, type CellField } from '../rules/task-cells';
import { t, type Message } from '../localise';

/** Edits, and the place in the edited text where the writer goes on; or why there are none, in Chinese. */
export type FieldEdit =
  { readonly edits: readonly TextEdit[]; readonly selection?: Range } | { readonly problem: string };

const NO_TASK: Message = '这里不是一项任务。请把光标放在任务上。';

/** The task that an offset is in. */
export function taskAt(draft: Draft, offset: number): Task | undefined {
  const line = draft.lines.lineAt(offset);
  return draft.tasks.findLast(
    (task) => task.line === line || (task.range.start <= offset && offset <= task.range.end),
  );
}

/** Puts a field's label into the task's clause, for the writer to fill in; only goes there where it is empty already. */
export function fillField(draft: Draft, offset: number, field: CellField): FieldEdit {
  const task = taskAt(draft, offset);
  if (!task) return { problem: t(NO_TASK) };
  const empty = labelledClauses(task, draft.text)
    .flatMap(({ parts }) => parts)
    .find((part) => part.label && part.field === field && part.content.value.trim() === '');
  if (empty) return { edits: [], selection: empty.content.range };
  const { edits, cursor = 0 } = addField(draft, task, field, '', '');
  return { edits, selection: { start: cursor, end: cursor } };
}

export interface TypedCell {
  readonly field: CellField;
  /** The task's title and the cell's text as the person saw them. */
  readonly title: string;
  readonly before: string;
  readonly value: string;
}

/** Writes what a person has typed in a cell of the task table. Nothing, where the text says something else by now. */
export function editField(
  draft: Draft,
  offset: number,
  { field, title, before, value }: TypedCell,
  read: ReadDraft,
): FieldEdit {
  const task = taskAt(draft, offset);
  if (!task || task.title !== title || cellText(draft, task, field) !== before)
    return { problem: t('这一格对应的文字刚刚有改动，没有写入。请看看新的内容再改。') };
  const wanted = value.replace(/\s+/gu, ' ').trim();
  if (wanted === before) return { edits: [] };
  const edits = writeCell(draft, task, field, wanted, read);
  return edits
    ? { edits }
    : { problem: t('这一格的内容写在正文的句子里，不能在表里这样改。请双击这一行，到稿件里改。') };
}
