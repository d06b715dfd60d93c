import { BYTE_ORDER_MARK, skipMarkdownSpace } from './characters';
import { LineReader } from './line-reader';

export interface FrontMatterPlace {
  /** Offset of the opening `---`. */
  readonly start: number;
  /** Offset behind the closing `---`, white space after it included. */
  readonly end: number;
  /** Lines it covers, both fences included. */
  readonly lines: number;
}

/** Front matter: from `---` on the first line (after a byte order mark) to the next line that is `---`. */
export function findFrontMatter(text: string): FrontMatterPlace | undefined {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (!text.startsWith('---', start)) return undefined;
  const reader = new LineReader(text);
  reader.next();
  if (skipMarkdownSpace(text, start + 3, reader.end) !== reader.end) return undefined;
  while (reader.next()) {
    if (!text.startsWith('---', reader.start)) continue;
    if (skipMarkdownSpace(text, reader.start + 3, reader.end) !== reader.end) continue;
    return { start, end: reader.end, lines: reader.number };
  }
  return undefined;
}
