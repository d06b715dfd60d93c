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
import { around, type Range } from './range';
import { joinHeaderRows, type GroupedHeader } from './second-header';
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
  const first = block.header.map((range) => locate(text, range));
  const second = joinHeaderRows(first, block.rows[0]?.cells.map((range) => locate(text, range)) ?? []);
  const headers: readonly GroupedHeader[] = second ?? first;
  if (!isTaskTableHeader(headers.map((header) => header.value))) return undefined;
  const roles = columnRoles(headers.map((header) => header.value));
  const rows: RawRow[] = [];
  for (const row of second === undefined ? block.rows : block.rows.slice(1))
    rows.push(rawRow(text, row, roles));
  return createTable({ source: 'gfm', headers, roles, rows, line: block.line, range: block.range }, place);
}

function locate(text: string, range: Range): Located {
  return { value: text.slice(range.start, range.end), range };
}

function rawRow(text: string, row: TableBlock['rows'][number], roles: readonly ColumnRole[]): RawRow {
  const cells: Located[] = [];
  for (let i = 0; i < roles.length; i++)
    cells.push(locate(text, row.cells[i] ?? { start: row.range.end, end: row.range.end }));
  return { line: row.line, cells, number: numberOf(cells, roles) };
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
  readonly headers: readonly GroupedHeader[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly RawRow[];
}

function createTable(raw: RawTable, place: TablePlace): Table {
  const columns = raw.headers.map(({ value, range, group }, i): Column => ({
    header: { value, range },
    group,
    role: raw.roles[i] ?? 'other',
  }));
  return {
    source: raw.source,
    range: raw.range,
    line: raw.line,
    columns,
    rows: new RowReader(raw.roles, place).read(raw.rows),
    attachment: place.attachment,
    title: place.title,
  };
}

const valueOf = ({ value }: Located): string => value;
const rangeOf = ({ range }: Located): Range => range;

/** Reads rows one after another: what one says goes on in those below it. */
class RowReader {
  private readonly numbered: boolean;
  private last = 0;
  private nameCell: Located | undefined;

  constructor(
    private readonly roles: readonly ColumnRole[],
    private readonly place: TablePlace,
  ) {
    this.numbered = roles.includes('number');
  }

  read(rows: readonly RawRow[]): readonly TableRow[] {
    const found: TableRow[] = [];
    for (const row of rows) {
      const own = cellOf(row, this.roles, 'name');
      if (own !== undefined && own.value !== '') this.nameCell = own;
      if (!isGroupRow(row.cells.map(valueOf))) found.push(this.readRow(row));
    }
    return found;
  }

  private readRow(row: RawRow): TableRow {
    const { roles, place, numbered, nameCell } = this;
    const no = numbered ? cellOf(row, roles, 'number') : undefined;
    const expected = this.last + 1;
    // A wrong number is one finding: the rows after it count on from what it says.
    if (row.number !== 'merged') this.last = /^\d+$/.test(no?.value ?? '') ? Number(no?.value) : expected;
    return {
      line: row.line,
      range: around(row.cells.map(rangeOf)),
      cells: row.cells,
      no: no?.value === '' ? undefined : no,
      expectedNo: numbered && row.number !== 'merged' ? expected : undefined,
      name: nameCell?.value ?? '',
      nameCell,
      target: cellOf(row, roles, 'target'),
      units: readUnits(row, roles, place),
      deadlines: readRowDeadlines(row, roles, place),
    };
  }
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
  for (let i = 0; i < row.cells.length; i++) {
    const role = UNIT_ROLES[roles[i] ?? 'other'];
    if (role === undefined) continue;
    const { value, range } = row.cells[i] as Located;
    for (const unit of fieldReader.unitCell(withLineBreaks(value), role))
      units.push(moveUnit(unit, range.start));
  }
  return units;
}

function readRowDeadlines(
  row: RawRow,
  roles: readonly ColumnRole[],
  { fieldReader, year }: TablePlace,
): readonly DeadlineMention[] {
  const deadlines: DeadlineMention[] = [];
  for (let i = 0; i < row.cells.length; i++) {
    const role = roles[i];
    if (role !== 'deadline' && role !== 'target') continue;
    const { value, range } = row.cells[i] as Located;
    if (saysNothing(value)) continue;
    const cell = withLineBreaks(value);
    const found =
      role === 'deadline' ? fieldReader.deadlineCell(cell, year) : fieldReader.deadlines(cell, year);
    for (const one of found) deadlines.push(moveDeadline(one, range.start));
  }
  return deadlines;
}

/**
 * A dash or slash says that there is none. The classes of Unicode are only asked where the usual characters fail:
 * compiling them is dear.
 */
function saysNothing(value: string): boolean {
  return !/[0-9\u4e00-\u9fff]/.test(value) && !/[\p{L}\p{N}]/u.test(value);
}
