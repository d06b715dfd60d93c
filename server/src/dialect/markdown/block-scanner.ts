import type { Block, OpaqueBlock } from '../blocks';
import type { Range } from '../range';
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
  skipSpace,
  STAR,
  TILDE,
  trimEnd,
  UNDERSCORE,
} from './characters';
import { continueContainer, MAX_CONTAINER_DEPTH, openContainer, openSibling } from './containers';
import type { Container, ListItem } from './containers';
import { endOfDefinition } from './definition-syntax';
import { findFrontMatter } from './front-matter-fence';
import { endsHtml, readHtmlStart } from './html-syntax';
import type { HtmlKind } from './html-syntax';
import { LineCursor } from './line-cursor';
import { LineReader } from './line-reader';
import {
  closesFence,
  isThematicBreak,
  readAtxHeading,
  readFenceOpening,
  readSetextUnderline,
} from './line-syntax';
import type { FenceOpening } from './line-syntax';
import { countDelimiterCells, splitCells } from './table-syntax';

/** A line of running text; `content` is where it begins behind its containers' prefixes. */
interface TextLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly content: number;
  /** Goes on with a paragraph without its containers' prefixes. */
  readonly lazy: boolean;
  /** The list items that begin on this line. */
  readonly items: readonly ListItem[];
}

/**
 * The paragraph that is open. Its text lines are blocks already, except that those of a paragraph beginning with `[`
 * wait until it is known whether they are definitions.
 */
interface Paragraph {
  readonly kind: 'paragraph';
  last: TextLine;
  /** Whether `last` has a block (a line of nothing but full-width spaces has none). */
  lastHasBlock: boolean;
  pending: TextLine[] | undefined;
}

interface Fence extends FenceOpening {
  readonly kind: 'fence';
  readonly line: number;
  readonly start: number;
}

interface Html {
  readonly kind: 'html';
  readonly htmlKind: HtmlKind;
  readonly line: number;
  readonly start: number;
}

interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly start: number;
  readonly header: readonly Range[];
  readonly rows: { line: number; range: Range; cells: readonly Range[] }[];
  end: number;
}

type Leaf = Paragraph | Fence | Html | Table;

const NO_ITEMS: readonly ListItem[] = [];

/** The state of reading a text line by line: open containers, the open leaf block, and the blocks found. */
export class BlockScanner {
  private readonly blocks: Block[] = [];
  private containers: Container[] = [];
  private leaf: Leaf | undefined;
  private readonly reader: LineReader;
  /** The end of the line before the current one. */
  private previousEnd = 0;

  constructor(private readonly text: string) {
    this.reader = new LineReader(text);
  }

  scan(): Block[] {
    this.skipFrontMatter();
    while (this.reader.next()) {
      this.readLine();
      this.previousEnd = this.reader.end;
    }
    this.closeLeaf();
    return this.blocks;
  }

  private skipFrontMatter(): void {
    const place = findFrontMatter(this.text);
    if (!place) return;
    while (this.reader.number < place.lines) this.reader.next();
    this.addOpaque('yaml', 1, place.start, place.end, false);
  }

  private readLine(): void {
    const { text, reader } = this;
    let start = reader.start;
    if (start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) start = 1;
    if (this.containers.length === 0 && this.isPlain(start)) this.addText(start, false, NO_ITEMS);
    else this.readStructuredLine(new LineCursor(text, start, reader.end));
  }

  /** The fast path: outside containers, fences, HTML and tables, a line that begins like prose is prose. */
  private isPlain(start: number): boolean {
    if (this.leaf && this.leaf.kind !== 'paragraph') return false;
    const code = this.text.charCodeAt(start);
    return start < this.reader.end && (code > 127 || isAsciiLetter(code));
  }

  private readStructuredLine(cursor: LineCursor): void {
    const items: ListItem[] = [];
    const matched = this.matchContainers(cursor, items);
    const allMatched = matched === this.containers.length;
    const { leaf } = this;
    if (allMatched && leaf && (leaf.kind === 'fence' || leaf.kind === 'html'))
      return this.continueVerbatim(leaf, cursor);
    const opened = this.openContainers(cursor, matched, allMatched && leaf?.kind === 'paragraph', items);
    const lazy = !opened && !allMatched;
    const from = skipMarkdownSpace(this.text, cursor.offset, cursor.end);
    if (lazy && this.continuesLazily(from)) return this.addText(cursor.offset, true, items);
    if (lazy) {
      this.closeLeaf();
      this.containers.length = matched;
    }
    if (from === cursor.end) this.readBlank(items);
    else this.readFlow(from, lazy, items);
  }

  /** Matches the line against the open containers; a further item of an open list replaces the item before. */
  private matchContainers(cursor: LineCursor, items: ListItem[]): number {
    const { containers, text } = this;
    for (let depth = 0; depth < containers.length; depth++) {
      const container = containers[depth] as Container;
      if (continueContainer(container, cursor, text)) continue;
      const sibling = container.kind === 'item' ? openSibling(cursor, text, container) : undefined;
      if (!sibling) return depth;
      this.closeLeaf();
      containers.length = depth;
      containers.push(sibling);
      items.push(sibling);
      return depth + 1;
    }
    return containers.length;
  }

  private openContainers(
    cursor: LineCursor,
    matched: number,
    interrupting: boolean,
    items: ListItem[],
  ): boolean {
    let opened = false;
    let depth = matched;
    while (depth < MAX_CONTAINER_DEPTH) {
      const container = openContainer(cursor, this.text, interrupting);
      if (!container) break;
      if (!opened) {
        this.closeLeaf();
        this.containers.length = matched;
        opened = true;
      }
      this.containers.push(container);
      if (container.kind === 'item') items.push(container);
      depth++;
    }
    return opened;
  }

  /** Whether a line outside its containers is still the text of their paragraph (CommonMark 0.31.2 §5.1). */
  private continuesLazily(from: number): boolean {
    if (this.leaf?.kind !== 'paragraph') return false;
    const { text } = this;
    const to = this.reader.end;
    if (from === to) return false;
    return !(
      readAtxHeading(text, from, to) ||
      isThematicBreak(text, from, to) ||
      readFenceOpening(text, from, to) ||
      readHtmlStart(text, from, to)
    );
  }

  private continueVerbatim(leaf: Fence | Html, cursor: LineCursor): void {
    const { text } = this;
    const from = skipMarkdownSpace(text, cursor.offset, cursor.end);
    if (leaf.kind === 'fence') {
      if (closesFence(leaf, text, from, cursor.end)) this.endVerbatim('code', leaf, cursor.end, false);
    } else if (leaf.htmlKind >= 6) {
      if (from === cursor.end) this.closeLeaf();
    } else if (endsHtml(leaf.htmlKind, text, from, cursor.end))
      this.endVerbatim('html', leaf, cursor.end, false);
  }

  private endVerbatim(kind: 'code' | 'html', leaf: Fence | Html, end: number, unclosed: boolean): void {
    this.addOpaque(kind, leaf.line, leaf.start, end, unclosed);
    this.leaf = undefined;
  }

  private readBlank(items: readonly ListItem[]): void {
    this.closeLeaf();
    const ordered = items.find((item) => item.ordered);
    if (ordered) this.emitText(this.textLine(this.reader.end, false, items), undefined);
  }

  /** Reads the line's rest, at its containers' level, as a block that begins or goes on here. */
  private readFlow(from: number, lazy: boolean, items: readonly ListItem[]): void {
    const code = this.text.charCodeAt(from);
    if (this.readSyntax(code, from, lazy, items)) return;
    const { leaf } = this;
    if (leaf?.kind === 'table') this.addRow(leaf, from);
    else if ((code === PIPE || code === COLON || code === DASH) && this.openTable(from)) return;
    else this.addText(from, lazy, items);
  }

  private readSyntax(code: number, from: number, lazy: boolean, items: readonly ListItem[]): boolean {
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
        return this.openHtml(from, lazy);
      default:
        return false;
    }
  }

  private readAtx(from: number, items: readonly ListItem[]): boolean {
    const heading = readAtxHeading(this.text, from, this.reader.end);
    if (!heading) return false;
    this.closeLeaf();
    const line = this.textLine(heading.start, false, items);
    this.emitText(line, heading.depth, heading.end);
    return true;
  }

  /** One line is one paragraph: an underline makes a heading of the line above it and of no other. */
  private readSetext(from: number): boolean {
    const depth = readSetextUnderline(this.text, from, this.reader.end);
    const paragraph = this.leaf;
    if (depth === 0 || paragraph?.kind !== 'paragraph') return false;
    const hasText = this.closeParagraph(paragraph);
    const last = this.blocks[this.blocks.length - 1];
    if (!hasText) return false;
    if (paragraph.lastHasBlock && last?.kind === 'text')
      this.blocks[this.blocks.length - 1] = { ...last, headingDepth: depth };
    return true;
  }

  private readRule(from: number): boolean {
    if (!isThematicBreak(this.text, from, this.reader.end)) return false;
    this.closeLeaf();
    this.addOpaque('rule', this.reader.number, from, this.reader.end, false);
    return true;
  }

  private openFence(from: number): boolean {
    const fence = readFenceOpening(this.text, from, this.reader.end);
    if (!fence) return false;
    this.closeLeaf();
    this.leaf = { kind: 'fence', ...fence, line: this.reader.number, start: from };
    return true;
  }

  private openHtml(from: number, lazy: boolean): boolean {
    const { text, reader } = this;
    const htmlKind = readHtmlStart(text, from, reader.end);
    if (!htmlKind || (htmlKind === 7 && this.leaf?.kind === 'paragraph' && !lazy)) return false;
    this.closeLeaf();
    const html: Html = { kind: 'html', htmlKind, line: reader.number, start: from };
    this.leaf = html;
    if (endsHtml(htmlKind, text, from + (htmlKind === 2 ? 2 : 1), reader.end)) {
      this.endVerbatim('html', html, reader.end, false);
    }
    return true;
  }

  /** A delimiter row makes a table of itself and the paragraph line above, if that has as many cells. */
  private openTable(from: number): boolean {
    const { text, reader, leaf } = this;
    if (leaf?.kind !== 'paragraph') return false;
    const columns = countDelimiterCells(text, from, reader.end);
    if (columns === 0) return false;
    const head = leaf.last;
    const header = splitCells(text, head.content, head.end);
    if (header.length !== columns) return false;
    this.takeLastLine(leaf);
    this.closeParagraph(leaf);
    const start = skipMarkdownSpace(text, head.content, head.end);
    this.leaf = { kind: 'table', line: head.line, start, header, rows: [], end: reader.end };
    return true;
  }

  private takeLastLine(paragraph: Paragraph): void {
    if (paragraph.pending) paragraph.pending.pop();
    else if (paragraph.lastHasBlock) this.blocks.pop();
  }

  private addRow(table: Table, from: number): void {
    const { text, reader } = this;
    const end = trimEnd(text, from, reader.end);
    table.rows.push({
      line: reader.number,
      range: { start: from, end },
      cells: splitCells(text, from, reader.end),
    });
    table.end = reader.end;
  }

  private addText(content: number, lazy: boolean, items: readonly ListItem[]): void {
    const line = this.textLine(content, lazy, items);
    const { leaf } = this;
    if (leaf?.kind === 'paragraph') {
      leaf.last = line;
      if (leaf.pending) leaf.pending.push(line);
      else leaf.lastHasBlock = this.emitText(line, undefined);
    } else if (this.text.charCodeAt(content) === OPEN_BRACKET) {
      this.leaf = { kind: 'paragraph', last: line, lastHasBlock: false, pending: [line] };
    } else {
      const lastHasBlock = this.emitText(line, undefined);
      this.leaf = { kind: 'paragraph', last: line, lastHasBlock, pending: undefined };
    }
  }

  private textLine(content: number, lazy: boolean, items: readonly ListItem[]): TextLine {
    const { number, start, end } = this.reader;
    return { line: number, start, end, content, lazy, items };
  }

  /** Whether the line has anything to see besides white space and Markdown prefixes. */
  private emitText(line: TextLine, headingDepth: number | undefined, to = line.end): boolean {
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

  private closeLeaf(): void {
    const { leaf } = this;
    if (!leaf) return;
    if (leaf.kind === 'paragraph') this.closeParagraph(leaf);
    else if (leaf.kind === 'table') this.closeTable(leaf);
    else if (leaf.kind === 'fence') this.endVerbatim('code', leaf, this.previousEnd, true);
    else this.endVerbatim('html', leaf, this.previousEnd, leaf.htmlKind < 6);
    this.leaf = undefined;
  }

  private closeTable({ line, start, end, header, rows }: Table): void {
    this.blocks.push({
      kind: 'table',
      line,
      range: { start, end: trimEnd(this.text, start, end) },
      header,
      rows,
    });
  }

  /** Whether text remains of the paragraph besides definitions. */
  private closeParagraph(paragraph: Paragraph): boolean {
    this.leaf = undefined;
    const { pending } = paragraph;
    if (!pending) return true;
    const taken = this.emitDefinitions(pending);
    for (const line of pending.slice(taken)) paragraph.lastHasBlock = this.emitText(line, undefined);
    return taken < pending.length;
  }

  /** Emits the definitions a paragraph begins with; returns the number of lines they take. */
  private emitDefinitions(lines: readonly TextLine[]): number {
    const content = lines.map((line) => this.text.slice(line.content, line.end)).join('\n');
    let taken = 0;
    let position = 0;
    while (taken < lines.length) {
      const end = endOfDefinition(content, position);
      if (end < 0) break;
      const first = lines[taken] as TextLine;
      for (; position <= end; position = afterLine(content, position)) taken++;
      const last = lines[taken - 1] as TextLine;
      this.addOpaque(
        'definition',
        first.line,
        skipMarkdownSpace(this.text, first.content, first.end),
        last.end,
        false,
      );
    }
    return taken;
  }

  private addOpaque(
    kind: OpaqueBlock['kind'],
    line: number,
    start: number,
    end: number,
    unclosed: boolean,
  ): void {
    this.blocks.push({ kind, line, range: { start, end }, unclosed });
  }
}

/** The offset behind the line break that ends the line at `from`, one past the content's end for its last line. */
function afterLine(content: string, from: number): number {
  const feed = content.indexOf('\n', from);
  return feed < 0 ? content.length + 1 : feed + 1;
}
