import { formatDraft } from '../dialect/format/format-draft';
import type { Draft } from '../dialect/model';
import type { Range, TextEdit } from '../dialect/range';

export interface FormattingContext {
  /** Reads a text as this draft was read. */
  readonly read: (text: string) => Draft;
  /** Only the lines that this range touches. */
  readonly range?: Range;
}

/** Brings a draft into canonical form; the words stay as they are. */
export function formatting(draft: Draft, { read, range }: FormattingContext): readonly TextEdit[] {
  return formatDraft(draft, range === undefined ? { read } : { read, range });
}
