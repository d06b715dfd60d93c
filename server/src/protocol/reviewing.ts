import type { Range } from 'vscode-languageserver-types';
import type { DocumentParams, ExportResult } from './documents';

/* Review notes, comparisons, and what becomes of a superior’s plan. */

/**
 * Client → server: what becomes of the superiors' plans in a draft, as a page or a workbook. Answer: `TraceResult`, or
 * null for other documents.
 */
export const TRACE_DRAFT = 'yaodian/traceDraft';
/** Client → server: the review notes on a draft. Answer: `DraftNotes`, or null for other documents. */
export const REVIEW_NOTES = 'yaodian/reviewNotes';
/** Client → server: change the review notes on a draft. Answer: `DraftNotes` as they are then. `EditNotesParams`. */
export const EDIT_NOTES = 'yaodian/editNotes';
/** Server → client: side files were changed, here or by somebody else. */
export const NOTES_CHANGED = 'yaodian/notesChanged';

export interface EditNotesParams extends DocumentParams {
  operation: NoteOperation;
}

/** What a person does to the notes; `reply` names a reply of note `id`, where it is not the note itself. */
export type NoteOperation =
  | { kind: 'add'; range: Range; text: string; author: string }
  | { kind: 'reply'; id: string; text: string; author: string }
  | { kind: 'state'; id: string; state: NoteState }
  | { kind: 'text'; id: string; reply?: string; text: string }
  | { kind: 'delete'; id: string; reply?: string };

export type NoteState = 'open' | 'resolved' | 'rejected';

export interface DraftNotes {
  uri: string;
  /** The version of the document that all ranges refer to. */
  version: number;
  /** Why the notes cannot be read, or the edit could not be made, in Chinese. */
  problem?: string;
  /** In the order of the text. */
  notes: NoteInfo[];
}

export interface NoteInfo {
  id: string;
  author: string;
  /** ISO 8601 in UTC. */
  date: string;
  state: NoteState;
  text: string;
  /** The words it was written on. */
  quote: string;
  range: Range;
  /** `changed`: its words were edited; `near`: they are gone; `lost`: so is their task, the range is the beginning. */
  how: 'exact' | 'changed' | 'near' | 'lost';
  /** 第二部分（三）第7项; empty where it has no such name. */
  place: string;
  replies: { id: string; author: string; date: string; text: string }[];
}

/**
 * Client → server: the text of a draft as it was in a revision of its git repository. Answer: `RevisionResult`. Starts
 * git, and so does nothing in a folder that the person does not trust.
 */
export const READ_REVISION = 'yaodian/readRevision';
/** Client → server: two drafts compared by task, for a page in the editor. Answer: `ComparisonPage`, or null for other documents. */
export const COMPARISON_PAGE = 'yaodian/comparisonPage';
/** Client → server: the comparison as a file to hand on; docx is 花脸稿. Answer: `ExportResult`, or null for other documents. */
export const COMPARISON_FILE = 'yaodian/comparisonFile';

export interface RevisionParams extends DocumentParams {
  /** As git understands it: `HEAD~1`, a branch, a tag, a hash. */
  revision: string;
}

export type RevisionResult = { text: string } | { error: string; advice: string };

/** The document is the new draft. */
export interface ComparisonParams extends DocumentParams {
  old: {
    /** Where its text can be shown. */
    uri: string;
    /** As people call it. */
    name: string;
    text: string;
  };
}

export interface ComparisonFileParams extends ComparisonParams {
  format: 'docx' | 'html';
}

export interface ComparisonPage {
  /** A style sheet, and what stands in the page's body: no scripts. Places link to `PLACE_CURSOR_COMMAND`. */
  styles: string;
  body: string;
}

export interface TraceParams extends DocumentParams {
  format: 'html' | 'xlsx';
}

/** The file's bytes, or why there is none and what to do, in Chinese. */
export type TraceResult = ExportResult;
