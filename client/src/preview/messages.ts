/** What the preview's page and the extension say to each other. Offsets are UTF-16 offsets of the draft. */
export type ToPage =
  | { readonly kind: 'show'; readonly styles: string; readonly pages: readonly string[] }
  | { readonly kind: 'findings'; readonly findings: readonly PreviewFinding[] }
  | { readonly kind: 'reveal'; readonly offset: number }
  | { readonly kind: 'download'; readonly name: string; readonly base64: string };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly start: number; readonly end: number }
  | { readonly kind: 'print' };

export interface PreviewFinding {
  readonly start: number;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** The page has no language of its own: its words come with it. */
export interface PreviewWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly print: string;
  /** `{0}` pages. */
  readonly pages: string;
  readonly hint: string;
}
