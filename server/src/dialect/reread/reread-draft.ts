import type { Draft, Item, Paragraph, TableRow, Task } from '../model';
import type { Range } from '../range';
import { differingRange, type SharedEnds } from '../text-difference';
import { DraftFrame, stretchesOf, type Stretches } from './draft-frame';
import type { EditMap, RewrittenLines } from './edit-map';
import { EditedDraft, WHOLLY_READ, type Origin, type Reading } from './edited-draft';
import { isRunningText } from './item-line';
import { LazyDraft } from './lazy-draft';
import { differingLines, textsOf, type LinedText } from './lined-text';
import { isBlankLine, type OwnLines } from './own-lines';
import { PerDraft } from './per-draft';
import { differingLinks, NO_LINKS, type RowLinks } from './row-links';

/*
 * After most keystrokes a draft is what it was but for one line of one task or one row of a table. It is not read again
 * then: that line alone is, and all else is where it was in the draft that was wholly read last, moved when somebody
 * asks for it.
 */

/** Of drafts that were wholly read. */
const frames = new PerDraft((draft) => new DraftFrame(draft));

/** What `text` is read as, where it differs from the text of `before` in such lines alone. */
export function rereadDraft(
  before: Draft,
  text: string,
  reading: Reading,
  shared?: SharedEnds,
): Draft | undefined {
  const changed = differingRange(before.text, text, shared);
  if (changed === undefined) return undefined;
  const inserted = text.slice(changed.start, changed.end + text.length - before.text.length);
  const lines = before.lines.replaced(text, changed, inserted);
  const after = { text, lines };
  const edited = editedDraft(before, reading);
  const head = edited.editHead(after, changed);
  if (head !== undefined) return head.read();
  return changesMore(before, after, changed) ? undefined : edited.edit(after, changed)?.read();
}

/** What of a draft is replaced in a later version: known where that was made of it, else found by comparing the texts. */
export function replacedBetween(before: Draft, after: Draft): Range | undefined {
  return originBetween(before, after)?.replaced ?? differingRange(before.text, after.text);
}

/** What was edited where one version was made of the other; undefined where it was not. */
function originBetween(before: Draft, after: Draft): Origin | undefined {
  const origin = areOfOneReading(before, after) ? editOf(after)?.origin : undefined;
  return origin?.number === (editOf(before)?.number ?? WHOLLY_READ) ? origin : undefined;
}

/** Undefined for a draft that was wholly read. */
function editOf(draft: Draft): EditedDraft | undefined {
  return draft instanceof LazyDraft ? draft.edited : undefined;
}

/** The item whose lines alone differ in a draft that was made of another, lines put in, taken out or divided. */
export function rewrittenBetween(before: Draft, after: Draft): OwnLines | undefined {
  return originBetween(before, after)?.rewritten;
}

/** Whether a draft was made of another by an edit above its first item. */
export function differInHead(before: Draft, after: Draft): boolean {
  return originBetween(before, after)?.isOfHead === true;
}

/** Where the text of such an item stands. */
export function ownRangeIn(draft: Draft, { item, lastText }: OwnLines): Range {
  const edited = editOf(draft);
  const { start } = item.lineRange;
  if (edited === undefined) return { start, end: draft.lines.rangeOf(lastText).end };
  return edited.map.rangeOf({ start, end: edited.frame.draft.lines.rangeOf(lastText).end });
}

/** Whether whole lines come or go that are not text of an item: told before anything is made ready for other edits. */
function changesMore(before: LinedText, after: LinedText, range: Range): boolean {
  const { first, until } = differingLines(before, after, range);
  const untilNow = until + after.lines.count - before.lines.count;
  // A line that stands in place of another may be that of an item.
  const from = first + (until > first && untilNow > first ? 1 : 0);
  const whole = [...textsOf(before, from, until), ...textsOf(after, from, untilNow)];
  return !whole.every((line) => isBlankLine(line) || isRunningText(line));
}

function editedDraft(draft: Draft, reading: Reading): EditedDraft {
  return editOf(draft) ?? EditedDraft.unedited(frameOf(draft), reading);
}

function frameOf(draft: Draft): DraftFrame {
  return editOf(draft)?.frame ?? frames.of(draft);
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
  /** The indices of the tasks that were read again since. */
  readonly tasksChanged: ReadonlySet<number>;
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
    tasksChanged: changedTasks,
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
  return knownTasks.of(draft);
}

/** Ten rules ask for the same immutable draft. */
const knownTasks = new PerDraft(listTasksRead);

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

/** An item, in the version of the draft that it was read in. */
export interface ItemRead {
  readonly item: Item;
  readonly draft: Draft;
}

/** The items of a draft's outline as they were read: most of what is asked of them needs them nowhere else. */
export function itemsRead(draft: Draft): readonly ItemRead[] {
  const edited = editOf(draft);
  if (edited === undefined) return draft.outline.map((item) => ({ item, draft }));
  const whole = edited.frame.draft;
  const changed = edited.itemsEdited();
  return whole.outline.map((item) =>
    changed.has(item) ? { item: edited.item(item), draft } : { item, draft: whole },
  );
}

/** Where a paragraph of an item that was read in one version stands in another that was made of it. */
export function paragraphIn(
  draft: Draft,
  { draft: of }: Pick<ItemRead, 'draft'>,
  paragraph: Paragraph,
): Paragraph {
  const map = of === draft ? undefined : editOf(draft)?.map;
  if (map === undefined) return paragraph;
  return { range: map.rangeOf(paragraph.range), line: map.lineNow(paragraph.line) };
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
  const rewritten = editOf(before)?.map.rewrittenOn(line);
  if (rewritten !== undefined) return differingOwnLine(before, rewritten, line);
  const lineRead = readAs(before, line);
  const place = lineRead === undefined ? undefined : frame.lineOf(lineRead);
  if (place === undefined || lineRead === undefined) return undefined;
  const [links, newLinks] = [linksOf(before), linksOf(after)];
  const relinked = differingLinks(links, newLinks);
  return {
    kind: place.kind === 'row' ? 'row' : place.item.line === lineRead ? 'title' : 'paragraph',
    task: place.kind === 'item' ? place.task : undefined,
    tasks: new Set([...relinked, ...frame.tasksOn(lineRead, links), ...frame.tasksOn(lineRead, newLinks)]),
    relinks: relinked.length > 0,
  };
}

function differingOwnLine(draft: Draft, { own }: RewrittenLines, line: number): DifferingLine {
  const isTitle = editOf(draft)?.map.lineNow(own.first) === line;
  const tasks = new Set(own.task === undefined ? [] : [own.task]);
  return { kind: isTitle ? 'title' : 'paragraph', task: own.task, tasks, relinks: false };
}

/** A line's number in the draft that was wholly read; undefined where it was rewritten since. */
function readAs(draft: Draft, line: number): number | undefined {
  const edited = editOf(draft);
  return edited ? edited.map.lineBefore(line) : line;
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
  const lineRead = readAs(draft, line);
  const row = lineRead === undefined ? undefined : frameOf(draft).rowOn(lineRead);
  return row && (editOf(draft)?.row(row) ?? row);
}

/** The tasks and table rows that stand on a line; the others are not read for it. */
export function statedOn(draft: Draft, line: number): Stated {
  const edited = editOf(draft);
  const { tasks, tables } = edited?.frame.draft ?? draft;
  const map = edited?.map;
  const stands = (place: { readonly line: number; readonly range: Range }): boolean =>
    (map?.lineNow(place.line) ?? place.line) <= line &&
    line <= draft.lines.lineAt(map?.at(place.range.end) ?? place.range.end);
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

/** How many tasks a draft has; none of them is read for it. */
export function countTasks(draft: Draft): number {
  return (editOf(draft)?.frame.draft ?? draft).tasks.length;
}
