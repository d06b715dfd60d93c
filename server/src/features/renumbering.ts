import type { Draft } from '../dialect/model';
import type { Range } from '../dialect/range';
import { renumberEdits } from '../dialect/renumber';

/** One place that 重新编号 rewrites, for a preview. */
export interface RenumberChange {
  readonly kind: 'marker' | 'reference';
  readonly range: Range;
  readonly oldText: string;
  readonly newText: string;
  /** The line as it is now. */
  readonly line: string;
}

/** What 重新编号 changes in the draft, or in what `selection` touches. */
export function renumbering(draft: Draft, selection?: Range): RenumberChange[] {
  const markers = new Set<number>();
  for (const item of draft.outline) markers.add(item.marker.range.start);
  return renumberEdits(draft, selection).edits.map(({ range, newText }) => ({
    kind: markers.has(range.start) ? 'marker' : 'reference',
    range,
    oldText: draft.text.slice(range.start, range.end),
    newText,
    line: lineOf(draft, range.start),
  }));
}

function lineOf({ text, lines }: Draft, offset: number): string {
  const { start, end } = lines.rangeOf(lines.lineAt(offset));
  return text.slice(start, end);
}
