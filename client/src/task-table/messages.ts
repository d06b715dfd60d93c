import type { CellField, TaskFilter } from '../../../server/src/protocol';

/** What the task table page and the extension tell each other. */
export type ToPage =
  | { kind: 'show'; table: TableContent }
  | { kind: 'filter'; filter: TaskFilter }
  /** What was typed could not be written: the cell shows again what the text says. */
  | { kind: 'refused' };
export type FromPage =
  | { kind: 'ready' }
  | { kind: 'open'; row: number }
  | ({ kind: 'edit'; row: number } & TypedCell)
  /** Takes back the last change of the draft a row is of. */
  | { kind: 'undo'; row: number }
  /** Whether all drafts of the workspace are shown, or the current one. */
  | { kind: 'scope'; all: boolean }
  | { kind: 'export' };

export interface TypedCell {
  /** Of the task, as the row shows it. */
  readonly title: string;
  readonly field: CellField;
  readonly before: string;
  readonly value: string;
}

export interface TableContent {
  /** The plan's title, or the file's name where it has none yet. */
  readonly title: string;
  readonly rows: readonly TableRow[];
  /** Whether the rows are of all drafts of the workspace; undefined where there is only one. */
  readonly all: boolean | undefined;
  readonly words: Words;
}

export interface TableRow {
  /** Index of the row among all; what the page names it by. */
  readonly index: number;
  /** The plan's title where several are shown. */
  readonly plan: string;
  readonly marker: string;
  readonly title: string;
  readonly section: string;
  readonly cells: Readonly<Record<CellField, string>>;
  /** Frequencies (每季度一次), which stand with the deadline and are not edited here. */
  readonly frequency: string;
  /** For sorting: ISO date; later than all dates where the deadline has none, and last where there is no deadline. */
  readonly due: string;
  /** What is missing, in words, or that nothing is. */
  readonly state: string;
  readonly lacks: { readonly target: boolean; readonly unit: boolean; readonly deadline: boolean };
}

/** The page has no language of its own: all its words come with the content. */
export interface Words extends Readonly<Record<CellField, string>> {
  readonly plan: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly search: string;
  readonly filterLabel: string;
  readonly filters: Readonly<Record<TaskFilter, string>>;
  readonly scopeLabel: string;
  readonly current: string;
  readonly all: string;
  readonly export: string;
  /** Stands in a cell that should say something. */
  readonly lacking: string;
  readonly empty: string;
  readonly nothing: string;
  /** `{0}` rows of `{1}` are shown. */
  readonly shown: string;
  readonly hint: string;
}
