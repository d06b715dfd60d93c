import { align } from './align';
import { textOfNode } from './node-text';
import { paragraphContent, redlineParagraph } from './redline-paragraph';
import type { Revisions } from './revisions';
import { isElement, withChildren, type XmlElement, type XmlNode } from './xml-tree';

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
  const frame = table.children.filter((node) => !(isElement(node) && node.name === 'w:tr'));
  return withChildren(table, [...frame, ...rows]);
}

interface Row {
  readonly kind: string;
  readonly text: string;
  readonly row: XmlElement;
}

/** Rows with as many cells can be the same; an empty row is like no other. */
function rowsOf(table: XmlElement): Row[] {
  return elementsOf(table, 'w:tr').map((row) => ({
    kind: String(elementsOf(row, 'w:tc').length),
    text: textOfNode(row),
    row,
  }));
}

function columnsOf(table: XmlElement): number {
  return elementsOf(table, 'w:tblGrid').flatMap((grid) => elementsOf(grid, 'w:gridCol')).length;
}

function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => isElement(node) && node.name === name);
}

function redlineRow(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement[] {
  const before = elementsOf(old, 'w:tc');
  let index = 0;
  const cells = current.children.map((node): XmlNode => {
    if (!isElement(node) || node.name !== 'w:tc') return node;
    return redlineCell(before[index++] as XmlElement, node, revisions);
  });
  return [withChildren(current, cells)];
}

/**
 * Lines of a cell are the same by their order. A cell ends with the end of its last line, which can be neither inserted
 * nor deleted: where lines were added or taken away it is the ends before them that were.
 */
function redlineCell(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement {
  const [before, now] = [elementsOf(old, 'w:p'), elementsOf(current, 'w:p')];
  const mark = before.length > now.length ? 'w:del' : 'w:ins';
  const lines = (before.length > now.length ? before : now).map((line, i): XmlElement => {
    const [a, b] = [before[i], now[i]];
    return a && b ? redlineParagraph(a, b, revisions) : paragraphContent(line, mark, revisions);
  });
  const shared = Math.min(before.length, now.length);
  const ended = lines.map((line, i) =>
    i >= shared - 1 && i < lines.length - 1 ? revisions.markEnd(line, mark) : line,
  );
  const frame = current.children.filter((node) => !(isElement(node) && node.name === 'w:p'));
  return withChildren(current, [...frame, ...ended]);
}

function wholeRow(row: XmlElement, mark: 'w:ins' | 'w:del', revisions: Revisions): XmlElement {
  const cells = row.children.map((node) =>
    isElement(node) && node.name === 'w:tc' ? wholeCell(node, mark, revisions) : node,
  );
  return revisions.markRow(withChildren(row, cells), mark);
}

function wholeCell(cell: XmlElement, mark: 'w:ins' | 'w:del', revisions: Revisions): XmlElement {
  return withChildren(
    cell,
    cell.children.map((node) =>
      isElement(node) && node.name === 'w:p' ? paragraphContent(node, mark, revisions) : node,
    ),
  );
}
