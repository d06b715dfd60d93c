import type { FieldReader } from './field-reader';
import { linkRows } from './link-rows';
import type { Clause, Item, Table, TableRow, Task, TaskFields } from './model';
import type { Located, Range } from './range';
import { findTaskItems } from './tasks';

export function readTasks(
  text: string,
  items: readonly Item[],
  tables: readonly Table[],
  year: number | undefined,
  reader: FieldReader,
): readonly Task[] {
  const taskItems = findTaskItems(items);
  const rows = linkRows(taskItems, tables);
  return taskItems.map((item) => createTask(text, item, rows.get(item) ?? [], year, reader));
}

function createTask(
  text: string,
  item: Item,
  rows: readonly TableRow[],
  year: number | undefined,
  reader: FieldReader,
): Task {
  const fields = mergeFields(piecesOf(item).map((piece) => readPiece(text, piece, year, reader)));
  const range = { start: item.range.start, end: item.range.end };
  return {
    item,
    number: item.number,
    title: item.title,
    line: item.line,
    section: item.parent,
    range,
    fields,
    rows,
    complete: {
      target:
        fields.targets.length > 0 ||
        states(fields, 'target') ||
        rows.some((row) => (row.target?.value ?? '') !== ''),
      unit: fields.units.length > 0 || rows.some((row) => row.units.length > 0),
      deadline:
        fields.deadlines.length > 0 ||
        states(fields, 'deadline') ||
        rows.some((row) => row.deadlines.length > 0),
    },
  };
}

function states(fields: TaskFields, field: Clause['parts'][number]['field']): boolean {
  return fields.clauses.some((clause) =>
    clause.parts.some((part) => part.field === field && part.content.value.trim() !== ''),
  );
}

/** The texts of a task, in order: its line after the marker, its paragraphs, then its sub-points in the same way. */
function piecesOf(item: Item): readonly Range[] {
  const own = { start: item.titleRange.start, end: item.lineRange.end };
  const below = item.paragraphs.map((paragraph) => paragraph.range).filter((range) => range.start >= own.end);
  return [own, ...below, ...item.children.flatMap(piecesOf)];
}

function readPiece(text: string, piece: Range, year: number | undefined, reader: FieldReader): TaskFields {
  const { start } = piece;
  const fields = reader.fields(text.slice(piece.start, piece.end), year);
  const move = <T extends Located>(located: T): T => ({ ...located, range: shift(located.range, start) });
  return {
    clauses: fields.clauses.map((clause) => moveClause(clause, start)),
    units: fields.units.map(move),
    deadlines: fields.deadlines.map(move),
    frequencies: fields.frequencies.map(move),
    targets: fields.targets.map(move),
  };
}

function moveClause(clause: Clause, by: number): Clause {
  const move = (located: Located): Located => ({ ...located, range: shift(located.range, by) });
  return {
    kind: clause.kind,
    range: shift(clause.range, by),
    content: move(clause.content),
    parts: clause.parts.map((part) => ({
      ...part,
      label: part.label === undefined ? undefined : move(part.label),
      content: move(part.content),
    })),
  };
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function mergeFields(pieces: readonly TaskFields[]): TaskFields {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  return {
    clauses: pieces.flatMap((piece) => piece.clauses),
    units: pieces.flatMap((piece) => piece.units),
    deadlines: pieces.flatMap((piece) => piece.deadlines),
    frequencies: pieces.flatMap((piece) => piece.frequencies),
    targets: pieces.flatMap((piece) => piece.targets),
  };
}
