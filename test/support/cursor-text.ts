/**
 * Texts with marks in place of offsets, so that tests of features need no line numbers: `«…»` is a range (may be
 * nested), `|` the cursor. What a rule finds is marked otherwise, see marked-text.ts.
 */
export interface RangedText {
  readonly text: string;
  /** Each `«…»`, in the order of their beginnings. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): RangedText {
  let text = '';
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === '«') {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else if (character === '»') {
      const range = open.pop();
      if (!range) throw new Error(`» without « in ${source}`);
      range.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error(`« without » in ${source}`);
  return { text, ranges };
}

/** A text with one `|`, which is the cursor. */
export function atCursor(source: string): { text: string; cursor: number } {
  const parts = source.split('|');
  if (parts.length !== 2) throw new Error(`one | expected in ${source}`);
  return { text: parts.join(''), cursor: parts[0]?.length ?? 0 };
}
