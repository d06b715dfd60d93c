import type { CellField } from '../../../server/src/protocol';
import { gaps, type Column } from '../../src/task-table/arrange-rows';
import type { TableRow, Words } from '../../src/task-table/messages';
import { element } from './element';

const FIELDS: readonly string[] = ['target', 'lead', 'unit', 'support', 'deadline'];

/** Whether a column's cells can be written. */
export function isField(column: string | undefined): column is CellField {
  return column !== undefined && FIELDS.includes(column);
}

export function rowElement(row: TableRow, columns: readonly Column[], words: Words): HTMLTableRowElement {
  const complete = gaps(row) === 0;
  const tr = element('tr', { className: complete ? 'complete' : 'incomplete' });
  tr.dataset.index = String(row.index);
  tr.append(...columns.map((column) => cell(row, column, words)));
  return tr;
}

function cell(row: TableRow, column: Column, words: Words): HTMLTableCellElement {
  const td = element('td', { className: column, tabIndex: -1 });
  td.dataset.column = column;
  td.ariaReadOnly = String(!isField(column));
  // For screen readers: drafts are Chinese whatever the page around them speaks.
  if (column !== 'state') td.lang = 'zh-CN';
  if (isField(column)) fillField(td, row, column, words);
  else if (column === 'title') td.append(row.title, element('span', { className: 'section' }, row.section));
  else if (column === 'state') td.append(`${gaps(row) === 0 ? '✓' : '⚠'} ${row.state}`);
  else td.append(column === 'plan' ? row.plan : row.marker);
  return td;
}

function fillField(td: HTMLElement, row: TableRow, field: CellField, words: Words): void {
  const text = row.cells[field];
  const lacks = isLacking(row, field);
  td.append(text);
  if (field === 'deadline' && row.frequency)
    td.append(element('span', { className: 'section' }, row.frequency));
  if (text !== '' || !lacks) return;
  td.classList.add('lacking');
  td.append('— ', element('span', { lang: document.documentElement.lang }, words.lacking));
}

/** One of the three unit columns is enough: the lead's cell asks for it. */
function isLacking({ lacks }: TableRow, field: CellField): boolean {
  if (field === 'target' || field === 'deadline') return lacks[field];
  return field === 'lead' && lacks.unit;
}
