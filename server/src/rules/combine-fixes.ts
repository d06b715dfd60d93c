import { sortByStart, type TextEdit } from '../dialect/range';
import type { Fix } from './rule';

/**
 * The edits of as many fixes as go together. Earlier fixes win: one that would change what an earlier one changes
 * is left out whole, one whose edits are all there already (two findings, one repair) costs nothing.
 */
export function combineFixes(fixes: readonly Fix[]): TextEdit[] {
  const taken: TextEdit[] = [];
  /** The taken edit at each offset that one changes or inserts at: there may be a hundred thousand. */
  const changing = new Map<number, TextEdit>();
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !isSame(edit, changing.get(edit.range.start)));
    if (fresh.some((edit) => isTaken(edit, changing))) continue;
    for (const edit of fresh) {
      taken.push(edit);
      for (let offset = edit.range.start; offset < endOf(edit); offset++) changing.set(offset, edit);
    }
  }
  return sortByStart(taken);
}

function isSame(a: TextEdit, b: TextEdit | undefined): boolean {
  return a.newText === b?.newText && a.range.start === b.range.start && a.range.end === b.range.end;
}

/** Two insertions at one place count too: nobody knows which should come first. */
function isTaken(edit: TextEdit, changing: ReadonlyMap<number, TextEdit>): boolean {
  for (let offset = edit.range.start; offset < endOf(edit); offset++) if (changing.has(offset)) return true;
  return false;
}

/** An insertion takes up the place before a character. */
function endOf({ range }: TextEdit): number {
  return Math.max(range.end, range.start + 1);
}
