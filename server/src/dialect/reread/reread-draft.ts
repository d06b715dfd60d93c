import type { Draft, TableRow, Task } from '../model';
import type { Range } from '../range';
import { differingRange } from '../text-difference';
import { DraftFrame, stretchesOf, type Stretches } from './draft-frame';
import type { EditMap } from './edit-map';
import { EditedDraft, WHOLLY_READ, type Reading } from './edited-draft';
import { LazyDraft } from './lazy-draft';
import { differingLinks, NO_LINKS, type RowLinks } from './row-links';

/*
 * After most keystrokes a draft is what it was but for one line of one task or one row of a table. It is not read again
 * then: that line alone is, and all else is where it was in the draft that was wholly read last, moved when somebody
 * asks for it.
 */

/** Of drafts that were wholly read. */
const frames = new WeakMap<Draft, DraftFrame>();

/** What `text` is read as, where it differs from the text of `before` in such lines alone. */
export function rereadDraft(before: Draft, text: string, reading: Reading): Draft | undefined {
  const changed = differingRange(before.text, text);
  if (changed === undefined || goesOverLines(before.text, text, changed)) return undefined;
  return editedDraft(before, reading).edit(text, changed)?.read();
}

/** What of a draft is replaced in a later version: known where that was made of it, else found by comparing the texts. */
export function replacedBetween(before: Draft, after: Draft): Range | undefined {
  const origin = areOfOneReading(before, after) ? editOf(after)?.origin : undefined;
  const isMadeOf = origin !== undefined && origin.number === (editOf(before)?.number ?? WHOLLY_READ);
  return isMadeOf ? origin.replaced : differingRange(before.text, after.text);
}

/** Undefined for a draft that was wholly read. */
function editOf(draft: Draft): EditedDraft | undefined {
  return draft instanceof LazyDraft ? draft.edited : undefined;
}

/** The commonest of the edits after which a draft is wholly read: told before anything is made ready for others. */
function goesOverLines(before: string, after: string, { start, end }: Range): boolean {
  const lineBreak = /[\r\n]/;
  const inserted = after.slice(start, end + after.length - before.length);
  return lineBreak.test(inserted) || lineBreak.test(before.slice(start, end));
}

function editedDraft(draft: Draft, reading: Reading): EditedDraft {
  return editOf(draft) ?? EditedDraft.unedited(frameOf(draft), reading);
}

function frameOf(draft: Draft): DraftFrame {
  let frame = editOf(draft)?.frame ?? frames.get(draft);
  if (frame === undefined) frames.set(draft, (frame = new DraftFrame(draft)));
  return frame;
}

/** Tasks and rows of tables, which state units and times. */
export interface Stated {
  readonly tasks: readonly Task[];
  readonly rows: readonly TableRow[];
}

/** The draft that was wholly read last, and where things of it stand in one that was not. */
export interface WholeReading {
  readonly draft: Draft;
  readonly map: EditMap;
  /** What was read again since, as the draft that was wholly read has it, or as this one does. */
  readonly changedIn: (which: 'before' | 'now') => Stated;
}

/** Undefined for a draft that was wholly read itself. */
export function wholeReadingOf(draft: Draft): WholeReading | undefined {
  const edited = editOf(draft);
  if (edited === undefined) return undefined;
  const { frame, map, changedTasks, changedRows } = edited;
  return {
    draft: frame.draft,
    map,
    changedIn: (which) => ({
      tasks: [...changedTasks].flatMap((task) => taskOf(which === 'now' ? draft : frame.draft, task) ?? []),
      rows: changedRows.map((row) => (which === 'now' ? edited.row(row) : row)),
    }),
  };
}

/** A task, in the version of the draft that it was read in. */
export interface TaskRead {
  readonly task: Task;
  readonly draft: Draft;
}

/** A draft's tasks as they were read: whoever asks what they say, not where they stand, need not have them moved. */
export function tasksRead(draft: Draft): readonly TaskRead[] {
  let tasks = knownTasks.get(draft);
  if (tasks === undefined) knownTasks.set(draft, (tasks = listTasksRead(draft)));
  return tasks;
}

/** Ten rules ask for the same immutable draft. */
const knownTasks = new WeakMap<Draft, readonly TaskRead[]>();

function listTasksRead(draft: Draft): readonly TaskRead[] {
  const whole = wholeReadingOf(draft);
  if (whole === undefined) return draft.tasks.map((task) => ({ task, draft }));
  const [was, is] = [whole.changedIn('before').tasks, whole.changedIn('now').tasks];
  const changed = new Map(was.map((task, index) => [task, is[index]]));
  return whole.draft.tasks.map((task) => {
    const now = changed.get(task);
    return now ? { task: now, draft } : { task, draft: whole.draft };
  });
}

/** The tasks of which something holds wherever they stand: the others are not moved for the question. */
export function tasksThat(draft: Draft, holds: (task: Task, text: string) => boolean): readonly Task[] {
  const found: Task[] = [];
  tasksRead(draft).forEach(({ task, draft: { text } }, index) => {
    const here = holds(task, text) ? taskOf(draft, index) : undefined;
    if (here !== undefined) found.push(here);
  });
  return found;
}

/** The one line that two versions of a draft differ in, where no other is read otherwise for it. */
export interface DifferingLine {
  readonly kind: 'title' | 'paragraph' | 'row';
  /** The index of the task whose text it is. */
  readonly task: number | undefined;
  /** The tasks that state something else, or may, in their text or in the rows linked to them. */
  readonly tasks: ReadonlySet<number>;
  /** Whether tasks are linked to other rows. */
  readonly relinks: boolean;
}

/** Whether two versions differ in such lines alone from the same draft, as far as is known without looking. */
export function areOfOneReading(a: Draft, b: Draft): boolean {
  return (editOf(a)?.frame.draft ?? a) === (editOf(b)?.frame.draft ?? b);
}

/** Of two versions of one reading. */
export function differingLine(before: Draft, after: Draft, line: number): DifferingLine | undefined {
  const frame = frameOf(before);
  const place = frame.lineOf(line);
  if (place === undefined) return undefined;
  const [links, newLinks] = [linksOf(before), linksOf(after)];
  const relinked = differingLinks(links, newLinks);
  return {
    kind: place.kind === 'row' ? 'row' : place.item.line === line ? 'title' : 'paragraph',
    task: place.kind === 'item' ? place.task : undefined,
    tasks: new Set([...relinked, ...frame.tasksOn(line, links), ...frame.tasksOn(line, newLinks)]),
    relinks: relinked.length > 0,
  };
}

function linksOf(draft: Draft): RowLinks {
  return editOf(draft)?.links ?? NO_LINKS;
}

/** What of text stands on such a line. */
export function stretchesOn(draft: Draft, line: number): Stretches {
  return editOf(draft)?.stretchesOn(line) ?? stretchesOf(frameOf(draft).blockOn(line), line);
}

/** The row of a table of tasks on such a line; the other rows are not read for it. */
export function rowOn(draft: Draft, line: number): TableRow | undefined {
  const row = frameOf(draft).rowOn(line);
  return row && (editOf(draft)?.row(row) ?? row);
}

/** The tasks and table rows that stand on a line; the others are not read for it. */
export function statedOn(draft: Draft, line: number): Stated {
  const edited = editOf(draft);
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
  const edited = editOf(draft);
  return edited ? edited.task(index) : draft.tasks[index];
}
