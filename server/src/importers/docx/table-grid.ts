import type { ReportWriter } from '../report';
import type { GridRow } from '../text/header-rows';
import { childOf, type XmlElement } from '../../xml/element';
import { valueOf } from './xml';
import { t } from '../../localise';

/** A wider grid is not a table that anybody reads. */
const MOST_COLUMNS = 64;

/** Elements that only hold others. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'mc:AlternateContent',
  'mc:Choice',
]);

export function tableRows(table: XmlElement): readonly XmlElement[] {
  return elementsIn(table, 'w:tr');
}

/** A row as Word lays it out: one entry a column, what merged cells cover empty. */
export function readRow(
  row: XmlElement,
  readCell: (cell: XmlElement) => string,
  report: ReportWriter,
): GridRow {
  const grid = new GridRowWriter();
  const before = numberOf(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
  for (let i = 0; i < before; i++) grid.push('', 1, false);
  for (const cell of elementsIn(row, 'w:tc')) {
    const properties = childOf(cell, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    const text = readCell(cell);
    const covered = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    if (covered && text !== '') report.add('dropped', t('合并单元格里看不见的文字'), { text });
    grid.push(covered ? '' : text, Math.max(1, numberOf(properties, 'w:gridSpan', 1)), covered);
  }
  return grid;
}

class GridRowWriter implements GridRow {
  readonly cells: string[] = [];
  readonly starts: number[] = [];
  readonly covered: boolean[] = [];

  push(text: string, span: number, covered: boolean): void {
    const start = this.cells.length;
    for (let i = 0; i < span && this.cells.length < MOST_COLUMNS; i++) {
      this.cells.push(i === 0 ? text : '');
      this.starts.push(start);
      this.covered.push(covered);
    }
  }
}

/** A row with as many columns as the widest. */
export function padRow({ cells, starts, covered }: GridRow, width: number): GridRow {
  const missing = Array.from({ length: width - cells.length }, (_, i) => cells.length + i);
  return {
    cells: [...cells, ...missing.map(() => '')],
    starts: [...starts, ...missing],
    covered: [...covered, ...missing.map(() => false)],
  };
}

function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child] : CONTAINERS.has(child.name) ? elementsIn(child, name) : [],
  );
}

function numberOf(properties: XmlElement | undefined, name: string, usual: number): number {
  const value = Number(valueOf(properties, name) ?? usual);
  return Number.isFinite(value) ? Math.min(MOST_COLUMNS, Math.max(0, Math.floor(value))) : usual;
}
