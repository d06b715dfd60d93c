import {
  BACKTICK,
  DASH,
  EQUALS,
  HASH,
  isDigit,
  isMarkdownSpace,
  PLUS,
  skipMarkdownSpace,
  STAR,
  TILDE,
  UNDERSCORE,
} from './characters';

/*
 * Recognisers of Markdown syntax that fills one line. All take `[from, to)`, the line's rest after its containers
 * without leading white space, and look at each character a bounded number of times.
 */

export interface AtxHeading {
  readonly depth: number;
  /** The heading's text without `#`s and the white space beside them. */
  readonly start: number;
  readonly end: number;
}

/** CommonMark 0.31.2 §4.2. */
export function readAtxHeading(text: string, from: number, to: number): AtxHeading | undefined {
  let i = from;
  while (i < to && i - from < 7 && text.charCodeAt(i) === HASH) i++;
  const depth = i - from;
  if (depth === 0 || depth > 6) return undefined;
  if (i < to && !isMarkdownSpace(text.charCodeAt(i))) return undefined;
  const start = skipMarkdownSpace(text, i, to);
  return { depth, start, end: endOfAtxText(text, start, to) };
}

function endOfAtxText(text: string, start: number, to: number): number {
  let end = to;
  while (end > start && isMarkdownSpace(text.charCodeAt(end - 1))) end--;
  let sequence = end;
  while (sequence > start && text.charCodeAt(sequence - 1) === HASH) sequence--;
  if (sequence === start) return start;
  if (sequence === end || !isMarkdownSpace(text.charCodeAt(sequence - 1))) return end;
  while (sequence > start && isMarkdownSpace(text.charCodeAt(sequence - 1))) sequence--;
  return sequence;
}

/** CommonMark 0.31.2 §4.1: three or more of `*`, `-` or `_`, white space between allowed. */
export function isThematicBreak(text: string, from: number, to: number): boolean {
  const marker = text.charCodeAt(from);
  if (marker !== STAR && marker !== DASH && marker !== UNDERSCORE) return false;
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === marker) count++;
    else if (!isMarkdownSpace(code)) return false;
  }
  return count >= 3;
}

/** The depth of the heading that a setext underline makes (CommonMark 0.31.2 §4.3); 0 where it is none. */
export function readSetextUnderline(text: string, from: number, to: number): 0 | 1 | 2 {
  const marker = text.charCodeAt(from);
  if (from >= to || (marker !== EQUALS && marker !== DASH)) return 0;
  let i = from;
  while (i < to && text.charCodeAt(i) === marker) i++;
  if (skipMarkdownSpace(text, i, to) !== to) return 0;
  return marker === EQUALS ? 1 : 2;
}

export interface FenceOpening {
  readonly marker: number;
  readonly size: number;
}

/** CommonMark 0.31.2 §4.5. */
export function readFenceOpening(text: string, from: number, to: number): FenceOpening | undefined {
  const marker = text.charCodeAt(from);
  if (marker !== BACKTICK && marker !== TILDE) return undefined;
  let i = from;
  while (i < to && text.charCodeAt(i) === marker) i++;
  const size = i - from;
  if (size < 3) return undefined;
  if (marker === BACKTICK) for (; i < to; i++) if (text.charCodeAt(i) === BACKTICK) return undefined;
  return { marker, size };
}

export function closesFence(fence: FenceOpening, text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to && text.charCodeAt(i) === fence.marker) i++;
  return i - from >= fence.size && skipMarkdownSpace(text, i, to) === to;
}

export interface ListMarker {
  /** The character that tells lists apart: `-`, `+`, `*`, `.` or `)`. */
  readonly delimiter: number;
  readonly ordered: boolean;
  /** Length of `-` or `12.`. */
  readonly length: number;
}

/**
 * CommonMark 0.31.2 §5.2, without the white space around. A marker that interrupts a paragraph must have content and,
 * if ordered, be 1.
 */
export function readListMarker(
  text: string,
  from: number,
  to: number,
  interrupting: boolean,
): ListMarker | undefined {
  const code = text.charCodeAt(from);
  const bullet = code === STAR || code === PLUS || code === DASH;
  if (from >= to || (!bullet && !isDigit(code))) return undefined;
  const length = bullet ? 1 : orderedLength(text, from, to, interrupting);
  const after = from + length;
  if (length === 0 || (after < to && !isMarkdownSpace(text.charCodeAt(after)))) return undefined;
  if (interrupting && skipMarkdownSpace(text, after, to) === to) return undefined;
  if (bullet && code !== PLUS && isThematicBreak(text, from, to)) return undefined;
  return { delimiter: text.charCodeAt(after - 1), ordered: !bullet, length };
}

/** The length of `12.` or `12)`: at most nine digits; 0 where it is none. */
function orderedLength(text: string, from: number, to: number, interrupting: boolean): number {
  let i = from;
  while (i < to && i - from < 10 && isDigit(text.charCodeAt(i))) i++;
  const digits = i - from;
  if (digits > 9 || i >= to) return 0;
  if (interrupting && (digits > 1 || text.charCodeAt(from) !== 49)) return 0;
  const delimiter = text.charCodeAt(i);
  return delimiter === 46 || delimiter === 41 ? digits + 1 : 0;
}
