import type { FieldReader } from '../field-reader';
import type { Draft, TableRow, Task } from '../model';
import type { Range } from '../range';
import { differingRange } from '../text-difference';
import { DraftFrame, type RunningText } from './draft-frame';
import type { EditMap } from './edit-map';
import { EditedDraft } from './edited-draft';

/*
 * After most keystrokes a draft is what it was but for one paragraph of one task. It is not read again then: that task
 * alone is, and all else is where it was in the draft that was wholly read last, moved when somebody asks for it.
 */

interface Edited {
  readonly draft: EditedDraft;
  readonly reader: FieldReader;
}

const edits = new WeakMap<Draft, Edited>();
const frames = new WeakMap<Draft, DraftFrame>();

/** What `text` is read as, where it differs from the text of `before` in running text alone. */
export function rereadDraft(before: Draft, text: string, reader: FieldReader): Draft | undefined {
  const changed = differingRange(before.text, text);
  const edited = changed && (edits.get(before)?.draft ?? unedited(before)).edit(text, changed);
  if (edited === undefined) return undefined;
  const draft = edited.read(reader);
  edits.set(draft, { draft: edited, reader });
  return draft;
}

function unedited(draft: Draft): EditedDraft {
  return EditedDraft.unedited(frameOf(draft));
}

function frameOf(draft: Draft): DraftFrame {
  let frame = edits.get(draft)?.draft.frame ?? frames.get(draft);
  if (frame === undefined) frames.set(draft, (frame = new DraftFrame(draft)));
  return frame;
}

/** The draft that was wholly read last, and where things of it stand in one that was not. */
export interface WholeReading {
  readonly draft: Draft;
  readonly map: EditMap;
  /** The indices of the tasks that were read again since. */
  readonly changedTasks: readonly number[];
}

/** Undefined for a draft that was wholly read itself. */
export function wholeReadingOf(draft: Draft): WholeReading | undefined {
  const edited = edits.get(draft)?.draft;
  return edited && { draft: edited.frame.draft, map: edited.map, changedTasks: [...edited.changedTasks] };
}

/** Whether two drafts differ in running text alone, as far as is known without looking. */
export function differInRunningText(a: Draft, b: Draft): boolean {
  return (wholeReadingOf(a)?.draft ?? a) === (wholeReadingOf(b)?.draft ?? b);
}

/** The paragraph of running text on a line, and the index of its task; undefined where there is none. */
export function runningTextOn(
  draft: Draft,
  line: number,
): Pick<RunningText, 'paragraph' | 'task'> | undefined {
  const running = frameOf(draft).runningTextOn(line);
  const edited = edits.get(draft)?.draft;
  return running && edited ? { ...running, paragraph: edited.paragraph(running.paragraph) } : running;
}

/** The tasks and table rows that stand on a line; the others are not read for it. */
export function statedOn(draft: Draft, line: number): { readonly tasks: Task[]; readonly rows: TableRow[] } {
  const edited = edits.get(draft)?.draft;
  const { tasks, tables, lines } = edited?.frame.draft ?? draft;
  const stands = (place: { readonly line: number; readonly range: Range }): boolean =>
    place.line <= line && line <= lines.lineAt(place.range.end);
  const rows = tables.flatMap((table) => (stands(table) ? table.rows.filter(stands) : []));
  return {
    tasks: tasks.flatMap((task, index) => (stands(task) ? (taskOf(draft, index) ?? []) : [])),
    rows: edited ? rows.map((row) => edited.row(row)) : rows,
  };
}

/** One of a draft's tasks, by its index; the others are not read for it. */
export function taskOf(draft: Draft, index: number): Task | undefined {
  const edited = edits.get(draft);
  return edited ? edited.draft.task(index, edited.reader) : draft.tasks[index];
}
