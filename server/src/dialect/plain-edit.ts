import type { Clause, DeadlineMention, Draft, Task, TaskFields, UnitMention } from './model';
import { contains, intersects, type Range } from './range';
import { differInRunningText, runningTextOn, taskOf } from './reread/reread-draft';
import { differingRange } from './text-difference';

/**
 * One change in a paragraph of running text that left the rest of a draft as it was: the same lines, blocks, items,
 * tables and tasks, somewhat further on. Most keystrokes are such.
 */
export interface PlainEdit extends Change {
  /** The index of the task that was edited; undefined where the paragraph belongs to none. */
  readonly task: number | undefined;
  /** Whether the task names the same units as before, in the same places. */
  readonly keepsUnits: boolean;
  /** Whether the task states the same as before (units, clauses, times), and none of it stands next to the change. */
  readonly keepsStatements: boolean;
  readonly before: Passage;
  readonly after: Passage;
}

export interface Change {
  /** What was replaced, in the text before. */
  readonly replaced: Range;
  /** By how much what stands behind it moved. */
  readonly by: number;
}

/** A line of running text, without white space behind it, with the task it belongs to. */
export interface Passage {
  readonly text: string;
  readonly range: Range;
  readonly task: Task | undefined;
  readonly draft: Draft;
}

/** How far around what they look at rules look. */
const REACH = 16;

/** What two versions of a draft differ in, where that is a plain edit; costs a small part of reading either. */
export function findPlainEdit(before: Draft, after: Draft): PlainEdit | undefined {
  const replaced = differInRunningText(before, after) ? differingRange(before.text, after.text) : undefined;
  if (replaced === undefined) return undefined;
  const line = before.lines.lineAt(replaced.start);
  const [was, is] = [passageOn(before, line), passageOn(after, line)];
  if (was === undefined || is === undefined || !contains(was.range, replaced)) return undefined;
  const change = { replaced, by: after.text.length - before.text.length };
  return {
    ...change,
    task: runningTextOn(before, line)?.task,
    before: was,
    after: is,
    keepsUnits: keepsUnits(was.task, is.task, change),
    keepsStatements: keepsStatements(was.task, is.task, change),
  };
}

function passageOn(draft: Draft, line: number): Passage | undefined {
  const running = runningTextOn(draft, line);
  if (running === undefined) return undefined;
  const { start } = draft.lines.rangeOf(line);
  const range = { start, end: running.paragraph.range.end };
  const text = draft.text.slice(range.start, range.end);
  return { text, range, task: running.task === undefined ? undefined : taskOf(draft, running.task), draft };
}

/** Where a range of the draft before stands in the one after; undefined where the edit changed something in it. */
export function movedRange({ start, end }: Range, { replaced, by }: Change): Range | undefined {
  if (end <= replaced.start) return { start, end };
  return start >= replaced.end ? { start: start + by, end: end + by } : undefined;
}

interface Placed {
  readonly range: Range;
}

/** Whether what stands in two versions, in order, stands in the same places, and is alike. */
export function areMoved<T extends Placed>(
  before: readonly T[],
  after: readonly T[],
  edit: Change,
  isAlike: (one: T, other: T) => boolean,
): boolean {
  return isSameList(before, after, (one, other) => isMoved(one, other, edit) && isAlike(one, other));
}

function isMoved(before: Placed, after: Placed, edit: Change): boolean {
  const to = movedRange(before.range, edit);
  return to?.start === after.range.start && to.end === after.range.end;
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i] as T, b[i] as T)) return false;
  return true;
}

/** Whether an edit changes something so near to a range of the draft before that rules may see it with what stands there. */
export function standsBeside({ replaced }: Change, range: Range): boolean {
  return intersects(range, { start: replaced.start - REACH, end: replaced.end + REACH });
}

function keepsUnits(before: Task | undefined, after: Task | undefined, edit: Change): boolean {
  const [was, is] = [before?.fields.units ?? [], after?.fields.units ?? []];
  return areMoved(was, is, edit, isSameUnit);
}

function isSameUnit(one: UnitMention, other: UnitMention): boolean {
  return (
    one.value === other.value &&
    one.role === other.role &&
    one.source === other.source &&
    one.collective === other.collective
  );
}

function keepsStatements(before: Task | undefined, after: Task | undefined, edit: Change): boolean {
  if (before === undefined || after === undefined) return before === after;
  const { target, unit, deadline } = before.complete;
  if (
    target !== after.complete.target ||
    unit !== after.complete.unit ||
    deadline !== after.complete.deadline
  )
    return false;
  return isSameStatement(
    before.fields,
    after.fields,
    (one, other) => isMoved(one, other, edit) && !standsBeside(edit, one.range),
  );
}

function isSameStatement(
  a: TaskFields,
  b: TaskFields,
  isSamePlace: (one: Placed, other: Placed) => boolean,
): boolean {
  const isUnitThere = (one: UnitMention, other: UnitMention): boolean =>
    isSameUnit(one, other) && isSamePlace(one, other);
  const isSameDeadline = (one: DeadlineMention, other: DeadlineMention): boolean =>
    one.value === other.value && one.date === other.date && isSamePlace(one, other);
  const isSameClause = (one: Clause, other: Clause): boolean =>
    one.kind === other.kind &&
    one.content.value === other.content.value &&
    isSamePlace(one, other) &&
    isSameList(one.parts, other.parts, (part, same) => {
      return part.field === same.field && part.content.value === same.content.value;
    });
  return (
    isSameList(a.units, b.units, isUnitThere) &&
    isSameList(a.deadlines, b.deadlines, isSameDeadline) &&
    isSameList(a.clauses, b.clauses, isSameClause)
  );
}
