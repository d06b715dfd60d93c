import type { LineTable } from '../lines';
import type { Range } from '../range';

export interface LinedText {
  readonly text: string;
  readonly lines: LineTable;
}

/** The lines from one to before another. */
export function textsOf({ text, lines }: LinedText, first: number, until: number): readonly string[] {
  const texts: string[] = [];
  for (let line = first; line < until && line <= lines.count; line++) {
    const { start, end } = lines.rangeOf(line);
    texts.push(text.slice(start, end));
  }
  return texts;
}

/** The lines of a text before, from `first` to before `until`, that others have taken the place of. */
export function differingLines(
  before: LinedText,
  after: LinedText,
  { start, end }: Range,
): { readonly first: number; readonly until: number } {
  const by = after.lines.count - before.lines.count;
  let first = before.lines.lineAt(start);
  let until = before.lines.lineAt(end) + 1;
  const isSame = (line: number, now: number): boolean =>
    textsOf(before, line, line + 1)[0] === textsOf(after, now, now + 1)[0];
  while (first < until && first < until + by && isSame(first, first)) first++;
  while (first < until && first < until + by && isSame(until - 1, until - 1 + by)) until--;
  return { first, until };
}
