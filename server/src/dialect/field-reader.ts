import { readDeadlineField, readDeadlines, readFields, readUnitCell } from './fields';
import type { DeadlineMention, TaskFields, UnitMention, UnitRole } from './model';
import { remember } from './remember';

/** Reads what pieces of text state; the same piece, role and year always give the same answer. */
export interface FieldReader {
  fields(text: string, year: number | undefined): TaskFields;
  unitCell(text: string, role: UnitRole): readonly UnitMention[];
  deadlines(text: string, year: number | undefined): readonly DeadlineMention[];
  /** The deadlines of a place that is for nothing else: 全年, 二季度 are ones there. */
  deadlineCell(text: string, year: number | undefined): readonly DeadlineMention[];
}

/** A reader that remembers the pieces it has read, so that a keystroke costs only the piece it changes. */
export function createFieldReader(): FieldReader {
  const fields = byOption((year: number | undefined) => remember((text) => readFields(text, { year })));
  const unitCell = byOption((role: UnitRole) => remember((text) => readUnitCell(text, role)));
  const deadlines = byOption((year: number | undefined) => remember((text) => readDeadlines(text, year)));
  const deadlineCell = byOption((year: number | undefined) =>
    remember((text) => readDeadlineField(text, year)),
  );
  return {
    fields: (text, year) => fields(year)(text),
    unitCell: (text, role) => unitCell(role)(text),
    deadlines: (text, year) => deadlines(year)(text),
    deadlineCell: (text, year) => deadlineCell(year)(text),
  };
}

/** Years a writer tries while writing one; each has a memory of its own. */
const OPTIONS = 8;

function byOption<Option, Reader>(create: (option: Option) => Reader): (option: Option) => Reader {
  const readers = new Map<Option, Reader>();
  return (option) => {
    const known = readers.get(option);
    if (known) return known;
    if (readers.size >= OPTIONS) readers.clear();
    const reader = create(option);
    readers.set(option, reader);
    return reader;
  };
}
