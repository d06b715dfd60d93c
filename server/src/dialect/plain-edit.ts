import type { Draft, TableRow, Task } from './model';
import { areMoved, type Change, type DraftPart } from './draft-change';
import { contains, type Range } from './range';
import {
  areOfOneReading,
  differingLine,
  ownRangeIn,
  replacedBetween,
  rewrittenBetween,
  rowOn,
  stretchesOn,
  taskOf,
  type DifferingLine,
} from './reread/reread-draft';
import { areSameMentions, isSameComplete, isSameUnit, keepsStatements, keptPlace } from './same-statements';
import { readHeading } from './structure';

/**
 * One change in a line of an item or in a cell of a table, or one that put in, took out or divided lines of one item's
 * own text, and left the rest of a draft as it was: the same blocks, items, tables and tasks, somewhat further on. Most
 * keystrokes are such.
 */
export interface PlainEdit extends Change {
  readonly kind: 'text' | 'title' | 'cell' | 'lines';
  /** The indices of the tasks that were edited, in their text or in rows that are or were linked to them. */
  readonly tasks: ReadonlySet<number>;
  readonly parts: ReadonlySet<DraftPart>;
  readonly before: Passage;
  readonly after: Passage;
}

/**
 * A line of an item, without white space behind it, with the task it belongs to; or a cell, with none; or all of an
 * item's own text, where lines of it came or went.
 */
export interface Passage {
  readonly text: string;
  readonly range: Range;
  readonly task: Task | undefined;
  readonly draft: Draft;
}

/** What two versions of a draft differ in, where that is a plain edit; costs a small part of reading either. */
export function findPlainEdit(before: Draft, after: Draft): PlainEdit | undefined {
  const replaced = areOfOneReading(before, after) ? replacedBetween(before, after) : undefined;
  if (replaced === undefined) return undefined;
  const change = { replaced, by: after.text.length - before.text.length };
  const line = before.lines.lineAt(replaced.start);
  const isOneLine =
    before.lines.count === after.lines.count && replaced.end <= before.lines.rangeOf(line).end;
  const place = isOneLine ? differingLine(before, after, line) : undefined;
  if (place === undefined || !holdsText(before, line) || !holdsText(after, line))
    return findLinesEdit(before, after, change);
  return place.kind === 'row'
    ? findCellEdit(before, after, { line, place, change })
    : findTextEdit(before, after, { line, place, change });
}

function findLinesEdit(before: Draft, after: Draft, change: Change): PlainEdit | undefined {
  const own = rewrittenBetween(before, after);
  if (own === undefined) return undefined;
  const { task } = own;
  const [was, is] = [before, after].map((draft) => passageOf(draft, ownRangeIn(draft, own), task)) as [
    Passage,
    Passage,
  ];
  const parts = new Set<DraftPart>(['prose']);
  if (before.lines.count !== after.lines.count) parts.add('lines');
  addStated(parts, was, is, change);
  const tasks = new Set(task === undefined ? [] : [task]);
  return { ...change, kind: 'lines', tasks, parts, before: was, after: is };
}

/** Adds what of the task that a passage stands in is not as it was. */
function addStated(
  parts: Set<DraftPart>,
  { task: was }: Passage,
  { task: is }: Passage,
  change: Change,
): void {
  if (was !== undefined) parts.add('tasks');
  if (!keepsStatements(was, is, change)) parts.add('statements');
  if (!areMoved(was?.fields.units ?? [], is?.fields.units ?? [], change, isSameUnit)) parts.add('units');
}

function holdsText(draft: Draft, line: number): boolean {
  return stretchesOn(draft, line).ranges.length > 0;
}

interface LineChange {
  readonly line: number;
  readonly place: DifferingLine;
  readonly change: Change;
}

function findTextEdit(
  before: Draft,
  after: Draft,
  { line, place, change }: LineChange,
): PlainEdit | undefined {
  const [was, is] = [before, after].map((draft) => passageOn(draft, line, place)) as [Passage, Passage];
  if (!contains(was.range, change.replaced)) return undefined;
  const kind =
    place.kind === 'title' && headingOn(before, line) !== headingOn(after, line) ? 'title' : 'text';
  const parts = new Set<DraftPart>(kind === 'title' ? ['prose', 'titles'] : ['prose']);
  addStated(parts, was, is, change);
  if (place.tasks.size > 0) parts.add('tasks');
  if (place.relinks) parts.add('statements');
  return { ...change, kind, tasks: place.tasks, parts, before: was, after: is };
}

function passageOn(draft: Draft, line: number, { task }: DifferingLine): Passage {
  const { start } = draft.lines.rangeOf(line);
  const { end } = stretchesOn(draft, line).ranges[0] as Range;
  return passageOf(draft, { start, end }, task);
}

function passageOf(draft: Draft, range: Range, task?: number): Passage {
  const text = draft.text.slice(range.start, range.end);
  return { text, range, task: task === undefined ? undefined : taskOf(draft, task), draft };
}

/** The title of the item that begins on a line, and where it and the text after it stand. */
function headingOn(draft: Draft, line: number): string {
  const range = stretchesOn(draft, line).ranges[0] as Range;
  const { title, start, runInStart } = readHeading(draft.text.slice(range.start, range.end));
  return `${start} ${runInStart} ${title}`;
}

/** An edit within one cell; what goes over its borders is none that anything is known of. */
function findCellEdit(
  before: Draft,
  after: Draft,
  { line, place, change }: LineChange,
): PlainEdit | undefined {
  const cells = stretchesOn(before, line).ranges;
  const index = cells.findIndex((cell) => contains(cell, change.replaced));
  const [was, is] = [cells[index], stretchesOn(after, line).ranges[index]];
  if (was === undefined || is?.start !== was.start || is.end !== was.end + change.by) return undefined;
  const parts = new Set<DraftPart>(['prose']);
  const [row, now] = [rowOn(before, line), rowOn(after, line)];
  if (row && now) {
    parts.add('tables');
    const keeps = keepsRow(row, now, change, was) && keepsComplete(before, after, place.tasks);
    if (place.relinks || !keeps) parts.add('statements');
    if (place.relinks || !keeps || row.target?.value !== now.target?.value) parts.add('tasks');
    if (!areMoved(row.units, now.units, change, isSameUnit)) parts.add('units');
  }
  const passages = { before: passageOf(before, was), after: passageOf(after, is) };
  return { ...change, kind: 'cell', tasks: place.tasks, parts, ...passages };
}

/** Whether a row states the same; in other cells than the edited one nothing is next to the change. */
function keepsRow(before: TableRow, after: TableRow, edit: Change, cell: Range): boolean {
  return areSameMentions(before, after, keptPlace(edit, cell));
}

function keepsComplete(before: Draft, after: Draft, tasks: ReadonlySet<number>): boolean {
  return [...tasks].every((index) => {
    const [was, is] = [taskOf(before, index), taskOf(after, index)];
    return was !== undefined && is !== undefined && isSameComplete(was, is);
  });
}
