import type { TextEdit } from '../dialect/range';
import type { Fix } from './rule';

/**
 * The edits of as many fixes as go together. Earlier fixes win: one that would change what an earlier one changes
 * is left out whole, one whose edits are all there already (two findings, one repair) costs nothing.
 */
export function combineFixes(fixes: readonly Fix[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (!fresh.some((edit) => taken.some((other) => collide(edit, other)))) taken.push(...fresh);
  }
  return taken.sort((a, b) => a.range.start - b.range.start);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.newText === b.newText && a.range.start === b.range.start && a.range.end === b.range.end;
}

/** Two insertions at one place count too: nobody knows which should come first. */
function collide(a: TextEdit, b: TextEdit): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end
    ? true
    : a.range.start === b.range.start && (isInsertion(a) || isInsertion(b));
}

function isInsertion({ range }: TextEdit): boolean {
  return range.start === range.end;
}
