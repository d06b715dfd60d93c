import type { SourceLine, Span } from './source-line';
import { isDateLine, isOrganisation } from './titles';

/** Signature and date that end the plan itself. */
export function findClosing(lines: readonly SourceLine[], from: number, end: number): Span {
  for (let i = end - 1; i > from && i >= end - 6; i--) {
    if (!isDateLine((lines[i] as SourceLine).text)) continue;
    let start = i;
    while (start - 1 > from && isOrganisation((lines[start - 1] as SourceLine).text)) start--;
    return { start, end };
  }
  return { start: end, end };
}

/**
 * Signature and date below the attachments, as pages have them that put everything in one stream: after a table row or
 * a sentence, for below the cells of a table they might be cells.
 */
export function findLateClosing(lines: readonly SourceLine[], from: number, end: number): Span | undefined {
  const [before, signature, date] = lines.slice(Math.max(from, end - 3), end);
  if (before === undefined || signature === undefined || date === undefined) return undefined;
  const isBelowText = /[\t|。]/.test(before.text) && signature.line - before.line > 1;
  const signs = isOrganisation(signature.text) && isDateLine(date.text) && date.line - signature.line <= 2;
  return isBelowText && signs ? { start: signature.index, end } : undefined;
}
