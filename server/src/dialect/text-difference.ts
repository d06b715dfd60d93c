import type { Range, TextEdit } from './range';

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

/** How many characters two texts have in common at their beginning and at their end, or more. */
export interface SharedEnds {
  readonly start: number;
  readonly end: number;
}

/**
 * The smallest range of `before` to be replaced to make it `after`, of those that leave alone what is known to be
 * shared; undefined where they are the same.
 */
export function differingRange(
  before: string,
  after: string,
  shared: SharedEnds = { start: 0, end: 0 },
): Range | undefined {
  const [was, is] = [before, after].map((text) => text.slice(shared.start, text.length - shared.end)) as [
    string,
    string,
  ];
  if (was === is) return undefined;
  const start = sharedLength(was, is, (text, from, length) => text.slice(from, from + length));
  const behind = sharedLength(was.slice(start), is.slice(start), (text, from, length) =>
    text.slice(text.length - from - length, text.length - from),
  );
  return { start: shared.start + start, end: before.length - shared.end - behind };
}

/** How long the piece is that two texts have in common, found by pieces: engines compare those a word at a time. */
function sharedLength(
  a: string,
  b: string,
  piece: (text: string, from: number, length: number) => string,
): number {
  const longest = Math.min(a.length, b.length);
  let shared = 0;
  for (let step = PIECE; step > 0; step = step >> 4)
    while (shared + step <= longest && piece(a, shared, step) === piece(b, shared, step)) shared += step;
  return shared;
}

/** A power of 16. */
const PIECE = 0x10000;
