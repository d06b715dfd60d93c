import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import type { Block, OpaqueBlock, TableBlock, TextBlock } from './blocks';
import { LineTable } from './lines';
import { BlockScanner } from './markdown/block-scanner';
import type { Scan } from './markdown/block-scanner';
import type { ContainerSpan } from './markdown/container-stack';
import { BYTE_ORDER_MARK, isSpace, skipMarkdownSpace } from './markdown/characters';
import { MAX_CONTAINER_DEPTH } from './markdown/containers';
import { readAtxHeading } from './markdown/line-syntax';
import { createPartParser } from './markdown/remark-parser';
import type { PartParser } from './markdown/remark-parser';
import { shiftPositions } from './markdown/shift-positions';
import { splitLines } from './markdown/split-lines';

/** Characters without which a line holds nothing but text. */
const INLINE_SYNTAX = /[\\`*_[<&\0]/;
/*
 * micromark takes time that grows with the square of some sizes. Beyond these limits, which no plan comes near, the
 * tree is simpler than remark-parse's, and building it stays linear.
 */
/** In UTF-16 units. A longer line is text without inline syntax. */
const INLINE_LIMIT = 20_000;
/** Lines times depth of nesting. A larger quote or list is a row of paragraphs. */
const SPAN_LIMIT = 5000;
/** Rows of a table are parsed so many at a time. */
const ROWS_AT_ONCE = 200;
/** A line of text, for the parser to see that the part behind it may have to interrupt a paragraph. */
const STUB = 'x\n';

/**
 * Parses a draft to mdast with positions. The tree is remark-parse's but for the dialect's opinions (docs/dialect.md):
 * every line of a paragraph is a paragraph, its inline syntax ends with it, and an underline makes a heading of one
 * line only. It follows the blocks of `scanBlocks`; lines without syntax never see micromark.
 */
export function parseTree(text: string): Root {
  return new TreeBuilder(text, new BlockScanner(text).scan()).build();
}

type TableRowBlock = TableBlock['rows'][number];

class TreeBuilder {
  private readonly children: RootContent[] = [];
  private readonly lines: LineTable;
  private readonly parser: PartParser;
  /** The first line's beginning, behind a byte order mark. */
  private readonly first: number;

  constructor(
    private readonly text: string,
    private readonly scan: Scan,
  ) {
    this.lines = LineTable.of(text);
    this.parser = createPartParser(scan.labels);
    this.first = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  build(): Root {
    const { blocks, spans } = this.scan;
    let index = 0;
    for (const span of spans) {
      for (; index < blocks.length && (blocks[index] as Block).line < span.line; index++)
        this.addBlock(index);
      const from = index;
      while (index < blocks.length && (blocks[index] as Block).line <= span.lastLine) index++;
      this.addSpan(span, blocks.slice(from, index));
    }
    for (; index < blocks.length; index++) this.addBlock(index);
    const { text, children } = this;
    return {
      type: 'root',
      children,
      position: { start: this.pointAt(this.first), end: this.pointAt(text.length) },
    };
  }

  private addBlock(index: number): void {
    const block = this.scan.blocks[index] as Block;
    if (block.kind === 'text') this.children.push(this.textNode(block));
    else if (block.kind === 'yaml') this.children.push(this.yaml(block));
    else if (block.kind === 'table') this.addTable(block, this.scan.blocks[index - 1]);
    else this.addPart(block);
  }

  private textNode({ lineRange, line, headingDepth }: TextBlock): RootContent {
    const { end } = lineRange;
    const start = skipMarkdownSpace(this.text, Math.max(lineRange.start, this.first), end);
    if (headingDepth === undefined) return this.paragraph(start, end);
    const atx = readAtxHeading(this.text, start, end);
    if (atx) return this.heading(headingDepth, this.inline(atx.start, atx.end), start, end);
    return this.heading(headingDepth, this.inline(start, end), start, this.lines.rangeOf(line + 1).end);
  }

  /** Where a text line's own text begins: full-width spaces are part of it, other indentation is not. */
  private contentOf({ range, lineRange }: TextBlock): number {
    let start = range.start;
    while (start > Math.max(lineRange.start, this.first) && isSpace(this.text.charCodeAt(start - 1))) start--;
    return skipMarkdownSpace(this.text, start, range.end);
  }

  private paragraph(start: number, end: number): Paragraph {
    const children = this.inline(start, end);
    return { type: 'paragraph', children, position: { start: this.pointAt(start), end: this.pointAt(end) } };
  }

  private inline(start: number, end: number): PhrasingContent[] {
    const source = this.text.slice(start, end);
    if (source.length > INLINE_LIMIT || !INLINE_SYNTAX.test(source)) return this.plainText(start, source);
    const paragraph = this.parser.parseInline(source);
    if (!paragraph) return this.plainText(start, source);
    shiftPositions([paragraph], this.originOf(start));
    return paragraph.children;
  }

  private plainText(start: number, source: string): PhrasingContent[] {
    const value = source.replace(/[ \t]+$/, '');
    if (value === '') return [];
    const position = { start: this.pointAt(start), end: this.pointAt(start + value.length) };
    return [{ type: 'text', value: value.replaceAll('\0', '\uFFFD'), position }];
  }

  private heading(depth: number, children: PhrasingContent[], start: number, end: number): Heading {
    const position = { start: this.pointAt(start), end: this.pointAt(end) };
    return { type: 'heading', depth: depth as Heading['depth'], children, position };
  }

  private yaml({ range }: OpaqueBlock): RootContent {
    const { text, lines } = this;
    const from = lines.startOf(2);
    const last = lines.lineAt(range.end);
    const value = last > 2 ? text.slice(from, lines.rangeOf(last - 1).end) : '';
    return {
      type: 'yaml',
      value,
      position: { start: this.pointAt(range.start), end: this.pointAt(range.end) },
    };
  }

  /** Whether a table's head is a further line of a paragraph: `2. 甲 | 乙` begins no list there. */
  private continuesParagraph({ line }: TableBlock, before: Block | undefined): boolean {
    if (before?.kind !== 'text' || before.headingDepth !== undefined) return false;
    return before.line === line - 1 && !this.scan.spans.some((span) => span.lastLine === before.line);
  }

  /** A block that remark-parse reads by itself: code, HTML, rule, definition. */
  private addPart(block: OpaqueBlock): void {
    const { lines, text } = this;
    const end = block.unclosed ? text.length : lines.rangeOf(lines.lineAt(block.range.end)).end;
    this.children.push(...this.parsePart(block.line, end, end, ''));
  }

  private addTable(block: TableBlock, before: Block | undefined): void {
    const stub = this.continuesParagraph(block, before) ? STUB : '';
    const first = this.endOfRows(block, 0);
    const [table] = this.parsePart(block.line, first, first, stub);
    if (table?.type !== 'table') return;
    this.children.push(table);
    const head = this.text.slice(this.lines.startOf(block.line), this.lines.rangeOf(block.line + 1).end);
    for (let row = ROWS_AT_ONCE; row < block.rows.length; row += ROWS_AT_ONCE) {
      const end = this.endOfRows(block, row);
      const [more] = this.parsePart((block.rows[row] as TableRowBlock).line, end, end, `${STUB}${head}\n`);
      if (more?.type !== 'table' || !more.position || !table.position) return;
      table.children.push(...more.children.slice(1));
      table.position.end = more.position.end;
    }
  }

  /** The end of the last row that is parsed together with row `from`. */
  private endOfRows({ line, rows }: TableBlock, from: number): number {
    const last = rows[Math.min(from + ROWS_AT_ONCE, rows.length) - 1];
    return this.lines.rangeOf(last ? last.line : line + 1).end;
  }

  /** A quote or list: the line after it is parsed along, because it decides where micromark lets the block end. */
  private addSpan(span: ContainerSpan, blocks: readonly Block[]): void {
    const { lines, text } = this;
    const isLast = span.lastLine >= lines.count;
    const end = isLast ? text.length : lines.rangeOf(span.lastLine + 1).end;
    const size = (span.lastLine - span.line + 1) * span.depth;
    if (size > SPAN_LIMIT || span.depth === MAX_CONTAINER_DEPTH) return this.addFlat(blocks);
    const nodes = this.parsePart(span.line, end, isLast ? end : span.end, span.afterParagraph ? STUB : '');
    const contents = new Map<number, TextBlock>();
    for (const block of blocks) if (block.kind === 'text') contents.set(block.line, block);
    splitLines(nodes, {
      isBlank: (start, end) => text.slice(start, end).trim() === '',
      lineEnd: (line) => lines.rangeOf(line).end,
      contentOf: (line) => {
        const block = contents.get(line);
        return block && this.contentOf(block);
      },
      paragraph: (start, lineEnd) => this.paragraph(start, lineEnd),
      heading: (depth, start, lineEnd, headingEnd) =>
        this.heading(depth, this.inline(start, lineEnd), start, headingEnd),
    });
    this.children.push(...nodes);
  }

  private addFlat(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'text') this.children.push(this.paragraph(block.range.start, block.range.end));
    }
  }

  /**
   * The nodes that begin before `limit` when the lines from `line` to the offset `end` are parsed by themselves.
   * `before` is parsed ahead of them; a node that begins in it and goes on in them counts, one that does not is left out.
   */
  private parsePart(line: number, end: number, limit: number, before: string): RootContent[] {
    const start = line === 1 ? this.first : this.lines.startOf(line);
    const nodes = this.parser.parseBlocks(before + this.text.slice(start, end));
    const origin = this.originOf(start);
    const linesBefore = before.split(/\r\n?|\n/).length - 1;
    shiftPositions(
      nodes,
      before === '' ? origin : { offset: start - before.length, line: line - linesBefore, column: 0 },
    );
    return nodes.filter(({ position }) => {
      return (
        position &&
        (position.end.offset ?? 0) > start &&
        (position.start.offset ?? 0) < Math.max(limit, start + 1)
      );
    });
  }

  private originOf(offset: number): { offset: number; line: number; column: number } {
    const { line, column } = this.pointAt(offset);
    return { offset, line, column: column - 1 };
  }

  private pointAt(offset: number): Point {
    const line = this.lines.lineAt(offset);
    return { line, column: offset - this.lines.startOf(line) + 1, offset };
  }
}
