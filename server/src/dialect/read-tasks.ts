import type { FieldReader } from './field-reader';
import { linkRows } from './link-rows';
import type { Clause, Item, Table, TableRow, Task, TaskFields } from './model';
import { moveFields } from './move-fields';
import type { Range } from './range';
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

export function createTask(
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
  return moveFields(reader.fields(text.slice(piece.start, piece.end), year), piece.start);
}

function mergeFields(pieces: readonly TaskFields[]): TaskFields {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  return {
    clauses: joined(pieces, (piece) => piece.clauses),
    units: joined(pieces, (piece) => piece.units),
    deadlines: joined(pieces, (piece) => piece.deadlines),
    frequencies: joined(pieces, (piece) => piece.frequencies),
    targets: joined(pieces, (piece) => piece.targets),
  };
}

function joined<T>(pieces: readonly TaskFields[], of: (piece: TaskFields) => readonly T[]): readonly T[] {
  const stated = pieces.map(of).filter((list) => list.length > 0);
  return stated.length > 1 ? stated.flat() : (stated[0] ?? []);
}
