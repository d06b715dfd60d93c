import type { Range } from 'vscode-languageserver-types';

/* What several requests have in common. */

/** Of a request that goes through many drafts, with progress, and can be cancelled. */
export interface DraftsParams {
  /** Uris of folders and files; the whole workspace where there are none. */
  places: string[];
  /** Where the client shows the progress itself; without it the server asks for one. */
  workDoneToken?: number | string;
}

/** The file's bytes, or why there is none and what to do instead, in Chinese. */
export type ExportResult = { base64: string } | { problem: string; advice: string };

export interface DocumentParams {
  textDocument: { uri: string };
}

export interface Place {
  text: string;
  range: Range;
}

/** Edits of one version of a document, to be applied as one step; or why there are none and what to do, in Chinese. */
export type DraftEdit =
  | {
      version: number;
      edits: { range: Range; newText: string }[];
      /** What to show and select, in the edited text. */
      selection: Range | null;
      /** What the person should look at, in Chinese. */
      warning: string | null;
    }
  | { problem: string };
