import type { Clause, ClausePart, DeadlineMention, TaskFields, UnitMention } from './model';
import type { Located, Range } from './range';

/*
 * What a piece of text states, read where the piece begins and moved to where it stands. Every mention of a draft is
 * moved at every keystroke, so that copies are written out: a spread takes some five times as long.
 */

export function moveFields(fields: TaskFields, by: number): TaskFields {
  const { clauses, units, deadlines, frequencies, targets } = fields;
  return {
    clauses: moveAll(clauses, moveClause, by),
    units: moveAll(units, moveUnit, by),
    deadlines: moveAll(deadlines, moveDeadline, by),
    frequencies: moveAll(frequencies, moveLocated, by),
    targets: moveAll(targets, moveLocated, by),
  };
}

/** Most pieces state nothing of most kinds. */
function moveAll<T>(list: readonly T[], move: (one: T, by: number) => T, by: number): readonly T[] {
  return list.length === 0 ? list : list.map((one) => move(one, by));
}

export function moveUnit({ value, range, role, collective, source }: UnitMention, by: number): UnitMention {
  return { value, range: moveRange(range, by), role, collective, source };
}

export function moveDeadline({ value, range, date }: DeadlineMention, by: number): DeadlineMention {
  return { value, range: moveRange(range, by), date };
}

export function moveLocated({ value, range }: Located, by: number): Located {
  return { value, range: moveRange(range, by) };
}

function moveClause({ kind, range, content, parts }: Clause, by: number): Clause {
  return {
    kind,
    range: moveRange(range, by),
    content: moveLocated(content, by),
    parts: parts.map((part) => movePart(part, by)),
  };
}

function movePart({ field, label, content }: ClausePart, by: number): ClausePart {
  return { field, label: label && moveLocated(label, by), content: moveLocated(content, by) };
}

export function moveRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
