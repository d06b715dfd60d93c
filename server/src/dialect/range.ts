/**
 * Half-open range `[start, end)` of UTF-16 offsets into a draft's whole text.
 * Every position below the connection layer is an offset; lines and LSP positions are derived at the edges.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A piece of the source as written, with the range it covers: `text.slice(range.start, range.end) === value`. */
export interface Located {
  readonly value: string;
  readonly range: Range;
}

/** Replaces `range` by `newText`. Edits of one set never overlap. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export function range(start: number, end: number): Range {
  return { start, end };
}

/** Whether plain data is a range and no other part of a model: those have more to say than where they stand. */
export function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function intersects(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Like `intersects`, and also where one only meets the other's edge: a cursor at the end of a word is at the word. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Sorts in place by where each begins. Lists are nearly always in order as they are read: then nothing is copied. */
export function sortByStart<T extends { readonly range: Range }>(list: T[]): T[] {
  for (let i = 1; i < list.length; i++)
    if ((list[i - 1] as T).range.start > (list[i] as T).range.start)
      return list.sort((a, b) => a.range.start - b.range.start);
  return list;
}

/** Sorts in place by where each begins, and of those that begin together the longest first. */
export function sortLongestFirst<T extends Range>(list: T[]): T[] {
  for (let i = 1; i < list.length; i++)
    if (longestFirst(list[i - 1] as T, list[i] as T) > 0) return list.sort(longestFirst);
  return list;
}

function longestFirst(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end;
}

/** The smallest range around all, of which there is at least one. There may be more than a call takes arguments. */
export function around(ranges: readonly Range[]): Range {
  let start = Infinity;
  let end = 0;
  for (const each of ranges) {
    start = Math.min(start, each.start);
    end = Math.max(end, each.end);
  }
  return { start, end };
}

/** Applies non-overlapping edits, in any order; insertions at one offset keep the order they are given in. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < position) throw new RangeError('edits overlap');
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}

/** Those of `sorted` (by where they begin) that lie in `outer`; costs no more than there are, and a short search. */
export function within<T extends { readonly range: Range }>(sorted: readonly T[], outer: Range): T[] {
  const found: T[] = [];
  for (let index = firstFrom(sorted, outer.start); index < sorted.length; index++) {
    const one = sorted[index] as T;
    if (one.range.start > outer.end) break;
    if (one.range.end <= outer.end) found.push(one);
  }
  return found;
}

function firstFrom(sorted: readonly { readonly range: Range }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { readonly range: Range }).range.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
