import type { Range, TextEdit } from '../dialect/range';
import type { Diagnostic } from './rule';

/** What the light bulb offers; edits are of the draft's text. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.yaodian' | 'source.renumber.yaodian';
  readonly edits: readonly TextEdit[];
  /** The findings that the action answers. */
  readonly findings: readonly Diagnostic[];
  /** The one an editor may apply without asking which. */
  readonly preferred?: boolean;
  /** What the writer goes on with, in the edited text: a gap to fill, or a placeholder to overwrite. */
  readonly select?: Range;
}
