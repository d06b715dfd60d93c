import type { Block, OpaqueBlock } from '../blocks';
import type { Range } from '../range';
import { skipMarkdownSpace, skipSpace, trimEnd } from './characters';
import type { ListItem } from './containers';
import { endOfDefinition, labelOfDefinition } from './definition-syntax';

/** A line of running text; `content` is where it begins behind its containers' prefixes. */
export interface TextLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly content: number;
  /** The list items that begin on this line. */
  readonly items: readonly ListItem[];
}

/** The blocks found so far, and what is needed besides them to build a tree. */
export class BlockList {
  readonly blocks: Block[] = [];
  /** Labels of the link reference definitions, as written. */
  readonly labels: string[] = [];

  constructor(private readonly text: string) {}

  /** Adds a line as text (`to` is where it ends if not at the line's end); false where there is nothing to see. */
  addText(line: TextLine, headingDepth?: number, to = line.end): boolean {
    const { text } = this;
    const ordered = line.items.length > 0 ? line.items.find((item) => item.ordered) : undefined;
    const start = ordered ? ordered.markerStart : skipSpace(text, line.content, to);
    const end = trimEnd(text, start, to);
    if (start === end && headingDepth === undefined) return false;
    this.blocks.push({
      kind: 'text',
      line: line.line,
      lineRange: { start: line.start, end: line.end },
      range: { start, end },
      headingDepth,
      listItem: ordered ? 'ordered' : line.items.length > 0 ? 'bullet' : undefined,
    });
    return true;
  }

  addOpaque(kind: OpaqueBlock['kind'], line: number, range: Range, unclosed = false): void {
    this.blocks.push({ kind, line, range, unclosed });
  }

  /** Makes a heading of the last block: an underline was found below it. */
  promoteLast(headingDepth: number): void {
    const last = this.blocks[this.blocks.length - 1];
    if (last?.kind === 'text') this.blocks[this.blocks.length - 1] = { ...last, headingDepth };
  }

  /** Adds the definitions that a paragraph's lines begin with; returns the number of lines they take. */
  addDefinitions(lines: readonly TextLine[]): number {
    const content = lines.map((line) => this.text.slice(line.content, line.end)).join('\n');
    let taken = 0;
    let position = 0;
    while (taken < lines.length) {
      const end = endOfDefinition(content, position);
      if (end < 0) break;
      this.labels.push(labelOfDefinition(content, position));
      const first = lines[taken] as TextLine;
      for (; position <= end; position = afterLine(content, position)) taken++;
      const start = skipMarkdownSpace(this.text, first.content, first.end);
      this.addOpaque('definition', first.line, { start, end: (lines[taken - 1] as TextLine).end });
    }
    return taken;
  }
}

/** The offset behind the line break that ends the line at `from`, one past the content's end for its last line. */
function afterLine(content: string, from: number): number {
  const feed = content.indexOf('\n', from);
  return feed < 0 ? content.length + 1 : feed + 1;
}
