import type { TaskFilter } from '../../../server/src/protocol';

/** What the task table page and the extension tell each other. */
export type ToPage = { kind: 'show'; table: TableContent } | { kind: 'filter'; filter: TaskFilter };
export type FromPage = { kind: 'ready' } | { kind: 'open'; row: number };

export interface TableContent {
  /** The plan's title, or the file's name where it has none yet. */
  readonly title: string;
  readonly rows: readonly TableRow[];
  readonly words: Words;
}

export interface TableRow {
  /** Index of the task in the draft. */
  readonly index: number;
  readonly number: number;
  readonly marker: string;
  readonly title: string;
  readonly section: string;
  readonly target: string;
  readonly leads: string;
  readonly others: string;
  readonly deadline: string;
  /** For sorting: ISO date; later than all dates where the deadline has none, and last where there is no deadline. */
  readonly due: string;
  /** What is missing, in words, or that nothing is. */
  readonly state: string;
  readonly lacks: { readonly target: boolean; readonly unit: boolean; readonly deadline: boolean };
}

/** The page has no language of its own: all its words come with the content. */
export interface Words {
  readonly number: string;
  readonly title: string;
  readonly target: string;
  readonly leads: string;
  readonly others: string;
  readonly deadline: string;
  readonly state: string;
  readonly search: string;
  readonly filterLabel: string;
  readonly filters: Readonly<Record<TaskFilter, string>>;
  readonly empty: string;
  readonly nothing: string;
  /** `{0}` rows of `{1}` are shown. */
  readonly shown: string;
  readonly hint: string;
}
