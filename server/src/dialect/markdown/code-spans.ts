import type { Range } from '../range';
import { BACKTICK } from './characters';

/** The code spans (CommonMark 0.31.2 §6.1) of the text `within`, backticks included. */
export function findCodeSpans(text: string, within: Range): Range[] {
  const spans: Range[] = [];
  const unclosed = new Set<number>();
  for (let i = text.indexOf('`', within.start); i >= 0 && i < within.end; i = text.indexOf('`', i)) {
    const start = i;
    i = endOfRun(text, start, within.end);
    const size = i - start;
    const end = unclosed.has(size) ? -1 : endOfSpan(text, i, within.end, size);
    if (end < 0) unclosed.add(size);
    else spans.push({ start, end: (i = end) });
  }
  return spans;
}

function endOfRun(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && text.charCodeAt(i) === BACKTICK) i++;
  return i;
}

/** The end of the next run of `size` backticks; -1 where there is none. */
function endOfSpan(text: string, from: number, to: number, size: number): number {
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) !== BACKTICK) continue;
    const start = i;
    i = endOfRun(text, start, to);
    if (i - start === size) return i;
  }
  return -1;
}
