import { readDeadlineField, readDeadlines, readFields, readUnitCell } from './fields';
import type { DeadlineMention, TaskFields, UnitMention, UnitRole } from './model';
import { detach, remember } from './remember';

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
  return new RememberingReader();
}

/** A reader for one reading: a task is nearly never said twice in a draft, and only cells of tables are remembered. */
export function createPassingReader(): FieldReader {
  return new PassingReader();
}

/** Methods outlive the readers: an engine forgets what it has compiled of a function when the last one of its kind goes. */
class PassingReader implements FieldReader {
  private readonly unitCells = byOption((role: UnitRole) => remember((text) => readUnitCell(text, role)));
  private readonly found = byOption((year: number | undefined) =>
    remember((text) => readDeadlines(text, year)),
  );
  private readonly deadlineCells = byOption((year: number | undefined) =>
    remember((text) => readDeadlineField(text, year)),
  );

  /** A text that is no part of another is gone through in less time. */
  fields(text: string, year: number | undefined): TaskFields {
    return readFields(detach(text), { year });
  }

  unitCell(text: string, role: UnitRole): readonly UnitMention[] {
    return this.unitCells(role)(text);
  }

  deadlines(text: string, year: number | undefined): readonly DeadlineMention[] {
    return this.found(year)(text);
  }

  deadlineCell(text: string, year: number | undefined): readonly DeadlineMention[] {
    return this.deadlineCells(year)(text);
  }
}

class RememberingReader extends PassingReader {
  private readonly pieces = byOption((year: number | undefined) =>
    remember((text) => readFields(text, { year })),
  );

  override fields(text: string, year: number | undefined): TaskFields {
    return this.pieces(year)(text);
  }
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
