import type { TextEdit } from './range';

/**
 * Small edits that turn `before` into `after`: line by line where the number of lines is the same, else one for the
 * stretch that differs. An editor keeps cursors, folds and marks outside the edits.
 */
export function textDifference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const [from, to] = [before.split('\n'), after.split('\n')];
  if (from.length !== to.length) return [differingStretch(before, after, 0)];
  const edits: TextEdit[] = [];
  let offset = 0;
  from.forEach((line, index) => {
    const other = to[index] as string;
    if (line !== other) edits.push(differingStretch(line, other, offset));
    offset += line.length + 1;
  });
  return edits;
}

function differingStretch(before: string, after: string, offset: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (splitsPair(before, head)) head--;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (splitsPair(before, before.length - tail)) tail--;
  return {
    range: { start: offset + head, end: offset + before.length - tail },
    newText: after.slice(head, after.length - tail),
  };
}

/** An edit must not begin or end between the halves of a surrogate pair. */
function splitsPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return index > 0 && index < text.length && code >= 0xdc00 && code <= 0xdfff;
}
