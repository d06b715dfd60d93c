import type { Block } from '../blocks';
import { BlockList } from './block-list';
import type { TextLine } from './block-list';
import {
  BACKTICK,
  BYTE_ORDER_MARK,
  COLON,
  DASH,
  EQUALS,
  HASH,
  isAsciiLetter,
  LESS,
  OPEN_BRACKET,
  PIPE,
  skipMarkdownSpace,
  STAR,
  TILDE,
  trimEnd,
  UNDERSCORE,
} from './characters';
import { ContainerStack } from './container-stack';
import type { ContainerSpan } from './container-stack';
import type { ListItem } from './containers';
import { findFrontMatter } from './front-matter-fence';
import { endsHtml, readHtmlStart } from './html-syntax';
import type { Fence, Html, Leaf, Paragraph, Table } from './leaves';
import { LineCursor } from './line-cursor';
import { LineReader } from './line-reader';
import {
  closesFence,
  isThematicBreak,
  readAtxHeading,
  readFenceOpening,
  readSetextUnderline,
} from './line-syntax';
import { countDelimiterCells, holdsBar, splitCells } from './table-syntax';

const NO_ITEMS: readonly ListItem[] = [];

/** What one pass over a text finds; besides the blocks what a tree needs to be built. */
export interface Scan {
  readonly blocks: Block[];
  /** Labels of the link reference definitions, as written. */
  readonly labels: readonly string[];
  /** Where containers are open, in order. */
  readonly spans: readonly ContainerSpan[];
}

/** The state of reading a text line by line: open containers, the open leaf block, and the blocks found. */
export class BlockScanner {
  private readonly list: BlockList;
  private readonly reader: LineReader;
  private readonly containers: ContainerStack;
  private leaf: Leaf | undefined;
  /** The end of the line before the current one. */
  private previousEnd = 0;

  constructor(private readonly text: string) {
    this.list = new BlockList(text);
    this.reader = new LineReader(text);
    this.containers = new ContainerStack(text);
  }

  scan(): Scan {
    this.skipFrontMatter();
    while (this.reader.next()) {
      this.readLine();
      this.previousEnd = this.reader.end;
    }
    this.closeLeaf();
    return { blocks: this.list.blocks, labels: this.list.labels, spans: this.containers.spans };
  }

  private skipFrontMatter(): void {
    const place = findFrontMatter(this.text);
    if (!place) return;
    while (this.reader.number < place.lines) this.reader.next();
    this.list.addOpaque('yaml', 1, { start: place.start, end: place.end });
  }

  private readLine(): void {
    const { text, reader } = this;
    let start = reader.start;
    if (start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) start = 1;
    if (this.containers.depth === 0 && this.isPlain(start)) this.addText(start, NO_ITEMS);
    else this.readStructuredLine(new LineCursor(text, start, reader.end));
  }

  /** The fast path: outside containers, fences, HTML and tables, a line that begins like prose is prose. */
  private isPlain(start: number): boolean {
    if (this.leaf && this.leaf.kind !== 'paragraph') return false;
    const code = this.text.charCodeAt(start);
    return start < this.reader.end && (code > 127 || isAsciiLetter(code));
  }

  private readStructuredLine(cursor: LineCursor): void {
    const { leaf, containers } = this;
    const items: ListItem[] = [];
    const depthBefore = containers.depth;
    const matched = containers.match(cursor, items);
    if (items.length > 0) this.closeLeaf();
    const allMatched = matched === containers.depth;
    if (allMatched && (leaf?.kind === 'fence' || leaf?.kind === 'html') && this.leaf === leaf) {
      this.continueVerbatim(leaf, cursor);
      return containers.noteLine(this.reader, depthBefore, false);
    }
    const interrupting = allMatched && this.leaf?.kind === 'paragraph';
    const opened = containers.open(cursor, matched, interrupting, items);
    if (opened) this.closeLeaf();
    const from = skipMarkdownSpace(this.text, cursor.offset, cursor.end);
    if (!opened && !allMatched) this.readOutsideContainers(from, matched, items);
    else if (from === cursor.end) this.readBlank(items);
    else this.readFlow(from, items);
    containers.noteLine(this.reader, depthBefore, interrupting);
  }

  /** A line without the prefixes of all containers: lazy text of their paragraph, else they end before it. */
  private readOutsideContainers(from: number, matched: number, items: readonly ListItem[]): void {
    if (this.continuesLazily(from)) return this.addText(from, items);
    const afterTable = this.leaf?.kind === 'table';
    this.closeLeaf();
    this.containers.leave(matched);
    if (from === this.reader.end) return;
    this.readFlow(from, items);
    // As micromark has it: the line that ends a table by leaving its container cannot be the head of the next.
    if (afterTable && this.leaf?.kind === 'paragraph') this.leaf.lastMayBeHead = false;
  }

  /** Whether a line outside its containers is still the text of their paragraph (CommonMark 0.31.2 §5.1). */
  private continuesLazily(from: number): boolean {
    const { text } = this;
    const to = this.reader.end;
    if (this.leaf?.kind !== 'paragraph' || from === to) return false;
    return !(
      readAtxHeading(text, from, to) ||
      isThematicBreak(text, from, to) ||
      readFenceOpening(text, from, to) ||
      (readHtmlStart(text, from, to) ?? 7) < 7
    );
  }

  private continueVerbatim(leaf: Fence | Html, cursor: LineCursor): void {
    const { text } = this;
    const from = skipMarkdownSpace(text, cursor.offset, cursor.end);
    if (leaf.kind === 'fence') {
      if (closesFence(leaf, text, from, cursor.end)) this.endVerbatim(leaf, cursor.end, false);
    } else if (leaf.htmlKind >= 6) {
      if (from === cursor.end) this.closeLeaf();
    } else if (endsHtml(leaf.htmlKind, text, from, cursor.end)) this.endVerbatim(leaf, cursor.end, false);
  }

  private endVerbatim(leaf: Fence | Html, end: number, unclosed: boolean): void {
    this.list.addOpaque(
      leaf.kind === 'fence' ? 'code' : 'html',
      leaf.line,
      { start: leaf.start, end },
      unclosed,
    );
    this.leaf = undefined;
  }

  private readBlank(items: readonly ListItem[]): void {
    this.closeLeaf();
    // An item without text is the text of its own number.
    if (items.some((item) => item.ordered)) this.list.addText(this.textLine(this.reader.end, items));
  }

  /** Reads the line's rest, at its containers' level, as a block that begins or goes on here. */
  private readFlow(from: number, items: readonly ListItem[]): void {
    const code = this.text.charCodeAt(from);
    if (this.readSyntax(code, from, items)) return;
    const { leaf } = this;
    if (leaf?.kind === 'table' && holdsBar(this.text, from, this.reader.end)) this.addRow(leaf, from);
    else if (leaf?.kind === 'table') this.readBelowTable(from, items);
    else if ((code === PIPE || code === COLON || code === DASH) && this.openTable(from)) return;
    else this.addText(from, items);
  }

  private readSyntax(code: number, from: number, items: readonly ListItem[]): boolean {
    switch (code) {
      case HASH:
        return this.readAtx(from, items);
      case EQUALS:
        return this.readSetext(from);
      case DASH:
        return this.readSetext(from) || this.readRule(from);
      case STAR:
      case UNDERSCORE:
        return this.readRule(from);
      case BACKTICK:
      case TILDE:
        return this.openFence(from);
      case LESS:
        return this.openHtml(from);
      default:
        return false;
    }
  }

  private readAtx(from: number, items: readonly ListItem[]): boolean {
    const heading = readAtxHeading(this.text, from, this.reader.end);
    if (!heading) return false;
    this.closeLeaf();
    this.list.addText(this.textLine(heading.start, items), heading.depth, heading.end);
    return true;
  }

  /** One line is one paragraph: an underline makes a heading of the line above it and of no other. */
  private readSetext(from: number): boolean {
    const depth = readSetextUnderline(this.text, from, this.reader.end);
    const paragraph = this.leaf;
    if (depth === 0 || paragraph?.kind !== 'paragraph') return false;
    if (!this.closeParagraph(paragraph)) return false;
    if (paragraph.lastHasBlock) this.list.promoteLast(depth);
    return true;
  }

  private readRule(from: number): boolean {
    const { number, end } = this.reader;
    if (!isThematicBreak(this.text, from, end)) return false;
    this.closeLeaf();
    this.list.addOpaque('rule', number, { start: from, end });
    return true;
  }

  private openFence(from: number): boolean {
    const fence = readFenceOpening(this.text, from, this.reader.end);
    if (!fence) return false;
    this.closeLeaf();
    this.leaf = { kind: 'fence', ...fence, line: this.reader.number, start: from };
    return true;
  }

  private openHtml(from: number): boolean {
    const { text, reader } = this;
    const htmlKind = readHtmlStart(text, from, reader.end);
    if (!htmlKind || (htmlKind === 7 && this.leaf?.kind === 'paragraph')) return false;
    this.closeLeaf();
    const html: Html = { kind: 'html', htmlKind, line: reader.number, start: from };
    this.leaf = html;
    const afterOpening = from + (htmlKind === 2 ? 2 : 1);
    if (endsHtml(htmlKind, text, afterOpening, reader.end)) this.endVerbatim(html, reader.end, false);
    return true;
  }

  /** A delimiter row makes a table of itself and the paragraph line above, if that has as many cells. */
  private openTable(from: number): boolean {
    const { text, reader, leaf } = this;
    if (leaf?.kind !== 'paragraph' || !leaf.lastMayBeHead) return false;
    const columns = countDelimiterCells(text, from, reader.end);
    if (columns === 0) return false;
    const { line, content, end } = leaf.last;
    const header = splitCells(text, content, end);
    if (header.length !== columns) return false;
    if (leaf.pending) leaf.pending.pop();
    else if (leaf.lastHasBlock) this.list.blocks.pop();
    this.closeParagraph(leaf);
    const start = skipMarkdownSpace(text, content, end);
    this.leaf = { kind: 'table', line, start, header, rows: [], end: reader.end };
    return true;
  }

  private addRow(table: Table, from: number): void {
    const { text, reader } = this;
    const range = { start: from, end: trimEnd(text, from, reader.end) };
    table.rows.push({ line: reader.number, range, cells: splitCells(text, from, reader.end) });
    table.end = reader.end;
  }

  /** A line without a bar is no row: whoever forgets the blank line below a table does not lose the text to it. */
  private readBelowTable(from: number, items: readonly ListItem[]): void {
    this.closeLeaf();
    this.addText(from, items);
  }

  private addText(content: number, items: readonly ListItem[]): void {
    const line = this.textLine(content, items);
    const { leaf, list } = this;
    if (leaf?.kind === 'paragraph') {
      leaf.last = line;
      leaf.lastMayBeHead = true;
      if (leaf.pending) leaf.pending.push(line);
      else leaf.lastHasBlock = list.addText(line);
      return;
    }
    const pending = this.text.charCodeAt(content) === OPEN_BRACKET ? [line] : undefined;
    const lastHasBlock = pending ? false : list.addText(line);
    this.leaf = { kind: 'paragraph', last: line, lastHasBlock, lastMayBeHead: true, pending };
  }

  private textLine(content: number, items: readonly ListItem[]): TextLine {
    const { number, start, end } = this.reader;
    return { line: number, start, end, content, items };
  }

  private closeLeaf(): void {
    const { leaf } = this;
    if (leaf?.kind === 'paragraph') this.closeParagraph(leaf);
    else if (leaf?.kind === 'table') this.closeTable(leaf);
    else if (leaf) this.endVerbatim(leaf, this.previousEnd, leaf.kind === 'fence' || leaf.htmlKind < 6);
    this.leaf = undefined;
  }

  private closeTable({ line, start, end, header, rows }: Table): void {
    const range = { start, end: trimEnd(this.text, start, end) };
    this.list.blocks.push({ kind: 'table', line, range, header, rows });
  }

  /** Whether text remains of the paragraph besides definitions. */
  private closeParagraph(paragraph: Paragraph): boolean {
    this.leaf = undefined;
    const { pending } = paragraph;
    if (!pending) return true;
    const taken = this.list.addDefinitions(pending);
    for (const line of pending.slice(taken)) paragraph.lastHasBlock = this.list.addText(line);
    return taken < pending.length;
  }
}
