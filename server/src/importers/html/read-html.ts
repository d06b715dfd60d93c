import { joinHeaderRows } from '../text/header-rows';
import { writeTable } from '../text/write-table';
import { tokeniseHtml, type HtmlToken } from './tokenise-html';

/** Elements that begin and end a paragraph. */
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|aside|nav|blockquote|pre|form|fieldset|figure|figcaption|address|center|hr|body|html|caption)$/;
const MOST_COLUMNS = 64;
const MOST_ROWS = 65_534;

/** Reads HTML from a clipboard or a saved page as plain paragraphs and GFM tables; styles and links are dropped. */
export function readHtml(source: string): string {
  const reader = new HtmlReader();
  for (const token of tokeniseHtml(source)) reader.take(token);
  return reader.finish();
}

/** A `GridRow` being written. */
interface OpenRow {
  readonly cells: string[];
  readonly starts: number[];
  readonly covered: boolean[];
}

interface OpenTable {
  readonly rows: OpenRow[];
  /** Rows each column is still covered by a cell above. */
  readonly covered: number[];
  cell: { readonly lines: string[]; readonly colspan: number; readonly rowspan: number } | undefined;
}

class HtmlReader {
  private readonly blocks: string[] = [];
  private readonly tables: OpenTable[] = [];
  private line = '';
  /** Depth of elements whose text is not shown: list markers that Word writes for others, hidden text. */
  private hidden = 0;
  private hiddenBy = '';

  take(token: HtmlToken): void {
    if (this.hidden > 0) return this.skip(token);
    if (token.kind === 'text') this.line += token.text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    else if (token.kind === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  finish(): string {
    this.endLine();
    while (this.tables.length > 0) this.close('table');
    return this.blocks.join('\n\n');
  }

  private skip(token: HtmlToken): void {
    if (token.kind === 'text' || token.name !== this.hiddenBy) return;
    this.hidden += token.kind === 'open' ? 1 : -1;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = attributes['style'] ?? '';
    if (
      /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style) &&
      !/^(?:br|img|hr|input|meta|link)$/.test(name)
    ) {
      this.hidden = 1;
      this.hiddenBy = name;
    } else if (name === 'br') this.endLine();
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (BLOCK.test(name)) this.endLine();
  }

  private close(name: string): void {
    if (name === 'table') this.closeTable();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'tr' || BLOCK.test(name)) this.endLine();
  }

  private endLine(): void {
    const text = this.line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    this.line = '';
    if (text === '') return;
    const cell = this.tables.at(-1)?.cell;
    if (cell !== undefined) cell.lines.push(text);
    else this.blocks.push(text);
  }

  private openTable(): void {
    this.endLine();
    this.tables.push({ rows: [], covered: [], cell: undefined });
  }

  private openRow(): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (table === undefined || table.rows.length >= MOST_ROWS) return;
    endRow(table);
    table.rows.push(emptyRow());
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length === 0) table.rows.push(emptyRow());
    const span = (name: string): number => Math.min(MOST_COLUMNS, Math.max(1, Number(attributes[name]) || 1));
    table.cell = {
      lines: [],
      colspan: span('colspan'),
      rowspan: Math.max(1, Number(attributes['rowspan']) || 1),
    };
  }

  /** One text a column: what merged cells cover is empty. */
  private closeCell(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    this.endLine();
    const { cell, covered } = table;
    const row = table.rows.at(-1);
    table.cell = undefined;
    if (cell === undefined || row === undefined) return;
    fillCovered(row, covered);
    const start = row.cells.length;
    for (let i = 0; i < cell.colspan && row.cells.length < MOST_COLUMNS; i++) {
      covered[row.cells.length] = cell.rowspan - 1;
      pushCell(row, i === 0 ? cell.lines.join('\n') : '', start, false);
    }
  }

  private closeTable(): void {
    this.closeCell();
    const table = this.tables.pop();
    if (table === undefined) return;
    endRow(table);
    const rows = table.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    const outer = this.tables.at(-1)?.cell;
    // A table in a cell, and one that only lays a page out, are lines.
    if (outer !== undefined)
      outer.lines.push(...rows.map(({ cells }) => cells.filter((cell) => cell !== '').join('　')));
    else if (width <= 1) this.blocks.push(...rows.flatMap(({ cells: [cell = ''] }) => cell.split('\n')));
    else this.pushTable(rows);
  }

  private pushTable(rows: OpenRow[]): void {
    while (rows.length > 1 && rows[0]?.cells.filter((cell) => cell !== '').length === 1)
      this.blocks.push((rows.shift()?.cells ?? []).join(''));
    const [header = [], ...body] = joinHeaderRows(rows);
    this.blocks.push(writeTable(header, body));
  }
}

/** What cells above cover to the right of a row's last cell. */
function endRow({ rows, covered }: OpenTable): void {
  const row = rows.at(-1);
  while (row !== undefined && row.cells.length < covered.length) {
    const column = row.cells.length;
    const above = covered[column] ?? 0;
    covered[column] = Math.max(0, above - 1);
    pushCell(row, '', column, above > 0);
  }
}

/** Columns that a cell of a row above reaches down into. */
function fillCovered(row: OpenRow, covered: number[]): void {
  while ((covered[row.cells.length] ?? 0) > 0 && row.cells.length < MOST_COLUMNS) {
    const column = row.cells.length;
    covered[column] = (covered[column] ?? 1) - 1;
    pushCell(row, '', column, true);
  }
}

function emptyRow(): OpenRow {
  return { cells: [], starts: [], covered: [] };
}

function pushCell(
  { cells, starts, covered }: OpenRow,
  text: string,
  start: number,
  isCovered: boolean,
): void {
  cells.push(text);
  starts.push(start);
  covered.push(isCovered);
}
