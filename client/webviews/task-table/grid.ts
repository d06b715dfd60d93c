import type { CellField } from '../../../server/src/protocol';
import type { Column } from '../../src/task-table/arrange-rows';
import type { TableRow, Words } from '../../src/task-table/messages';
import { editCell } from './cell-editor';
import { element } from './element';
import { isField, rowElement } from './row-element';

export interface GridActions {
  open(row: TableRow): void;
  undo(row: TableRow): void;
  edit(row: TableRow, field: CellField, value: string): void;
}

/**
 * The rows of the table as a grid: one cell at a time is in the tab order. All rows are there, for the browser's own
 * search and for screen readers; one that says the same as before stays the same element.
 */
export class Grid {
  readonly body = element('tbody');
  private rows: readonly TableRow[] = [];
  private columns: readonly Column[] = [];
  private words: Words | undefined;
  private readonly built = new Map<number, { said: string; tr: HTMLTableRowElement }>();
  private active = { row: 0, column: 0 };
  private editing = false;
  private missed = false;

  constructor(private readonly actions: GridActions) {
    this.body.addEventListener('keydown', (event) => this.onKey(event));
    this.body.addEventListener('mousedown', ({ target }) => this.activate(target));
    this.body.addEventListener('dblclick', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement) && this.activate(target)) this.enter();
    });
  }

  show(rows: readonly TableRow[], columns: readonly Column[], words: Words): void {
    if (columns.length !== this.columns.length) this.built.clear();
    Object.assign(this, { rows, columns, words });
    // Not under the hands of somebody who is writing in a cell.
    if (this.editing) this.missed = true;
    else this.draw();
  }

  private draw(): void {
    const { words, rows } = this;
    if (!words || this.editing) return;
    const focused = this.body.contains(document.activeElement);
    const shown = rows.map((row, place) => this.elementOf(row, place, words));
    const present = this.body.children;
    const same = shown.length === present.length && shown.every((tr, place) => tr === present[place]);
    if (!same) this.body.replaceChildren(...shown);
    this.markActive(focused && !same);
  }

  private elementOf(row: TableRow, place: number, words: Words): HTMLTableRowElement {
    const said = JSON.stringify(row);
    const known = this.built.get(row.index);
    const tr = known?.said === said ? known.tr : rowElement(row, this.columns, words);
    if (tr !== known?.tr) this.built.set(row.index, { said, tr });
    tr.ariaRowIndex = String(place + 2);
    return tr;
  }

  private cellAt({ row, column }: { row: number; column: number }): HTMLElement | undefined {
    const tr = this.rows[row] && this.built.get(this.rows[row].index)?.tr;
    return tr?.isConnected ? (tr.children[column] as HTMLElement | undefined) : undefined;
  }

  private markActive(focus: boolean): void {
    this.active = {
      row: Math.min(this.active.row, Math.max(0, this.rows.length - 1)),
      column: Math.min(this.active.column, Math.max(0, this.columns.length - 1)),
    };
    for (const cell of this.body.querySelectorAll<HTMLElement>('td[tabindex="0"]')) cell.tabIndex = -1;
    const cell = this.cellAt(this.active);
    if (cell) cell.tabIndex = 0;
    if (focus) cell?.focus({ preventScroll: true });
  }

  /** Makes the cell that was pressed the active one. */
  private activate(target: EventTarget | null): boolean {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null;
    const index = Number(cell?.parentElement?.dataset.index);
    const row = this.rows.findIndex((each) => each.index === index);
    if (!cell || row < 0) return false;
    this.active = { row, column: [...(cell.parentElement?.children ?? [])].indexOf(cell) };
    this.markActive(false);
    return true;
  }

  private goTo(row: number, column: number): void {
    this.active = {
      row: Math.min(Math.max(row, 0), this.rows.length - 1),
      column: Math.min(Math.max(column, 0), this.columns.length - 1),
    };
    this.markActive(true);
    this.cellAt(this.active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private onKey(event: KeyboardEvent): void {
    const { row, column } = this.active;
    const page = 10;
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [this.rows.length - 1, column] : [row, this.columns.length - 1],
    };
    const move = moves[event.key];
    const current = this.rows[row];
    if (move) this.goTo(...move);
    else if (event.key === 'Enter' || event.key === 'F2') this.enter();
    else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && current)
      this.actions.undo(current);
    else return;
    event.preventDefault();
    // The editor would take Ctrl+Z to mean what was typed into the search box.
    event.stopPropagation();
  }

  /** Writes in the active cell; from a cell that cannot be written, goes to the task in the draft. */
  private enter(): void {
    const row = this.rows[this.active.row];
    const cell = this.cellAt(this.active);
    const field = cell?.dataset.column;
    if (!row || !cell || !this.words) return;
    if (!isField(field)) return this.actions.open(row);
    this.editing = true;
    editCell({
      cell,
      label: `${row.title} ${this.words[field]}`,
      before: row.cells[field],
      done: (value, next) => this.leave(row, { field, value, next }),
    });
  }

  private leave(
    row: TableRow,
    { field, value, next }: { field: CellField; value: string | undefined; next: -1 | 0 | 1 },
  ): void {
    this.editing = false;
    const shown = value === undefined ? row : { ...row, cells: { ...row.cells, [field]: value } };
    this.rows = this.rows.map((each) => (each === row && !this.missed ? shown : each));
    this.missed = false;
    this.built.delete(row.index);
    const inside = this.body.contains(document.activeElement) || document.activeElement === document.body;
    this.draw();
    if (inside) this.goTo(this.active.row, this.active.column + next);
    if (value !== undefined) this.actions.edit(row, field, value);
  }
}
