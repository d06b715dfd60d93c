import type { Draft, Item, StatedAbove, Table, TableRow, Task } from '../../dialect/model';
import { statedFields } from '../../dialect/stated-fields';

/** What `tasks --format json` prints; field by field as docs/cli.md fixes it. */
export interface TasksJson {
  readonly version: 1;
  readonly tasks: readonly TaskJson[];
  readonly tables: readonly TableJson[];
}

export interface TaskJson {
  /** The draft it is in, where several are asked for. */
  readonly path?: string;
  readonly number: number;
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  /** Marker and title of the item above; null for a task at the top. */
  readonly section: string | null;
  readonly clauses: readonly string[];
  readonly leads: readonly string[];
  /** Every named unit, leads included. */
  readonly units: readonly string[];
  readonly collectives: readonly string[];
  readonly deadlines: readonly DeadlineJson[];
  readonly frequencies: readonly string[];
  readonly targets: readonly string[];
  readonly complete: { readonly target: boolean; readonly unit: boolean; readonly deadline: boolean };
}

export interface DeadlineJson {
  readonly text: string;
  /** YYYY-MM-DD; null where the text alone does not tell. */
  readonly date: string | null;
}

export interface TableJson {
  readonly path?: string;
  /** The attachment's number; null for a table of the plan's body or an attachment without one. */
  readonly attachment: number | null;
  readonly title: string | null;
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly RowJson[];
}

export interface RowJson {
  /** As written; null where it is lost or merged. */
  readonly no: string | null;
  /** Filled down from the row above. */
  readonly name: string;
  readonly target: string;
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly collectives: readonly string[];
  readonly deadlines: readonly DeadlineJson[];
  readonly line: number;
}

export interface NamedDraft {
  readonly path: string;
  readonly draft: Draft;
}

/** With several drafts each task and table says which it is from; with one the shape is the contract's alone. */
export function tasksJson(drafts: readonly NamedDraft[]): TasksJson {
  const origin = (path: string): { path?: string } => (drafts.length > 1 ? { path } : {});
  return {
    version: 1,
    tasks: drafts.flatMap(({ path, draft }) =>
      draft.tasks.map((task) => ({ ...origin(path), ...taskJson(task) })),
    ),
    tables: drafts.flatMap(({ path, draft }) =>
      draft.tables.map((table) => ({ ...origin(path), ...tableJson(table) })),
    ),
  };
}

function taskJson(task: Task): TaskJson {
  const { fields } = task;
  const { units, deadlines } = statedFields(task);
  return {
    number: task.number,
    marker: task.item.marker.text,
    title: task.title,
    line: task.line,
    section: task.section ? headingOf(task.section) : null,
    clauses: fields.clauses.map(({ content }) => content.value),
    ...unitsJson(units),
    deadlines: deadlines.map(deadlineJson),
    frequencies: fields.frequencies.map(({ value }) => value),
    targets: fields.targets.map(({ value }) => value),
    complete: { target: task.complete.target, unit: task.complete.unit, deadline: task.complete.deadline },
  };
}

export function headingOf(item: Item): string {
  return item.marker.text + item.title;
}

function tableJson(table: Table): TableJson {
  return {
    attachment: table.attachment ?? null,
    title: table.title ?? null,
    line: table.line,
    columns: table.columns.map(({ header }) => header.value),
    rows: table.rows.map(rowJson),
  };
}

function rowJson(row: TableRow): RowJson {
  return {
    no: row.no?.value ?? null,
    name: row.name,
    target: row.target?.value ?? '',
    ...unitsJson(row.units),
    deadlines: row.deadlines.map(deadlineJson),
    line: row.line,
  };
}

/** Each name once, in the order in which the text first has it. */
export function unitsJson(mentions: StatedAbove['units']): Pick<TaskJson, 'leads' | 'units' | 'collectives'> {
  const named = mentions.filter(({ collective }) => !collective);
  return {
    leads: distinct(named.filter(({ role }) => role === 'lead')),
    units: distinct(named),
    collectives: distinct(mentions.filter(({ collective }) => collective)),
  };
}

function distinct(mentions: StatedAbove['units']): string[] {
  return [...new Set(mentions.map(({ value }) => value))];
}

function deadlineJson({ value, date }: StatedAbove['deadlines'][number]): DeadlineJson {
  return { text: value, date: date ?? null };
}
