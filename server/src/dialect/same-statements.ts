import { isMoved, REACH, type Change, type Placed } from './draft-change';
import type { Clause, DeadlineMention, Task, TaskFields, UnitMention } from './model';
import { intersects, type Range } from './range';
import { isSameList } from './same-list';

/* Whether tasks and rows state the same in two versions of a draft, as far as rules can see. */

export function keepsStatements(before: Task | undefined, after: Task | undefined, edit: Change): boolean {
  if (before === undefined || after === undefined) return before === after;
  return isSameComplete(before, after) && isSameStatement(before.fields, after.fields, keptPlace(edit));
}

export function isSameComplete({ complete }: Task, after: Task): boolean {
  const { target, unit, deadline } = after.complete;
  return target === complete.target && unit === complete.unit && deadline === complete.deadline;
}

type SamePlace = (one: Placed, other: Placed) => boolean;

/** Whether something stands where it did, and not next to the change (within `around`, if that is given). */
export function keptPlace(edit: Change, around: Range = { start: 0, end: Infinity }): SamePlace {
  const near = {
    start: Math.max(around.start, edit.replaced.start - REACH),
    end: Math.min(around.end, edit.replaced.end + REACH),
  };
  return (one, other) => isMoved(one, other, edit) && !intersects(one.range, near);
}

export function isSameUnit(one: UnitMention, other: UnitMention): boolean {
  return (
    one.value === other.value &&
    one.role === other.role &&
    one.source === other.source &&
    one.collective === other.collective
  );
}

/** The units and times that a task's text or a row states. */
type Mentions = Pick<TaskFields, 'units' | 'deadlines'>;

export function areSameMentions(a: Mentions, b: Mentions, isSamePlace: SamePlace): boolean {
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
