import type { Range } from 'vscode-languageserver-types';
import type { DocumentParams, Place } from './documents';

/* What the task views show. */

/**
 * Client → server: everything the task views show of a draft, open or in the workspace. Answer: `DraftOverview`, or null
 * for other documents.
 */
export const DRAFT_OVERVIEW = 'yaodian/draftOverview';
/** Client → server: the drafts of the workspace, open or not, and others that are open. Answer: `WorkspaceDraft[]`. */
export const WORKSPACE_DRAFTS = 'yaodian/workspaceDrafts';
/** Server → client: the overview of a draft is another one than at the last notification. `OverviewChangedParams`. */
export const OVERVIEW_CHANGED = 'yaodian/overviewChanged';

/** Client → server: how long a draft is. Answer: `DraftSize`, or null for other documents. */
export const DRAFT_SIZE = 'yaodian/draftSize';

export interface DraftSizeParams extends DocumentParams {
  /** What is selected, if anything is. */
  range?: Range;
}

export interface DraftSize {
  version: number;
  /** As offices count: a Chinese character or mark of punctuation is one, a run of letters or digits is one. */
  characters: number;
  /** Those of the selection; absent where nothing is selected. */
  selected?: number;
  /** Pages of the official document, by the paginator's estimate. */
  pages: number;
}
/** Shows the task table, filtered: 全部, complete ones, or those that miss a field. Arguments: uri, `TaskFilter`. */
export const SHOW_TASKS_COMMAND = 'yaodian.showTasks';

export type TaskFilter = 'all' | 'complete' | 'missing-target' | 'missing-unit' | 'missing-deadline';

export interface OverviewChangedParams {
  uri: string;
  version: number;
}

export interface DraftOverview {
  uri: string;
  /** The version of the document that all ranges refer to. */
  version: number;
  title: string | null;
  titleRange: Range | null;
  year: number | null;
  summary: TaskSummary;
  outline: OutlineNode[];
  tasks: TaskInfo[];
}

export interface WorkspaceDraft {
  uri: string;
  title: string | null;
  summary: TaskSummary;
}

export interface TaskSummary {
  tasks: number;
  complete: number;
  missing: { target: number; unit: number; deadline: number };
}

/** An item of the plan's structure, or an attachment. */
export interface OutlineNode {
  kind: 'chapter' | 'section' | 'task' | 'point' | 'attachment' | 'table';
  /** As a person would quote it: `（一）强化基层基础`. */
  label: string;
  level: number;
  range: Range;
  /** What to reveal when the node is chosen. */
  selectionRange: Range;
  /** Of an item: from its line's beginning to its title. Tab changes the level there. */
  lead?: Range;
  /** Counts of the tasks within; absent where there are none. */
  summary?: TaskSummary;
  /** Index in `DraftOverview.tasks` where the node is a task. */
  task?: number;
  children: OutlineNode[];
}

export interface TaskInfo {
  number: number;
  /** The marker as written: `1．`. */
  marker: string;
  title: string;
  range: Range;
  selectionRange: Range;
  /** Titles of the items it stands under, outermost first, markers included. */
  path: string[];
  leads: Place[];
  /** 责任单位, leads and supports excluded. */
  units: Place[];
  supports: Place[];
  collectives: Place[];
  /** `date` is ISO `YYYY-MM-DD` of the last day allowed, null where it cannot be told. */
  deadlines: (Place & { date: string | null })[];
  frequencies: Place[];
  targets: Place[];
  complete: { target: boolean; unit: boolean; deadline: boolean };
  /** What the cells of the task table show and `EDIT_FIELD` changes. */
  cells: Record<CellField, string>;
}

/** Fields of a task with a column of their own. */
export type CellField = 'target' | 'lead' | 'unit' | 'support' | 'deadline';
