import type { Range } from '../range';
import {
  BACKSLASH,
  COLON,
  DASH,
  isMarkdownSpace,
  PIPE,
  skipMarkdownSpace,
  skipSpace,
  trimEnd,
} from './characters';

/** The number of columns a GFM delimiter row (`|---|:-:|`) announces; 0 where the line is none. */
export function countDelimiterCells(text: string, from: number, to: number): number {
  let i = from;
  let cells = 0;
  let marked = false;
  if (text.charCodeAt(i) === PIPE) {
    marked = true;
    i = skipMarkdownSpace(text, i + 1, to);
  }
  while (i < to) {
    const colonBefore = text.charCodeAt(i) === COLON;
    if (colonBefore) i++;
    const dashes = i;
    while (i < to && text.charCodeAt(i) === DASH) i++;
    if (i === dashes) return 0;
    const colonAfter = i < to && text.charCodeAt(i) === COLON;
    if (colonAfter) i++;
    cells++;
    marked ||= colonBefore || colonAfter;
    i = skipMarkdownSpace(text, i, to);
    if (i === to) break;
    if (text.charCodeAt(i) !== PIPE) return 0;
    marked = true;
    i = skipMarkdownSpace(text, i + 1, to);
  }
  return marked ? cells : 0;
}

/** Whether a line `[from, to)` has a bar that separates cells: one that is not escaped. */
export function holdsBar(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === PIPE) return true;
    if (code === BACKSLASH) i++;
  }
  return false;
}

/**
 * The cells of a table row `[from, to)`, without pipes and the white space around their text. An empty cell is an
 * empty range where its text would be written.
 */
export function splitCells(text: string, from: number, to: number): Range[] {
  const cells: Range[] = [];
  let start = skipMarkdownSpace(text, from, to);
  if (text.charCodeAt(start) === PIPE && start < to) start++;
  let i = start;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i = afterEscape(text, i, to);
    else if (code === PIPE) {
      cells.push(trimCell(text, start, i));
      start = ++i;
    } else i++;
  }
  if (skipMarkdownSpace(text, start, to) < to) cells.push(trimCell(text, start, to));
  return cells;
}

/** Only a backslash and a pipe can be escaped in a row: `\a|` ends a cell. */
function afterEscape(text: string, backslash: number, to: number): number {
  const next = text.charCodeAt(backslash + 1);
  return backslash + 1 < to && (next === BACKSLASH || next === PIPE) ? backslash + 2 : backslash + 1;
}

function trimCell(text: string, from: number, to: number): Range {
  const start = skipSpace(text, from, to);
  if (start === to) {
    const place = from < to && isMarkdownSpace(text.charCodeAt(from)) ? from + 1 : from;
    return { start: place, end: place };
  }
  return { start, end: trimEnd(text, start, to) };
}
