import { align } from './align';
import { paragraphContent, redlineParagraph } from './redline-paragraph';
import type { Revisions } from './revisions';
import {
  childrenOf,
  isElement,
  textsIn,
  withNodes,
  type XmlElement,
  type XmlNode,
} from '../../../xml/element';

/** The new table with the rows and words the old one had besides; undefined where the columns are not the same. */
export function redlineTable(
  old: XmlElement,
  current: XmlElement,
  revisions: Revisions,
): XmlElement | undefined {
  if (columnsOf(old) !== columnsOf(current)) return undefined;
  const rows = align(rowsOf(old), rowsOf(current)).flatMap((step): XmlElement[] => {
    if (step.kind === 'delete') return [wholeRow(step.old.row, 'w:del', revisions)];
    if (step.kind === 'insert') return [wholeRow(step.new.row, 'w:ins', revisions)];
    return redlineRow(step.old.row, step.new.row, revisions);
  });
  return withRows(current, rows);
}

/** A table that is new, or gone, as a whole. */
export function wholeTable(table: XmlElement, mark: 'w:ins' | 'w:del', revisions: Revisions): XmlElement {
  return withRows(
    table,
    rowsOf(table).map(({ row }) => wholeRow(row, mark, revisions)),
  );
}

function withRows(table: XmlElement, rows: readonly XmlElement[]): XmlElement {
  const frame = table.nodes.filter((node) => !(isElement(node) && node.name === 'w:tr'));
  return withNodes(table, [...frame, ...rows]);
}

interface Row {
  readonly kind: string;
  readonly text: string;
  readonly row: XmlElement;
}

/** Rows with as many cells can be the same; an empty row is like no other. */
function rowsOf(table: XmlElement): Row[] {
  return childrenOf(table, 'w:tr').map((row) => ({
    kind: String(childrenOf(row, 'w:tc').length),
    text: textsIn(row, 'w:t'),
    row,
  }));
}

function columnsOf(table: XmlElement): number {
  return childrenOf(table, 'w:tblGrid').flatMap((grid) => childrenOf(grid, 'w:gridCol')).length;
}

function redlineRow(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement[] {
  const before = childrenOf(old, 'w:tc');
  let index = 0;
  const cells = current.nodes.map((node): XmlNode => {
    if (!isElement(node) || node.name !== 'w:tc') return node;
    return redlineCell(before[index++] as XmlElement, node, revisions);
  });
  return [withNodes(current, cells)];
}

/**
 * Lines of a cell are the same by their order. A cell ends with the end of its last line, which can be neither inserted
 * nor deleted: where lines were added or taken away it is the ends before them that were.
 */
function redlineCell(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement {
  const [before, now] = [childrenOf(old, 'w:p'), childrenOf(current, 'w:p')];
  const mark = before.length > now.length ? 'w:del' : 'w:ins';
  const lines = (before.length > now.length ? before : now).map((line, i): XmlElement => {
    const [a, b] = [before[i], now[i]];
    return a && b ? redlineParagraph(a, b, revisions) : paragraphContent(line, mark, revisions);
  });
  const shared = Math.min(before.length, now.length);
  const ended = lines.map((line, i) =>
    i >= shared - 1 && i < lines.length - 1 ? revisions.markEnd(line, mark) : line,
  );
  const frame = current.nodes.filter((node) => !(isElement(node) && node.name === 'w:p'));
  return withNodes(current, [...frame, ...ended]);
}

function wholeRow(row: XmlElement, mark: 'w:ins' | 'w:del', revisions: Revisions): XmlElement {
  const cells = row.nodes.map((node) =>
    isElement(node) && node.name === 'w:tc' ? wholeCell(node, mark, revisions) : node,
  );
  return revisions.markRow(withNodes(row, cells), mark);
}

function wholeCell(cell: XmlElement, mark: 'w:ins' | 'w:del', revisions: Revisions): XmlElement {
  return withNodes(
    cell,
    cell.nodes.map((node) =>
      isElement(node) && node.name === 'w:p' ? paragraphContent(node, mark, revisions) : node,
    ),
  );
}
