import type { TableBlock } from './blocks';
import { columnRoles, isTaskTableHeader } from './columns';
import type { FieldReader } from './field-reader';
import type { FlattenedTable } from './flattened-table';
import { moveDeadline, moveUnit } from './move-fields';
import type {
  Column,
  ColumnRole,
  DeadlineMention,
  Located,
  Table,
  TableRow,
  UnitMention,
  UnitRole,
} from './model';
import { around } from './range';
import { isGroupRow, withLineBreaks } from './table-cells';

/** What a table belongs to. */
export interface TablePlace {
  readonly attachment: number | undefined;
  readonly title: string | undefined;
  readonly year: number | undefined;
  readonly fieldReader: FieldReader;
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly Located[];
  readonly number: 'written' | 'lost' | 'merged';
}

/** Reads a GFM table as a task table; undefined where its header is not one. */
export function fromGfmTable(text: string, block: TableBlock, place: TablePlace): Table | undefined {
  const locate = (range: { start: number; end: number }): Located => ({
    value: text.slice(range.start, range.end),
    range,
  });
  const headers = block.header.map(locate);
  if (!isTaskTableHeader(headers.map((header) => header.value))) return undefined;
  const roles = columnRoles(headers.map((header) => header.value));
  const rows = block.rows.map((row): RawRow => {
    const cells = roles.map((_, i) => locate(row.cells[i] ?? { start: row.range.end, end: row.range.end }));
    return { line: row.line, cells, number: numberOf(cells, roles) };
  });
  return createTable({ source: 'gfm', headers, roles, rows, line: block.line, range: block.range }, place);
}

/** A row without number and name goes on with the item above, as vertically merged cells do. */
function numberOf(cells: readonly Located[], roles: readonly ColumnRole[]): RawRow['number'] {
  const number = cells[roles.indexOf('number')]?.value ?? '';
  if (number !== '') return 'written';
  return (cells[roles.indexOf('name')]?.value ?? '') === '' ? 'merged' : 'lost';
}

export function fromFlattenedTable(table: FlattenedTable, place: TablePlace): Table {
  const { headers, roles, rows, range, firstLine } = table;
  return createTable({ source: 'flattened', headers, roles, rows, line: firstLine, range }, place);
}

interface RawTable extends Pick<Table, 'source' | 'line' | 'range'> {
  readonly headers: readonly Located[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly RawRow[];
}

function createTable(raw: RawTable, place: TablePlace): Table {
  const columns = raw.headers.map((header, i): Column => ({ header, role: raw.roles[i] ?? 'other' }));
  const numbered = raw.roles.includes('number');
  let last = 0;
  let nameCell: Located | undefined;
  const rows = raw.rows.flatMap((row): TableRow | readonly [] => {
    const own = cellOf(row, raw.roles, 'name');
    if (own !== undefined && own.value !== '') nameCell = own;
    if (isGroupRow(row.cells.map(({ value }) => value))) return [];
    const no = numbered ? cellOf(row, raw.roles, 'number') : undefined;
    const expected = last + 1;
    // A wrong number is one finding: the rows after it count on from what it says.
    if (row.number !== 'merged') last = /^\d+$/.test(no?.value ?? '') ? Number(no?.value) : expected;
    return {
      line: row.line,
      range: around(row.cells.map(({ range }) => range)),
      cells: row.cells,
      no: no?.value === '' ? undefined : no,
      expectedNo: numbered && row.number !== 'merged' ? expected : undefined,
      name: nameCell?.value ?? '',
      nameCell,
      target: cellOf(row, raw.roles, 'target'),
      units: readUnits(row, raw.roles, place),
      deadlines: readRowDeadlines(row, raw.roles, place),
    };
  });
  return {
    source: raw.source,
    range: raw.range,
    line: raw.line,
    columns,
    rows,
    attachment: place.attachment,
    title: place.title,
  };
}

function cellOf(row: RawRow, roles: readonly ColumnRole[], role: ColumnRole): Located | undefined {
  const index = roles.indexOf(role);
  return index < 0 ? undefined : row.cells[index];
}

const UNIT_ROLES: Readonly<Partial<Record<ColumnRole, UnitRole>>> = {
  lead: 'lead',
  unit: 'responsible',
  support: 'support',
};

function readUnits(
  row: RawRow,
  roles: readonly ColumnRole[],
  { fieldReader }: TablePlace,
): readonly UnitMention[] {
  const units: UnitMention[] = [];
  row.cells.forEach(({ value, range }, i) => {
    const role = UNIT_ROLES[roles[i] ?? 'other'];
    if (role === undefined) return;
    for (const unit of fieldReader.unitCell(withLineBreaks(value), role))
      units.push(moveUnit(unit, range.start));
  });
  return units;
}

function readRowDeadlines(
  row: RawRow,
  roles: readonly ColumnRole[],
  { fieldReader, year }: TablePlace,
): readonly DeadlineMention[] {
  const deadlines: DeadlineMention[] = [];
  row.cells.forEach(({ value, range }, i) => {
    const role = roles[i];
    if (role !== 'deadline' && role !== 'target') return;
    // A dash or slash says that there is none. The classes of Unicode are only asked where the usual characters fail:
    // compiling them is dear.
    if (!/[0-9\u4e00-\u9fff]/.test(value) && !/[\p{L}\p{N}]/u.test(value)) return;
    const read = role === 'deadline' ? fieldReader.deadlineCell : fieldReader.deadlines;
    for (const found of read(withLineBreaks(value), year)) deadlines.push(moveDeadline(found, range.start));
  });
  return deadlines;
}
