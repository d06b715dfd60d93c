import type { Diagnostic } from 'vscode-languageserver-types';

/**
 * What a diagnostic says but for the places it names. Diagnostics that differ in places only share it, so that whoever
 * writes them need not spell it out again: a line typed at the top moves all of them and changes what none says. As the
 * key is a symbol, no client sees it.
 */
export const SAYING = Symbol('saying');

/** Empty until written; the form is the writer's own. */
export interface Saying {
  words?: string;
  /** The diagnostic that was written last, and as what. */
  writtenOf?: Diagnostic;
  written?: string;
}

export interface Said extends Diagnostic {
  readonly [SAYING]?: Saying;
}
