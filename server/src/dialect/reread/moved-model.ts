import type { Block, TableBlock, TextBlock } from '../blocks';
import type { FieldReader } from '../field-reader';
import { splitCells } from '../markdown/table-syntax';
import type { Attachment, Draft, Item, Marker, Paragraph, Table, TableRow } from '../model';
import { moveDeadline, moveLocated, moveRange, moveUnit } from '../move-fields';
import { once } from '../once';
import { isRange, type Range } from '../range';
import { readHeading } from '../structure';
import { fromGfmTable } from '../tables';
import type { DraftFrame } from './draft-frame';
import type { EditMap, RewrittenLines } from './edit-map';
import { asidesOf } from './head-lines';
import type { LinedText } from './lined-text';
import { ownTexts, readOwnText, type ItemText } from './own-text';

/**
 * Parts of a draft's model as they stand in another version; what was one object stays one. Titles and rows on lines
 * that were edited are read from there.
 */
export class MovedModel {
  private readonly items = new Map<Item, Item>();
  private readonly tables = new Map<Table, Table>();
  private readonly rows = new Map<TableRow, TableRow>();

  constructor(
    private readonly frame: DraftFrame,
    private readonly map: EditMap,
    private readonly linedText: LinedText,
    private readonly fieldReader: FieldReader,
  ) {}

  /** An item; its parent and children when somebody asks for them. */
  item(item: Item): Item {
    let moved = this.items.get(item);
    if (moved === undefined) this.items.set(item, (moved = this.moveItem(item)));
    return moved;
  }

  private moveItem(item: Item): Item {
    const { map } = this;
    const by = map.shiftOf(item.line);
    const rewritten = map.rewritten.find(({ own }) => own.item === item);
    const text = rewritten
      ? readOwnText(this.linedText, map, rewritten)
      : map.changed.has(item.line)
        ? this.readTitle(item)
        : this.moveTitle(item, by);
    const place = { range: map.rangeOf(item.range), line: map.lineNow(item.line) };
    return new MovedItem(this, item, { ...text, ...place }, by);
  }

  private moveTitle({ title, titleRange, lineRange, paragraphs }: Item, by: number): ItemText {
    return {
      title,
      titleRange: moveRange(titleRange, by),
      lineRange: moveRange(lineRange, by),
      paragraphs: paragraphs.map((paragraph) => this.paragraph(paragraph)),
    };
  }

  private readTitle({ line, lineRange, paragraphs }: Item): ItemText {
    const { start, end } = this.map.rangeOf(lineRange);
    const heading = readHeading(this.linedText.text.slice(start, end));
    return {
      title: heading.title,
      titleRange: { start: start + heading.start, end: start + heading.end },
      lineRange: { start, end },
      paragraphs: paragraphs.map((paragraph) =>
        paragraph.line === line
          ? { range: { start: start + heading.runInStart, end }, line: this.map.lineNow(line) }
          : this.paragraph(paragraph),
      ),
    };
  }

  /** The blocks of the draft, as they stand now. */
  blocks(blocks: readonly Block[]): readonly Block[] {
    const { rewritten } = this.map;
    let next = 0;
    const { head } = this.map;
    const below = head ? blocks.filter(({ line }) => line >= head.until) : blocks;
    const moved = below.flatMap((block) => {
      while (next < rewritten.length && (rewritten[next] as RewrittenLines).own.until <= block.line) next++;
      const one = rewritten[next];
      if (one === undefined || block.line < one.own.first) return this.block(block);
      return block.line === one.own.first ? ownTexts(this.linedText, this.map, one) : [];
    });
    return head ? [...head.draft.blocks.filter(({ line }) => line < head.untilNow), ...moved] : moved;
  }

  titleOf(item: Item): string {
    return this.map.changed.has(item.line) ? this.item(item).title : item.title;
  }

  private paragraph({ range, line }: Paragraph): Paragraph {
    return { range: this.map.onLine(line)(range), line: this.map.lineNow(line) };
  }

  table(table: Table): Table {
    let moved = this.tables.get(table);
    if (moved === undefined)
      this.tables.set(table, (moved = this.isEdited(table) ? this.readTable(table) : this.moveTable(table)));
    return moved;
  }

  /** Whether a row of a table was edited: its numbers and names go on from row to row, so that it is read as a whole. */
  isEdited(table: Table): boolean {
    return this.editedTables().has(table);
  }

  /** Asked of a table for each of its rows. */
  private readonly editedTables = once(
    () => new Set([...this.map.changed.keys()].flatMap((line) => this.frame.tableOn(line) ?? [])),
  );

  private readTable(table: Table): Table {
    const { attachment, title } = table;
    const place = { attachment, title, year: this.frame.draft.year, fieldReader: this.fieldReader };
    const read = fromGfmTable(
      this.linedText.text,
      this.block(this.frame.blockOn(table.line)) as TableBlock,
      place,
    ) as Table;
    table.rows.forEach((row, index) => this.rows.set(row, read.rows[index] as TableRow));
    return read;
  }

  private moveTable({ source, range, line, columns, rows, attachment, title }: Table): Table {
    return {
      source,
      range: this.map.rangeOf(range),
      line: this.map.lineNow(line),
      columns: columns.map(({ role, header, group }) => ({
        role,
        header: moveLocated(header, this.map.shiftOf(line)),
        group: group && moveLocated(group, this.map.shiftOf(line)),
      })),
      rows: rows.map((row) => this.row(row)),
      attachment,
      title,
    };
  }

  row(row: TableRow): TableRow {
    const table = this.frame.tableOn(row.line);
    if (table !== undefined && !this.rows.has(row) && this.isEdited(table)) this.table(table);
    let moved = this.rows.get(row);
    if (moved === undefined) this.rows.set(row, (moved = moveRow(row, this.map)));
    return moved;
  }

  attachment({ label, number, title, line, range, tables, preamble, items }: Attachment): Attachment {
    return {
      label: this.part(label),
      number,
      title: this.part(title),
      line: this.map.lineNow(line),
      range: this.map.rangeOf(range),
      tables: tables.map((table) => this.table(table)),
      preamble: this.part(preamble),
      items: items.map((item) => this.item(item)),
    };
  }

  /** What of a draft is neither text nor tables; there is little of it. */
  aside({
    furniture,
    notice,
    body,
    attachmentsListed,
  }: Draft): Pick<Draft, 'furniture' | 'notice' | 'body' | 'attachmentsListed'> {
    const { head } = this.map;
    const moved = this.part({ furniture, notice, body, attachmentsListed });
    return head ? { ...moved, ...asidesOf(head, this.frame.draft, this.map) } : moved;
  }

  /** A value with all ranges in it moved, and all lines counted as they are now. */
  part<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    if (isRange(value)) return this.map.rangeOf(value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => this.part(one)) as T;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => [
        key,
        key === 'line' && typeof inner === 'number' ? this.map.lineNow(inner) : this.part(inner),
      ]),
    ) as T;
  }

  block(block: Block): Block {
    if (block.kind === 'text') return this.textBlock(block);
    if (block.kind === 'table') return this.tableBlock(block);
    return { ...block, line: this.map.lineNow(block.line), range: this.map.rangeOf(block.range) };
  }

  private textBlock({ kind, line, lineRange, range, headingDepth, listItem }: TextBlock): TextBlock {
    const of = this.map.onLine(line);
    return {
      kind,
      line: this.map.lineNow(line),
      lineRange: of(lineRange),
      range: of(range),
      headingDepth,
      listItem,
    };
  }

  private tableBlock({ kind, line, range, header, rows }: TableBlock): TableBlock {
    const by = this.map.shiftOf(line);
    return {
      kind,
      line: this.map.lineNow(line),
      range: this.map.rangeOf(range),
      header: header.map((cell) => moveRange(cell, by)),
      rows: rows.map((row) => this.blockRow(row)),
    };
  }

  blockRow({ line, range, cells }: TableBlock['rows'][number]): TableBlock['rows'][number] {
    const { map } = this;
    if (!map.changed.has(line)) {
      const by = map.shiftOf(line);
      return {
        line: map.lineNow(line),
        range: moveRange(range, by),
        cells: cells.map((cell) => moveRange(cell, by)),
      };
    }
    const place = map.rangeOf(range);
    return {
      line: map.lineNow(line),
      range: place,
      cells: splitCells(this.linedText.text, place.start, place.end),
    };
  }
}

/** As it was read, further on. A class for the same reason as `LazyDraft`. */
class MovedItem implements Item {
  readonly marker: Marker;
  readonly level: number;
  readonly number: number;
  readonly title: string;
  readonly titleRange: Range;
  readonly runIn: boolean;
  readonly headingDepth: number | undefined;
  readonly line: number;
  readonly lineRange: Range;
  readonly paragraphs: readonly Paragraph[];
  readonly range: Range;
  readonly isFraming: boolean;
  private movedChildren: readonly Item[] | undefined;

  constructor(
    private readonly model: MovedModel,
    private readonly read: Item,
    { title, titleRange, lineRange, paragraphs, range, line }: ItemText & Pick<Item, 'range' | 'line'>,
    by: number,
  ) {
    const { marker, level, number, runIn, headingDepth, isFraming } = read;
    this.marker = moveMarker(marker, by);
    this.level = level;
    this.number = number;
    this.title = title;
    this.titleRange = titleRange;
    this.runIn = runIn;
    this.headingDepth = headingDepth;
    this.line = line;
    this.lineRange = lineRange;
    this.paragraphs = paragraphs;
    this.range = range;
    this.isFraming = isFraming;
  }

  get parent(): Item | undefined {
    return this.read.parent && this.model.item(this.read.parent);
  }

  get children(): readonly Item[] {
    return (this.movedChildren ??= this.read.children.map((child) => this.model.item(child)));
  }
}

function moveMarker({ text, range, style, number, flaws, expected, lead }: Marker, by: number): Marker {
  return { text, range: moveRange(range, by), style, number, flaws, expected, lead: moveRange(lead, by) };
}

function moveRow(row: TableRow, map: EditMap): TableRow {
  const by = map.shiftOf(row.line);
  const { line, range, cells, no, expectedNo, name, nameCell, target, units, deadlines } = row;
  return {
    line: map.lineNow(line),
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
