import { FIELD_LABELS, itemLabel } from '../../dialect/labels';
import type { Draft, StatedAbove, Table, TableRow, Task } from '../../dialect/model';
import { statedFields } from '../../dialect/stated-fields';
import { cellText } from '../../dialect/table-cells';
import { missingFields } from '../../dialect/summary';

/** One line of the task ledger (任务台账): a task of the body or a row of an attached task table. Plain data. */
export interface LedgerEntry {
  /** The draft's path. */
  readonly path: string;
  /** 正文 or 附件2. */
  readonly source: string;
  /** The marker, or the row's number as written. */
  readonly number: string;
  readonly name: string;
  /** Marker and title of the item above; the table's title for a row. */
  readonly section: string;
  readonly targets: readonly string[];
  readonly frequencies: readonly string[];
  readonly leads: readonly string[];
  /** Named units that do not lead. */
  readonly units: readonly string[];
  readonly collectives: readonly string[];
  readonly deadlines: readonly LedgerDeadline[];
  /** Names of the fields the task states neither in its text nor in a row; rows are not judged by themselves. */
  readonly missing: readonly string[];
  readonly line: number;
}

export interface LedgerDeadline {
  readonly text: string;
  /** YYYY-MM-DD, where it can be told. */
  readonly date: string | undefined;
}

/** The tasks of a draft in text order, each followed by the table rows that detail it; then rows that detail none. */
export function planLedger(path: string, draft: Draft): LedgerEntry[] {
  const attached = new Set(draft.attachments.flatMap((attachment) => attachment.tables));
  const tableOf = new Map(draft.tables.flatMap((table) => table.rows.map((row) => [row, table] as const)));
  const place = (table: Table | undefined): string =>
    table === undefined || attached.has(table) ? `附件${table?.attachment ?? ''}` : '正文';
  const entries: LedgerEntry[] = [];
  for (const task of draft.tasks) {
    entries.push(taskEntry(path, task));
    for (const row of task.rows) {
      entries.push(rowEntry(path, row, tableOf.get(row)?.title, place(tableOf.get(row))));
      tableOf.delete(row);
    }
  }
  for (const [row, table] of tableOf) entries.push(rowEntry(path, row, table.title, place(table)));
  return entries;
}

function taskEntry(path: string, task: Task): LedgerEntry {
  const { fields } = task;
  const { units, deadlines } = statedFields(task);
  return {
    path,
    source: '正文',
    number: task.item.marker.text,
    name: task.title,
    section: task.section ? itemLabel(task.section) : '',
    targets: fields.targets.map(({ value }) => value),
    frequencies: fields.frequencies.map(({ value }) => value),
    ...unitColumns(units),
    deadlines: deadlines.map(deadline),
    missing: missingFields(task).map((field) => FIELD_LABELS[field]),
    line: task.line,
  };
}

function rowEntry(path: string, row: TableRow, section: string | undefined, source: string): LedgerEntry {
  return {
    path,
    source,
    number: row.no?.value ?? '',
    name: cellText(row.name),
    section: section ?? '',
    targets: row.target && row.target.value !== '' ? [cellText(row.target.value)] : [],
    frequencies: [],
    ...unitColumns(row.units),
    deadlines: row.deadlines.map(deadline),
    missing: [],
    line: row.line,
  };
}

function unitColumns(mentions: StatedAbove['units']): Pick<LedgerEntry, 'leads' | 'units' | 'collectives'> {
  const names = (wanted: (mention: StatedAbove['units'][number]) => boolean): string[] => [
    ...new Set(mentions.filter(wanted).map(({ value }) => value)),
  ];
  const leads = names(({ collective, role }) => !collective && role === 'lead');
  return {
    leads,
    units: names(({ collective }) => !collective).filter((name) => !leads.includes(name)),
    collectives: names(({ collective }) => collective),
  };
}

function deadline({ value, date }: StatedAbove['deadlines'][number]): LedgerDeadline {
  return { text: value, date };
}
