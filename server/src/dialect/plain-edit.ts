import type { Clause, DeadlineMention, Draft, TableRow, Task, TaskFields, UnitMention } from './model';
import { areMoved, isMoved, REACH, type Change, type DraftPart, type Placed } from './draft-change';
import { contains, intersects, type Range } from './range';
import {
  areOfOneReading,
  differingLine,
  replacedBetween,
  rowOn,
  stretchesOn,
  taskOf,
  type DifferingLine,
} from './reread/reread-draft';
import { isSameList } from './same-list';
import { readHeading } from './structure';

/**
 * One change in a line of an item or in a cell of a table that left the rest of a draft as it was: the same lines,
 * blocks, items, tables and tasks, somewhat further on. Most keystrokes are such.
 */
export interface PlainEdit extends Change {
  readonly kind: 'text' | 'title' | 'cell';
  /** The indices of the tasks that were edited, in their text or in rows that are or were linked to them. */
  readonly tasks: ReadonlySet<number>;
  readonly parts: ReadonlySet<DraftPart>;
  readonly before: Passage;
  readonly after: Passage;
}

/** A line of an item, without white space behind it, with the task it belongs to; or a cell, with none. */
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
  const line = before.lines.lineAt(replaced.start);
  const place = differingLine(before, after, line);
  if (place === undefined) return undefined;
  const change = { replaced, by: after.text.length - before.text.length };
  return place.kind === 'row'
    ? findCellEdit(before, after, { line, place, change })
    : findTextEdit(before, after, { line, place, change });
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
  if (place.tasks.size > 0) parts.add('tasks');
  if (place.relinks || !keepsStatements(was.task, is.task, change)) parts.add('statements');
  if (!areMoved(was.task?.fields.units ?? [], is.task?.fields.units ?? [], change, isSameUnit))
    parts.add('units');
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

function keepsStatements(before: Task | undefined, after: Task | undefined, edit: Change): boolean {
  if (before === undefined || after === undefined) return before === after;
  return isSameComplete(before, after) && isSameStatement(before.fields, after.fields, keptPlace(edit));
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

function isSameComplete({ complete }: Task, after: Task): boolean {
  const { target, unit, deadline } = after.complete;
  return target === complete.target && unit === complete.unit && deadline === complete.deadline;
}

type SamePlace = (one: Placed, other: Placed) => boolean;

/** Whether something stands where it did, and not next to the change (within `around`, if that is given). */
function keptPlace(edit: Change, around: Range = { start: 0, end: Infinity }): SamePlace {
  const near = {
    start: Math.max(around.start, edit.replaced.start - REACH),
    end: Math.min(around.end, edit.replaced.end + REACH),
  };
  return (one, other) => isMoved(one, other, edit) && !intersects(one.range, near);
}

function isSameUnit(one: UnitMention, other: UnitMention): boolean {
  return (
    one.value === other.value &&
    one.role === other.role &&
    one.source === other.source &&
    one.collective === other.collective
  );
}

/** The units and times that a task's text or a row states. */
type Mentions = Pick<TaskFields, 'units' | 'deadlines'>;

function areSameMentions(a: Mentions, b: Mentions, isSamePlace: SamePlace): boolean {
  return (
    isSameList(a.units, b.units, (one, other) => isSameUnit(one, other) && isSamePlace(one, other)) &&
    isSameList(a.deadlines, b.deadlines, (one, other) => isSameDeadline(one, other, isSamePlace))
  );
}

function isSameDeadline(one: DeadlineMention, other: DeadlineMention, isSamePlace: SamePlace): boolean {
  return one.value === other.value && one.date === other.date && isSamePlace(one, other);
}

function isSameClause(one: Clause, other: Clause, isSamePlace: SamePlace): boolean {
  return (
    one.kind === other.kind &&
    one.content.value === other.content.value &&
    isSamePlace(one, other) &&
    isSameList(one.parts, other.parts, (part, same) => {
      return part.field === same.field && part.content.value === same.content.value;
    })
  );
}

function isSameStatement(a: TaskFields, b: TaskFields, isSamePlace: SamePlace): boolean {
  return (
    areSameMentions(a, b, isSamePlace) &&
    isSameList(a.clauses, b.clauses, (one, other) => isSameClause(one, other, isSamePlace))
  );
}
