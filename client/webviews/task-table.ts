import './task-table.css';
import type { FromPage, TableContent, TableRow, ToPage, Words } from '../src/task-table/messages';
import type { TaskFilter } from '../../server/src/protocol';

type Column = 'number' | 'title' | 'target' | 'leads' | 'others' | 'deadline' | 'state';
interface State {
  sort: Column;
  descending: boolean;
  filter: TaskFilter;
  search: string;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const columns: readonly Column[] = ['number', 'title', 'state', 'target', 'leads', 'others', 'deadline'];
const vscode = acquireVsCodeApi();
const chinese = new Intl.Collator('zh-CN', { numeric: true });
const initial: State = { sort: 'number', descending: false, filter: 'all', search: '' };
let state = vscode.getState() ?? initial;
let content: TableContent | undefined;

const heading = element('h1');
const search = element('input', { type: 'search' });
const filter = element('select');
const shown = element('p', { className: 'shown', role: 'status' });
const table = element('table');
const hint = element('p', { className: 'hint', id: 'hint' });

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

function change(next: Partial<State>): void {
  state = { ...state, ...next };
  vscode.setState(state);
  render();
}

/** Builds the frame once the words are known; later contents only change the rows. */
function show(next: TableContent): void {
  const first = content === undefined;
  content = next;
  heading.textContent = next.title;
  if (first) {
    dress(next.words);
    const scroller = element('div', { className: 'scroller' }, table);
    document.body.append(
      heading,
      element('div', { className: 'tools' }, search, filter, shown),
      scroller,
      hint,
    );
  }
  render();
}

function dress(words: Words): void {
  search.placeholder = search.ariaLabel = words.search;
  search.value = state.search;
  filter.ariaLabel = words.filterLabel;
  for (const [value, name] of Object.entries(words.filters))
    filter.append(element('option', { value }, name));
  hint.textContent = words.hint;
  table.setAttribute('aria-describedby', 'hint');
  search.addEventListener('input', () => change({ search: search.value }));
  filter.addEventListener('change', () => change({ filter: filter.value as TaskFilter }));
}

function render(): void {
  if (!content) return;
  const { words, rows } = content;
  filter.value = state.filter;
  const visible = rows.filter((row) => passes(row, state)).sort(order(state));
  shown.textContent = words.shown.replace('{0}', String(visible.length)).replace('{1}', String(rows.length));
  const focused = focusedRow();
  table.replaceChildren(head(words), body(visible, words));
  if (focused !== undefined) focusRow(rowsOnPage().find((row) => row.dataset.index === focused));
}

function passes(row: TableRow, { filter, search }: State): boolean {
  const { target, unit, deadline } = row.lacks;
  const wanted: Record<TaskFilter, boolean> = {
    all: true,
    complete: gaps(row) === 0,
    'missing-target': target,
    'missing-unit': unit,
    'missing-deadline': deadline,
  };
  if (!wanted[filter]) return false;
  const text = [row.title, row.section, row.target, row.leads, row.others, row.deadline]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function gaps({ lacks }: TableRow): number {
  return Number(lacks.target) + Number(lacks.unit) + Number(lacks.deadline);
}

function order({ sort, descending }: State): (a: TableRow, b: TableRow) => number {
  const sign = descending ? -1 : 1;
  const compare: Record<Column, (a: TableRow, b: TableRow) => number> = {
    number: (a, b) => a.index - b.index,
    title: (a, b) => chinese.compare(a.title, b.title),
    target: (a, b) => chinese.compare(a.target, b.target),
    leads: (a, b) => chinese.compare(a.leads, b.leads),
    others: (a, b) => chinese.compare(a.others, b.others),
    deadline: (a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
    state: (a, b) => gaps(b) - gaps(a),
  };
  return (a, b) => sign * compare[sort](a, b) || a.index - b.index;
}

function head(words: Words): HTMLElement {
  const cells = columns.map((column) => {
    const sorted = state.sort === column;
    const mark = sorted ? (state.descending ? ' ▼' : ' ▲') : '';
    const button = element('button', { type: 'button' }, `${words[column]}${mark}`);
    button.dataset.column = column;
    button.addEventListener('click', () => {
      change({ sort: column, descending: sorted && !state.descending });
      table.querySelector<HTMLElement>(`button[data-column="${column}"]`)?.focus();
    });
    const cell = element('th', { scope: 'col', className: column }, button);
    cell.ariaSort = sorted ? (state.descending ? 'descending' : 'ascending') : 'none';
    return cell;
  });
  return element('thead', {}, element('tr', {}, ...cells));
}

function body(rows: readonly TableRow[], words: Words): HTMLElement {
  if (rows.length === 0) {
    const text = content?.rows.length === 0 ? words.empty : words.nothing;
    return element(
      'tbody',
      {},
      element('tr', {}, element('td', { colSpan: columns.length, className: 'empty' }, text)),
    );
  }
  return element('tbody', {}, ...rows.map((row, place) => line(row, place)));
}

function line(row: TableRow, place: number): HTMLElement {
  const complete = gaps(row) === 0;
  const cell = (column: Column, text: string, lacking = false): HTMLElement =>
    element('td', { className: lacking ? `${column} lacking` : column }, text || (lacking ? '—' : ''));
  const tr = element(
    'tr',
    { tabIndex: place === 0 ? 0 : -1, className: complete ? 'complete' : 'incomplete' },
    cell('number', row.marker),
    element('td', { className: 'title' }, row.title, element('span', { className: 'section' }, row.section)),
    cell('state', `${complete ? '✓' : '⚠'} ${row.state}`),
    cell('target', row.target, row.lacks.target),
    cell('leads', row.leads, row.lacks.unit),
    cell('others', row.others, row.lacks.unit),
    cell('deadline', row.deadline, row.lacks.deadline),
  );
  tr.dataset.index = String(row.index);
  return tr;
}

function rowsOnPage(): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('tr[data-index]')];
}

function focusedRow(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.index : undefined;
}

/** One row at a time is in the tab order: the one last visited. */
function focusRow(row: HTMLElement | undefined): void {
  if (!row) return;
  for (const other of rowsOnPage()) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
}

function move(event: KeyboardEvent): void {
  const rows = rowsOnPage();
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  const page = 10;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  if (event.key === 'Enter') open(rows[at]);
  else if (event.key in to) {
    focusRow(rows[Math.min(Math.max(to[event.key as keyof typeof to], 0), rows.length - 1)]);
  } else return;
  event.preventDefault();
}

function open(row: HTMLElement | null | undefined): void {
  if (row?.dataset.index !== undefined) vscode.postMessage({ kind: 'open', row: Number(row.dataset.index) });
}

table.addEventListener('keydown', move);
table.addEventListener('click', ({ target }) => {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
  focusRow(row ?? undefined);
});
table.addEventListener('dblclick', ({ target }) => {
  open(target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null);
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') show(data.table);
  else change({ filter: data.filter });
});
vscode.postMessage({ kind: 'ready' });
