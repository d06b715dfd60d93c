import type { FieldReader } from './field-reader';
import { linkRows } from './link-rows';
import type { Clause, Item, StatedAbove, Table, TableRow, Task, TaskFields } from './model';
import { StatedFields, type StatedPiece } from './move-fields';
import { isWritten } from './placeholder';
import type { Range } from './range';
import { ownPiecesOf, SectionReader } from './section-statements';
import { findTaskItems } from './tasks';

/** The tables of a draft's body, and those with the ones of its attachments. */
export interface TablesOfDraft {
  readonly inBody: readonly Table[];
  readonly all: readonly Table[];
}

export function readTasks(
  text: string,
  items: readonly Item[],
  tables: TablesOfDraft,
  { year, reader }: Omit<TaskReading, 'above'>,
): readonly Task[] {
  const taskItems = findTaskItems(items, tables.inBody, text);
  const rows = linkRows(taskItems, tables.all);
  const sections = new SectionReader(text, year, reader);
  const tasks: Task[] = [];
  for (const item of taskItems)
    tasks.push(
      createTask(text, item, rows.get(item) ?? NO_ROWS, { year, reader, above: sections.above(item) }),
    );
  return tasks;
}

const NO_ROWS: readonly TableRow[] = [];

/** What a task is read by, besides its text and rows. */
interface TaskReading {
  readonly year: number | undefined;
  readonly reader: FieldReader;
  readonly above: StatedAbove;
}

export function createTask(
  text: string,
  item: Item,
  rows: readonly TableRow[],
  { year, reader, above }: TaskReading,
): Task {
  const pieces = piecesOf(item, text).map(({ start, end }): StatedPiece => {
    return { fields: reader.fields(text.slice(start, end), year), start };
  });
  const range = { start: item.range.start, end: item.range.end };
  return {
    item,
    number: item.number,
    title: item.title,
    line: item.line,
    section: item.parent,
    range,
    fields: new StatedFields(pieces),
    above,
    rows,
    complete: {
      target:
        pieces.some(({ fields }) => fields.targets.some(isWritten) || states(fields, 'target')) ||
        rows.some(({ target }) => target !== undefined && isWritten(target)),
      unit:
        pieces.some(({ fields }) => fields.units.some(isWritten)) ||
        rows.some((row) => row.units.some(isWritten)) ||
        above.units.length > 0,
      deadline:
        pieces.some(({ fields }) => fields.deadlines.some(isWritten) || states(fields, 'deadline')) ||
        rows.some((row) => row.deadlines.some(isWritten)) ||
        above.deadlines.length > 0,
    },
  };
}

function states(fields: TaskFields, field: Clause['parts'][number]['field']): boolean {
  return fields.clauses.some((clause) =>
    clause.parts.some((part) => part.field === field && isWritten(part.content)),
  );
}

/** The texts of a task, in order: its line after the marker, its paragraphs, then its sub-points in the same way. */
function piecesOf(item: Item, text: string): readonly Range[] {
  const own = ownPiecesOf(item, text);
  return item.children.length === 0
    ? own
    : [...own, ...item.children.flatMap((child) => piecesOf(child, text))];
}
