import type { Range as LspRange } from 'vscode-languageserver-types';
import { LineTable } from '../dialect/lines';
import { applyEdits, type Range, type TextEdit } from '../dialect/range';
import { Positions, type PositionEncoding } from './positions';

/** Where a range of the edited text is, in positions of the edited text. */
export function rangeAfter(
  text: string,
  edits: readonly TextEdit[],
  range: Range,
  encoding: PositionEncoding,
): LspRange {
  const edited = applyEdits(text, edits);
  return new Positions(edited, LineTable.of(edited), encoding).rangeOf(range);
}
