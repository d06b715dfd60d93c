import type { TableBlock } from '../blocks';
import { padToWidth, textWidth } from '../text-width';
import type { Range } from '../range';

/** Columns wider than this are not filled up: one long cell would push every row off the screen. */
const WIDEST = 48;

/** Writes a GFM table with its columns one below the other; undefined where that is not safe. */
export function formatTable(text: string, block: TableBlock, eol: string): string | undefined {
  const alignments = readAlignments(text, block);
  if (alignments === undefined || alignments.length !== block.header.length) return undefined;
  const width = block.header.length;
  // A row with more cells than the header has them in the source only: they must not get lost.
  if (block.rows.some((row) => countCells(text, row.range) > width)) return undefined;
  const cells = (row: readonly Range[]): string[] =>
    alignments.map((_, i) => text.slice(row[i]?.start ?? 0, row[i]?.end ?? 0));
  const rows = [cells(block.header), ...block.rows.map((row) => cells(row.cells))];
  const widths = alignments.map((_, i) => columnWidth(rows.map((row) => row[i] ?? '')));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => align(cell, widths[i] ?? 3, alignments[i] ?? '---')).join(' | ')} |`;
  const delimiters = alignments.map((mark, i) => fillDelimiter(mark, widths[i] ?? 3));
  const [header, ...body] = rows.map(line);
  return [header, `| ${delimiters.join(' | ')} |`, ...body].join(eol);
}

function columnWidth(cells: readonly string[]): number {
  return Math.min(WIDEST, Math.max(3, ...cells.map(textWidth)));
}

function align(cell: string, width: number, mark: string): string {
  if (mark.endsWith(':') && !mark.startsWith(':'))
    return ' '.repeat(Math.max(0, width - textWidth(cell))) + cell;
  return padToWidth(cell, width);
}

/** `---`, `:--`, `--:` and `:-:` as wide as their column. */
function fillDelimiter(mark: string, width: number): string {
  const left = mark.startsWith(':') ? ':' : '';
  const right = mark.endsWith(':') ? ':' : '';
  return left + '-'.repeat(width - left.length - right.length) + right;
}

function readAlignments(text: string, block: TableBlock): string[] | undefined {
  const delimiter = text
    .slice(block.range.start, block.range.end)
    .split(/\r\n|\r|\n/)[1]
    ?.trim();
  if (delimiter === undefined || !/^[|:\-\s]+$/.test(delimiter)) return undefined;
  return delimiter
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function countCells(text: string, { start, end }: Range): number {
  const row = text
    .slice(start, end)
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).length;
}
