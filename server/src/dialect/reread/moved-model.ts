import type { Block } from '../blocks';
import type { Attachment, Draft, Item, Marker, Paragraph, Table, TableRow } from '../model';
import { moveDeadline, moveLocated, moveRange, moveUnit } from '../move-fields';
import type { Range } from '../range';
import type { EditMap } from './edit-map';

/** Parts of a draft's model as they stand in another version; what was one object stays one. */
export class MovedModel {
  private readonly items = new Map<Item, Item>();
  private readonly tables = new Map<Table, Table>();
  private readonly rows = new Map<TableRow, TableRow>();

  constructor(private readonly map: EditMap) {}

  /** An item; its parent and children when somebody asks for them. */
  item(item: Item): Item {
    let moved = this.items.get(item);
    if (moved === undefined) this.items.set(item, (moved = this.moveItem(item)));
    return moved;
  }

  private moveItem(item: Item): Item {
    const { map } = this;
    const of = (other: Item): Item => this.item(other);
    const by = map.shiftOf(item.line);
    const { marker, level, number, title, titleRange, runIn, headingDepth, line, isFraming } = item;
    let children: readonly Item[] | undefined;
    return {
      marker: moveMarker(marker, by),
      level,
      number,
      title,
      titleRange: moveRange(titleRange, by),
      runIn,
      headingDepth,
      line,
      lineRange: this.map.rangeOf(item.lineRange),
      paragraphs: item.paragraphs.map((paragraph) => this.paragraph(paragraph)),
      range: map.rangeOf(item.range),
      get parent() {
        return item.parent && of(item.parent);
      },
      get children() {
        return (children ??= item.children.map(of));
      },
      isFraming,
    };
  }

  paragraph({ range, line }: Paragraph): Paragraph {
    const isChanged = this.map.changed.has(line);
    return { range: isChanged ? this.map.rangeOf(range) : moveRange(range, this.map.shiftOf(line)), line };
  }

  /** No line of a table is a changed one. */
  table(table: Table): Table {
    let moved = this.tables.get(table);
    if (moved === undefined) this.tables.set(table, (moved = this.moveTable(table)));
    return moved;
  }

  private moveTable({ source, range, line, columns, rows, attachment, title }: Table): Table {
    return {
      source,
      range: this.map.rangeOf(range),
      line,
      columns: columns.map(({ role, header }) => ({
        role,
        header: moveLocated(header, this.map.shiftOf(line)),
      })),
      rows: rows.map((row) => this.row(row)),
      attachment,
      title,
    };
  }

  row(row: TableRow): TableRow {
    let moved = this.rows.get(row);
    if (moved === undefined) this.rows.set(row, (moved = moveRow(row, this.map.shiftOf(row.line))));
    return moved;
  }

  attachment({ label, number, title, line, range, tables, preamble, items }: Attachment): Attachment {
    return {
      label: this.part(label),
      number,
      title: this.part(title),
      line,
      range: this.map.rangeOf(range),
      tables: tables.map((table) => this.table(table)),
      preamble: this.part(preamble),
      items: items.map((item) => this.item(item)),
    };
  }

  /** What of a draft is neither text nor tables; there is little of it. */
  aside(draft: Draft): Pick<Draft, 'directives' | 'furniture' | 'notice' | 'body' | 'attachmentsListed'> {
    const { directives, furniture, notice, body, attachmentsListed } = draft;
    return this.part({ directives, furniture, notice, body, attachmentsListed });
  }

  /** A value with all ranges in it moved. */
  private part<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    if (isRange(value)) return this.map.rangeOf(value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => this.part(one)) as T;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.part(inner)])) as T;
  }

  block(block: Block): Block {
    const { map } = this;
    if (block.kind !== 'text' && block.kind !== 'table') return { ...block, range: map.rangeOf(block.range) };
    const by = map.shiftOf(block.line);
    if (block.kind === 'table')
      return {
        kind: block.kind,
        line: block.line,
        range: moveRange(block.range, by),
        header: block.header.map((cell) => moveRange(cell, by)),
        rows: block.rows.map(({ line, range, cells }) => {
          return { line, range: moveRange(range, by), cells: cells.map((cell) => moveRange(cell, by)) };
        }),
      };
    const { kind, line, headingDepth, listItem } = block;
    const of = (range: Range): Range => (map.changed.has(line) ? map.rangeOf(range) : moveRange(range, by));
    return { kind, line, lineRange: of(block.lineRange), range: of(block.range), headingDepth, listItem };
  }
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value;
}

function moveMarker({ text, range, style, number, flaws, expected, lead }: Marker, by: number): Marker {
  return { text, range: moveRange(range, by), style, number, flaws, expected, lead: moveRange(lead, by) };
}

function moveRow(row: TableRow, by: number): TableRow {
  const { line, range, cells, no, expectedNo, name, nameCell, target, units, deadlines } = row;
  return {
    line,
    range: moveRange(range, by),
    cells: cells.map((cell) => moveLocated(cell, by)),
    no: no && moveLocated(no, by),
    expectedNo,
    name,
    nameCell: nameCell && moveLocated(nameCell, by),
    target: target && moveLocated(target, by),
    units: units.map((unit) => moveUnit(unit, by)),
    deadlines: deadlines.map((deadline) => moveDeadline(deadline, by)),
  };
}
