import { readDeadlineField, readDeadlines, readFields, readUnitCell } from './fields';
import type { DeadlineMention, TaskFields, UnitMention, UnitRole } from './model';

/** Reads what pieces of text state; the same piece, role and year always give the same answer. */
export interface FieldReader {
  fields(text: string, year: number | undefined): TaskFields;
  unitCell(text: string, role: UnitRole): readonly UnitMention[];
  deadlines(text: string, year: number | undefined): readonly DeadlineMention[];
  /** The deadlines of a place that is for nothing else: 全年, 二季度 are ones there. */
  deadlineCell(text: string, year: number | undefined): readonly DeadlineMention[];
}

/** Answers remembered of each kind; a plan of 400 tasks asks for some 2,000. */
const REMEMBERED = 20_000;

/** A reader that remembers the pieces it has read, so that a keystroke costs only the piece it changes. */
export function createFieldReader(): FieldReader {
  const fields = remember((text, year: number | undefined) => readFields(text, { year }));
  const unitCell = remember((text, role: UnitRole) => readUnitCell(text, role));
  const deadlines = remember((text, year: number | undefined) => readDeadlines(text, year));
  const deadlineCell = remember((text, year: number | undefined) => readDeadlineField(text, year));
  return { fields, unitCell, deadlines, deadlineCell };
}

function remember<Option, Answer>(
  read: (text: string, option: Option) => Answer,
): (text: string, option: Option) => Answer {
  const memory = new Map<Option, Map<string, Answer>>();
  let count = 0;
  return (text, option) => {
    const known = memory.get(option)?.get(text);
    if (known !== undefined) return known;
    const answer = read(text, option);
    if (count++ >= REMEMBERED) {
      memory.clear();
      count = 1;
    }
    const answers = memory.get(option) ?? new Map<string, Answer>();
    memory.set(option, answers.set(text, answer));
    return answer;
  };
}
