import type { Position, Range } from 'vscode-languageserver-types';
import type { DocumentParams } from './documents';
import type { CellField } from './overview';

/* Edits that the server works out, and drafts to begin with. */

/** Client → server: what 重新编号 would change, for a preview. Answer: `RenumberPreview` or null. */
export const RENUMBER_PREVIEW = 'yaodian/renumberPreview';
/**
 * Client → server: edits that move an item (a chapter, a section, a task) or change its level, or put a new one behind
 * it, with all numbers and the mentions of them. Answer: `DraftEdit`, or null for other documents. `RearrangeParams`.
 */
export const REARRANGE = 'yaodian/rearrange';
/** Client → server: edits that put a field's label into a task's clause. Answer: `DraftEdit`. `FillFieldParams`. */
export const FILL_FIELD = 'yaodian/fillField';
/** Client → server: edits that write a field of a task as a person has typed it. Answer: `DraftEdit`. `EditFieldParams`. */
export const EDIT_FIELD = 'yaodian/editField';

/** Client → server: a draft to fill in. Answer: `NewDraft`. */
export const NEW_DRAFT = 'yaodian/newDraft';
/** Client → server: last year's draft as the beginning of this year's. Answer: `NextYearResult`. */
export const NEXT_YEAR = 'yaodian/nextYear';

export interface NewDraftParams {
  kind: 'notice' | 'plan' | 'division';
  year: number;
  /** 发文机关 and what the plan is about; left open where empty. */
  issuer: string;
  subject: string;
}

export interface NewDraft {
  text: string;
  /** A file name for it. */
  name: string;
  /** What is to be filled in or verified, in UTF-16 offsets of the text. */
  gaps: { start: number; end: number }[];
}

export interface NextYearParams {
  /** Last year's draft, or the published text. */
  text: string;
  /** Where it stands; absent where it is no file. */
  uri?: string;
  /** The folder the new draft goes to, as uri: files that the front matter names are found from there. */
  folder?: string;
  /** The new plan's year; the one after last year's where absent. */
  year?: number;
}

/** `error`: why there is no draft, and what to do. */
export type NextYearResult =
  | (NewDraft & {
      year: number;
      /** Years rolled forward, deadlines left open, years to be verified, targets that stand as they were. */
      years: number;
      deadlines: number;
      doubts: number;
      targets: number;
    })
  | { error: string; advice: string };

export interface RenumberParams extends DocumentParams {
  /** Only items whose marker stands in this range; the whole document where absent. */
  range?: Range;
}

export interface RenumberPreview {
  uri: string;
  version: number;
  changes: RenumberChange[];
}

/** One place that 重新编号 rewrites. */
export interface RenumberChange {
  kind: 'marker' | 'reference';
  range: Range;
  oldText: string;
  newText: string;
  /** The line as it is now, for the preview. */
  line: string;
}

export interface RearrangeParams extends DocumentParams {
  /** On the item's line. */
  position: Position;
  action: Rearrangement;
}

export type Rearrangement =
  | { kind: 'up' | 'down' | 'promote' | 'demote' | 'insert' }
  /** `target` is on the line of the item it goes to; `into` is behind the last one under that item. */
  | { kind: 'move'; place: 'before' | 'after' | 'into'; target: Position }
  /** The place is chosen by the levels of the two. */
  | { kind: 'drop'; target: Position };

export interface FillFieldParams extends DocumentParams {
  /** In the task. */
  position: Position;
  field: CellField;
}

export interface EditFieldParams extends FillFieldParams {
  /** The task's title as the person saw it. */
  title: string;
  /** What the cell showed; nothing is written where the text says something else by now. */
  before: string;
  value: string;
}
