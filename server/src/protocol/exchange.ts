import type { DocumentParams } from './documents';

/* Files that come in and go out. */

/** Client → server: make a draft of a file. Answer: `ImportResult`. */
export const IMPORT_FILE = 'yaodian/importFile';
/** Client → server: take the comments of a Word file in as notes on a draft. Answer: `TakeCommentsResult`, or null for other documents. */
export const TAKE_COMMENTS = 'yaodian/takeComments';
/** Client → server: make paragraphs and tables of what was copied. Answer: the text to insert. `ImportFragmentParams`. */
export const IMPORT_FRAGMENT = 'yaodian/importFragment';

/**
 * Client → server: the draft in the official format, or as a file of another kind. Answer: `ExportResult`, or null for
 * other documents. Cancelling the request ends the office suite that makes a PDF.
 */
export const EXPORT_DOCUMENT = 'yaodian/exportDocument';
/** Client → server: the draft as pages of paper, in HTML. Answer: `DocumentPreview`, or null for other documents. */
export const DOCUMENT_PREVIEW = 'yaodian/documentPreview';

/** Client → server: a ledger of the draft's tasks. Answer: `ExportResult`, or null for other documents. */
export const MAKE_LEDGER = 'yaodian/makeLedger';
/** Client → server: a workbook for each unit of the draft. `DocumentParams`. Answer: `UnitListsResult` or null. */
export const UNIT_LISTS = 'yaodian/unitLists';

export interface LedgerParams extends DocumentParams {
  kind: '分解表' | '单位清单' | '时限' | '督办' | '日历';
  format: 'xlsx' | 'docx' | 'ics';
}

export type UnitListsResult =
  { files: { name: string; base64: string }[] } | { problem: string; advice: string };

export interface ExportParams extends DocumentParams {
  format: 'docx' | 'html' | 'pdf';
  /** Whether the review notes go out as comments in the margin of a Word file. */
  notes?: boolean;
}

export interface DocumentPreview {
  uri: string;
  version: number;
  title: string;
  /** A style sheet for all pages. */
  styles: string;
  /** One element a page. Elements with `data-start` and `data-end` come from these UTF-16 offsets of the draft. */
  pages: string[];
}

export interface ImportFileParams {
  /** The file's name, with its ending. */
  name: string;
  /** The file's bytes in base64. */
  content: string;
}

/** `error`: why the file cannot be imported, and what to do; else the draft and its report, as Markdown. */
export type ImportResult = ImportedFile | ImportFailure;

export interface ImportedFile {
  text: string;
  report: string;
  summary: string;
  attention: number;
  /** What goes into the side file: the comments of a Word document, as review notes. */
  notes?: string;
}

export interface ImportFailure {
  error: string;
  advice: string;
}

/** A file whose comments are to stand beside the notes on a draft. */
export interface TakeCommentsParams extends DocumentParams, ImportFileParams {}

/** `added`, `changed`: how many notes are new, and how many say something else now; `comments`: how many there were. */
export type TakeCommentsResult = { comments: number; added: number; changed: number } | ImportFailure;

export interface ImportFragmentParams {
  /** As an application put it on the clipboard; preferred where it is there. */
  html?: string;
  text: string;
}
