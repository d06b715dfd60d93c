import { PIPE, trimEnd } from '../markdown/characters';
import { splitCells } from '../markdown/table-syntax';
import { toSimplified } from '../simplified';
import { isSecondHeader } from '../second-header';
import { isGroupRow } from '../table-cells';

/** What means something to comments and cells; a row that holds it is read with its table. */
const SYNTAX = /[<>\\｜\t\r\n\0]/;

/**
 * What a table sees of a row besides what stands in its cells; undefined for a line that may be anything but a row, or
 * mean something to its neighbours.
 */
export function roleOfRow(line: string): string | undefined {
  const end = trimEnd(line, 0, line.length);
  const isBarred = line.charCodeAt(0) === PIPE && end > 1 && line.charCodeAt(end - 1) === PIPE;
  if (!isBarred || SYNTAX.test(line) || toSimplified(line) !== line) return undefined;
  const cells = splitCells(line, 0, end).map((cell) => line.slice(cell.start, cell.end));
  // The head of its table may be of two rows.
  if (isSecondHeader(cells)) return undefined;
  return `${cells.length} ${line.length - end} ${isGroupRow(cells)}`;
}
