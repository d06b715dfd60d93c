/**
 * Texts with marks in place of offsets, so that tests need no line numbers: `|` is the cursor, `«…»` a range; marks may
 * be nested. Neither occurs in official prose.
 */
export interface MarkedText {
  readonly text: string;
  /** Offset of each `|`. */
  readonly cursors: readonly number[];
  /** Each `«…»`, in the order of their beginnings. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): MarkedText {
  let text = '';
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === '|') cursors.push(text.length);
    else if (character === '«') {
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
  return { text, cursors, ranges };
}

/** The only cursor of a marked text. */
export function atCursor(source: string): { text: string; cursor: number } {
  const { text, cursors } = marked(source);
  if (cursors.length !== 1) throw new Error(`one | expected in ${source}`);
  return { text, cursor: cursors[0] as number };
}
