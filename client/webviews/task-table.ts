import './task-table.css';
import { COLUMNS, arrangeRows, type Arrangement, type Column } from '../src/task-table/arrange-rows';
import type { FromPage, TableContent, ToPage, Words } from '../src/task-table/messages';
import type { TaskFilter } from '../../server/src/protocol';
import { element } from './task-table/element';
import { Grid } from './task-table/grid';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Arrangement | undefined;
  setState(state: Arrangement): void;
};

const vscode = acquireVsCodeApi();
const initial: Arrangement = { sort: 'number', descending: false, filter: 'all', search: '' };
let state: Arrangement = { ...initial, ...vscode.getState() };
let content: TableContent | undefined;

const heading = element('h1', { lang: 'zh-CN' });
const search = element('input', { type: 'search' });
const filter = element('select', { className: 'filter' });
const scope = element('select', { className: 'scope' });
const exporting = element('button', { type: 'button', className: 'export' });
const shown = element('p', { className: 'shown', role: 'status' });
const head = element('thead');
const empty = element('p', { className: 'empty' });
const table = element('table', { role: 'grid' });
const hint = element('p', { className: 'hint', id: 'hint' });
const scroller = element('div', { className: 'scroller' }, table, empty);
const grid = new Grid({
  open: ({ index }) => vscode.postMessage({ kind: 'open', row: index }),
  undo: ({ index }) => vscode.postMessage({ kind: 'undo', row: index }),
  edit: ({ index, title, cells }, field, value) =>
    vscode.postMessage({ kind: 'edit', row: index, title, field, before: cells[field], value }),
});

function change(next: Partial<Arrangement>): void {
  state = { ...state, ...next };
  vscode.setState(state);
  render();
}

/** Builds the frame once the words are known; later contents only change the rows. */
function show(next: TableContent): void {
  if (content === undefined) dress(next.words);
  content = next;
  render();
}

function dress(words: Words): void {
  search.placeholder = search.ariaLabel = words.search;
  search.value = state.search;
  filter.ariaLabel = words.filterLabel;
  scope.ariaLabel = words.scopeLabel;
  exporting.textContent = words.export;
  for (const [value, name] of Object.entries(words.filters))
    filter.append(element('option', { value }, name));
  scope.append(
    element('option', { value: 'current' }, words.current),
    element('option', { value: 'all' }, words.all),
  );
  hint.textContent = words.hint;
  table.setAttribute('aria-describedby', 'hint');
  table.append(head, grid.body);
  search.addEventListener('input', () => change({ search: search.value }));
  filter.addEventListener('change', () => change({ filter: filter.value as TaskFilter }));
  scope.addEventListener('change', () => vscode.postMessage({ kind: 'scope', all: scope.value === 'all' }));
  exporting.addEventListener('click', () => vscode.postMessage({ kind: 'export' }));
  const tools = element('div', { className: 'tools' }, search, filter, scope, exporting, shown);
  document.body.append(heading, tools, scroller, hint);
}

function render(): void {
  if (!content) return;
  const { words, rows, all } = content;
  const columns = COLUMNS.filter((column) => column !== 'plan' || all === true);
  const visible = arrangeRows(rows, columns.includes(state.sort) ? state : { ...state, sort: 'number' });
  heading.textContent = content.title;
  table.ariaLabel = content.title;
  table.ariaRowCount = String(visible.length + 1);
  filter.value = state.filter;
  scope.hidden = all === undefined;
  exporting.hidden = all === true;
  scope.value = all === true ? 'all' : 'current';
  shown.textContent = words.shown.replace('{0}', String(visible.length)).replace('{1}', String(rows.length));
  empty.hidden = visible.length > 0;
  empty.textContent = rows.length === 0 ? words.empty : words.nothing;
  head.replaceChildren(element('tr', {}, ...columns.map((column) => headCell(column, words))));
  grid.show(visible, columns, words);
}

function headCell(column: Column, words: Words): HTMLElement {
  const sorted = state.sort === column;
  const mark = sorted ? (state.descending ? ' ▼' : ' ▲') : '';
  const button = element('button', { type: 'button' }, `${words[column]}${mark}`);
  button.dataset.column = column;
  button.addEventListener('click', () => {
    change({ sort: column, descending: sorted && !state.descending });
    head.querySelector<HTMLElement>(`button[data-column="${column}"]`)?.focus();
  });
  const cell = element('th', { scope: 'col', className: column }, button);
  cell.ariaSort = sorted ? (state.descending ? 'descending' : 'ascending') : 'none';
  return cell;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') show(data.table);
  else if (data.kind === 'filter') change({ filter: data.filter });
  else render();
});
vscode.postMessage({ kind: 'ready' });
