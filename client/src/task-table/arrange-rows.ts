import type { TaskFilter } from '../../../server/src/protocol';
import type { TableRow } from './messages';

export const COLUMNS = [
  'plan',
  'number',
  'title',
  'state',
  'target',
  'lead',
  'unit',
  'support',
  'deadline',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which rows are shown, and in what order. */
export interface Arrangement {
  readonly sort: Column;
  readonly descending: boolean;
  readonly filter: TaskFilter;
  readonly search: string;
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

export function arrangeRows(rows: readonly TableRow[], how: Arrangement): TableRow[] {
  const sign = how.descending ? -1 : 1;
  return rows
    .filter((row) => isWanted(row, how.filter) && saysAll(row, how.search))
    .sort((a, b) => sign * compare(how.sort, a, b) || a.index - b.index);
}

export function gaps({ lacks }: TableRow): number {
  return Number(lacks.target) + Number(lacks.unit) + Number(lacks.deadline);
}

function isWanted(row: TableRow, filter: TaskFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'complete') return gaps(row) === 0;
  return {
    'missing-target': row.lacks.target,
    'missing-unit': row.lacks.unit,
    'missing-deadline': row.lacks.deadline,
  }[filter];
}

/** Words between spaces may stand in any column. */
function saysAll(row: TableRow, search: string): boolean {
  const { plan, title, section, cells, frequency } = row;
  const text = [plan, title, section, ...Object.values(cells), frequency].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function compare(column: Column, a: TableRow, b: TableRow): number {
  switch (column) {
    case 'number':
      return a.index - b.index;
    case 'state':
      return gaps(b) - gaps(a);
    case 'deadline':
      return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
    case 'plan':
    case 'title':
      return chinese.compare(a[column], b[column]);
    default:
      return chinese.compare(a.cells[column], b.cells[column]);
  }
}
