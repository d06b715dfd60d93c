import type { Block, TableBlock } from '../blocks';
import type { Draft, Item, Paragraph, Table, TableRow, Task } from '../model';
import { once } from '../once';
import type { Range } from '../range';
import { HeadLines } from './head-lines';
import { OwnLinesFinder, type OwnLines } from './own-lines';
import { isPlain } from './plain-draft';
import type { RowLinks } from './row-links';

/** A line of an item's text: the one it begins on, or a paragraph's. */
export interface ItemLine {
  readonly kind: 'item';
  readonly item: Item;
  /** Undefined where the title fills the line. */
  readonly paragraph: Paragraph | undefined;
  /** The index of the task; undefined for items that are none. */
  readonly task: number | undefined;
}

/** A line of a table below its head. */
export interface RowLine {
  readonly kind: 'row';
  readonly block: TableBlock;
  /** The index of the row. */
  readonly row: number;
  /** Undefined where the table is none of tasks. */
  readonly table: Table | undefined;
}

/** Which lines of a draft that was wholly read may be edited without anything else in it being read otherwise. */
export class DraftFrame {
  private readonly rowLines = once(() => this.findRowLines());
  private readonly taskOfRow = once(() => this.findTasksOfRows());
  private readonly own = once(() => new OwnLinesFinder(this.draft));
  /** Asked last: most edits that a draft is wholly read for are told by their lines. */
  private readonly isPlain = once(() => isPlain(this.draft));
  private readonly headLines = once(() => new HeadLines(this.draft));
  private versions = 0;

  constructor(readonly draft: Draft) {}

  /** For a version that is made of this draft: another one each time. */
  nextNumber(): number {
    return ++this.versions;
  }

  /** The lines above the first item; undefined where none of the draft may be edited. */
  get head(): HeadLines | undefined {
    return this.isPlain() ? this.headLines() : undefined;
  }

  private findRowLines(): ReadonlyMap<number, RowLine> {
    const { blocks, tables, outline } = this.draft;
    const found = new Map<number, RowLine>();
    const first = outline[0]?.line ?? Infinity;
    for (const block of blocks) {
      if (block.kind !== 'table' || block.line <= first) continue;
      const table = tables.find(({ source, line }) => source === 'gfm' && line === block.line);
      let row = 0;
      for (const { line } of block.rows)
        // A row that heads a group of rows is none of the table's.
        if (table === undefined || table.rows[row]?.line === line)
          found.set(line, { kind: 'row', block, table, row: row++ });
    }
    return found;
  }

  private findTasksOfRows(): ReadonlyMap<TableRow, number> {
    const found = new Map<TableRow, number>();
    this.draft.tasks.forEach(({ rows }, task) => rows.forEach((row) => found.set(row, task)));
    return found;
  }

  lineOf(line: number): ItemLine | RowLine | undefined {
    const place = this.itemLine(line);
    return place && this.isPlain() ? place : this.rowLine(line);
  }

  private itemLine(line: number): ItemLine | undefined {
    const { outline, tasks } = this.draft;
    const item = outline[lastUpTo(outline, line)];
    if (item === undefined || line === outline[0]?.line) return undefined;
    const paragraph = item.paragraphs.find((one) => one.line === line);
    if (item.line !== line && paragraph === undefined) return undefined;
    const task = lastUpTo(tasks, line);
    const isOfTask = task >= 0 && standsUnder(item, (tasks[task] as Task).item);
    return { kind: 'item', item, paragraph, task: isOfTask ? task : undefined };
  }

  /** The own lines of the item that a line belongs to. */
  ownLines(line: number): OwnLines | undefined {
    const place = this.lineOf(line);
    return place?.kind === 'item' ? this.own().of(place.item, place.task) : undefined;
  }

  /** The rows that take their name from a row: itself, and those below it that leave theirs empty. */
  private namedBy({ table, row }: RowLine): readonly TableRow[] {
    const rows = table?.rows.slice(row) ?? [];
    const end = rows.findIndex(({ nameCell }) => nameCell !== rows[0]?.nameCell);
    return end < 0 ? rows : rows.slice(0, end);
  }

  /** The row of a table of tasks on a line. */
  rowOn(line: number): TableRow | undefined {
    const place = this.rowLine(line);
    return place?.table?.rows[place.row];
  }

  /** The table of tasks on a line that may be edited. */
  tableOn(line: number): Table | undefined {
    return this.rowLine(line)?.table;
  }

  private rowLine(line: number): RowLine | undefined {
    const place = this.rowLines().get(line);
    return place && this.isPlain() ? place : undefined;
  }

  /** The block that stands on a line, or goes on there; the last one above where there is none. */
  blockOn(line: number): Block {
    const { blocks } = this.draft;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blocks[middle] as Block).line <= line) low = middle;
      else high = middle - 1;
    }
    return blocks[low] as Block;
  }

  /** The indices of the tasks that state what stands on a line, by the links of this draft or those of another version. */
  tasksOn(line: number, links: RowLinks): readonly number[] {
    const place = this.lineOf(line);
    if (place?.kind === 'item') return place.task === undefined ? [] : [place.task];
    const rows = place === undefined ? [] : this.namedBy(place);
    const linked = [...links].filter(([, own]) => own.some((row) => rows.includes(row)));
    return [...rows.flatMap((row) => this.taskOfRow().get(row) ?? []), ...linked.map(([task]) => task)];
  }
}

/** The stretches of text on one line: that of an item or paragraph, or those of a row's cells. */
export interface Stretches {
  readonly kind: 'line' | 'cell';
  readonly ranges: readonly Range[];
}

export function stretchesOf(block: Block, line: number): Stretches {
  if (block.kind !== 'table') return { kind: 'line', ranges: [block.range] };
  return { kind: 'cell', ranges: block.rows.find((row) => row.line === line)?.cells ?? block.header };
}

/** The index of the last that begins on a line or above it; -1 where there is none. */
function lastUpTo(placed: readonly { readonly line: number }[], line: number): number {
  let low = -1;
  let high = placed.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((placed[middle] as { readonly line: number }).line <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function standsUnder(item: Item, other: Item): boolean {
  for (let at: Item | undefined = item; at !== undefined; at = at.parent) if (at === other) return true;
  return false;
}
