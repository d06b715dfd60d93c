import type { Block, TextBlock } from './blocks';
import type { BodyLine } from './structure';

/** A non-blank text line in the order of the source. */
export interface SourceLine extends BodyLine {
  /** Position among the source lines. */
  readonly index: number;
  readonly lineRange: BodyLine['range'];
}

export function readSourceLines(text: string, blocks: readonly Block[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  for (const block of blocks) if (block.kind === 'text') lines.push(toSourceLine(text, block, lines.length));
  return lines;
}

function toSourceLine(text: string, block: TextBlock, index: number): SourceLine {
  return {
    index,
    line: block.line,
    text: text.slice(block.range.start, block.range.end),
    range: block.range,
    lineRange: block.lineRange,
    indent: /^\s*/.exec(text.slice(block.lineRange.start, block.range.start))?.[0] ?? '',
    headingDepth: block.headingDepth,
  };
}
