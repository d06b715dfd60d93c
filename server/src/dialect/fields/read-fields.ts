import type { TaskFields, UnitMention, UnitRole } from '../model';
import { readClauses, unitsOfClause } from './clauses';
import { readDeadlines } from './deadlines';
import { readFrequencies } from './frequencies';
import { readProse } from './prose';
import { readTargets } from './targets';
import { readUnitList } from './unit-list';

export interface FieldOptions {
  /** The plan's year, against which 6月底前 and 年底 resolve. */
  readonly year?: number | undefined;
}

/**
 * What one piece of a task's text (its title, a paragraph, a clause on a line of its own) states: clauses, units,
 * deadlines, frequencies, targets. Ranges are relative to the piece. A pure function of text and year.
 */
export function readFields(text: string, options: FieldOptions = {}): TaskFields {
  const { clauses } = readClauses(text);
  const prose = readProse(text, clauses);
  const units = [...clauses.flatMap((clause) => unitsOfClause(text, clause)), ...prose.units];
  return {
    clauses: [...clauses, ...prose.clauses].sort((a, b) => a.range.start - b.range.start),
    units: units.sort((a, b) => a.range.start - b.range.start),
    deadlines: readDeadlines(text, options.year),
    frequencies: readFrequencies(text),
    targets: readTargets(text),
  };
}

/** A 责任单位 cell of a table; `role` is what its column says of names no 牵头 or 配合 follows. */
export function readUnitCell(text: string, role: UnitRole = 'responsible'): UnitMention[] {
  const { clauses } = readClauses(text);
  if (clauses.some((clause) => clause.parts.some((part) => part.label)))
    return clauses
      .flatMap((clause) => unitsOfClause(text, clause))
      .map((unit) => ({ ...unit, source: 'row' }));
  return readUnitList(text, 0, text.length, { role, source: 'row', strict: false });
}
