import type { Clause, ClausePart, DeadlineMention, TaskFields, UnitMention } from './model';
import type { Located, Range } from './range';

/*
 * What a piece of text states, read where the piece begins and moved to where it stands. Copies are written out: a spread
 * takes some five times as long.
 */

/** What a piece of text states, and where it begins. */
export interface StatedPiece {
  readonly fields: TaskFields;
  readonly start: number;
}

/**
 * What the pieces of a task state, each kind moved when somebody asks for it: nobody does of most tasks after an edit
 * elsewhere, and to move all that a draft states took as long as to read its structure. A class, for objects with getters
 * of their own survive the collection of young ones.
 */
export class StatedFields implements TaskFields {
  private readonly moved: { -readonly [Kind in keyof TaskFields]?: TaskFields[Kind] } = {};

  constructor(private readonly pieces: readonly StatedPiece[]) {}

  get clauses(): TaskFields['clauses'] {
    return (this.moved.clauses ??= this.join(({ fields }) => fields.clauses, moveClause));
  }

  get units(): TaskFields['units'] {
    return (this.moved.units ??= this.join(({ fields }) => fields.units, moveUnit));
  }

  get deadlines(): TaskFields['deadlines'] {
    return (this.moved.deadlines ??= this.join(({ fields }) => fields.deadlines, moveDeadline));
  }

  get frequencies(): TaskFields['frequencies'] {
    return (this.moved.frequencies ??= this.join(({ fields }) => fields.frequencies, moveLocated));
  }

  get targets(): TaskFields['targets'] {
    return (this.moved.targets ??= this.join(({ fields }) => fields.targets, moveLocated));
  }

  /** See `contentsOf`. */
  contents(by: number): Range[] {
    return this.pieces.flatMap(({ fields, start }) => contentsOf(fields, start + by));
  }

  /** All of it as plain data. */
  spelt(): TaskFields {
    const { clauses, units, deadlines, frequencies, targets } = this;
    return { clauses, units, deadlines, frequencies, targets };
  }

  private join<T>(of: (piece: StatedPiece) => readonly T[], move: (one: T, by: number) => T): readonly T[] {
    const joined: T[] = [];
    for (const piece of this.pieces) for (const one of of(piece)) joined.push(move(one, piece.start));
    return joined;
  }
}

/** Where the contents of the parts of clauses stand, in order; the clauses are not moved for it. */
export function contentsOf(fields: TaskFields, by = 0): Range[] {
  if (fields instanceof StatedFields) return fields.contents(by);
  const ranges: Range[] = [];
  for (const { parts } of fields.clauses)
    for (const { content } of parts) ranges.push(moveRange(content.range, by));
  return ranges;
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
