import type { Block, TextBlock } from './blocks';
import { readMarkerShape } from './marker-shape';
import { trimEnd } from './markdown/characters';
import type { Range } from './range';
import type { BodyLine } from './structure';

/** A non-blank text line in the order of the source. */
export interface SourceLine extends BodyLine {
  /** Position among the source lines. */
  readonly index: number;
  readonly lineRange: BodyLine['range'];
}

/** A run of source lines by index, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function readSourceLines(text: string, blocks: readonly Block[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  for (const block of blocks) {
    if (block.kind !== 'text') continue;
    const range = withoutComments(text, block.range);
    if (range) lines.push(toSourceLine(text, block, range, lines.length));
  }
  return lines;
}

/** Comments at a line's end (directives among them) are no part of its text; undefined where nothing else is there. */
function withoutComments(text: string, range: Range): Range | undefined {
  if (!text.endsWith('-->', range.end)) return range;
  const line = text.slice(range.start, range.end);
  let end = line.length;
  while (line.endsWith('-->', end)) {
    const open = line.lastIndexOf('<!--', end - 3);
    if (open < 0 || line.indexOf('-->', open + 2) !== end - 3) break;
    end = trimEnd(line, 0, open);
  }
  return end > 0 ? { start: range.start, end: range.start + end } : undefined;
}

function toSourceLine(text: string, block: TextBlock, range: Range, index: number): SourceLine {
  return {
    index,
    line: block.line,
    text: text.slice(range.start, range.end),
    range,
    lineRange: block.lineRange,
    indent: range.start > block.lineRange.start ? indentOf(text, block.lineRange.start, range.start) : '',
    headingDepth: block.headingDepth,
    isListed: block.listItem === 'bullet',
  };
}

function indentOf(text: string, start: number, end: number): string {
  return /^\s*/.exec(text.slice(start, end))?.[0] ?? '';
}

/** Whether a line begins with a marker that no look-alike has. */
export function isStrongMarker(line: SourceLine): boolean {
  const shape = readMarkerShape(line.text);
  return shape !== undefined && !shape.weak;
}
