import { readAnatomy, type Anatomy } from './anatomy';
import type { Block, TableBlock } from './blocks';
import { readDirectives } from './directives';
import { readFrontMatter } from './front-matter';
import { isFurniture, isPageNumberLine } from './furniture';
import { createPassingReader, type FieldReader } from './field-reader';
import { opensFlattenedTable, readFlattenedTable, type FlattenedTable } from './flattened-table';
import { readImprint, type Imprint } from './imprint';
import { LineTable } from './lines';
import { mergeFrontMatter, readNotice } from './notice';
import { inOriginalCharacters } from './original-characters';
import type { Attachment, Directive, Draft, FrontMatter, Located, Notice, SpreadText, Table } from './model';
import type { Range } from './range';
import { readTasks } from './read-tasks';
import { beginReading } from './remember';
import { rereadDraft } from './reread/reread-draft';
import { scanBlocks } from './scan-blocks';
import { toSimplified } from './simplified';
import { isStrongMarker, readSourceLines, type SourceLine, type Span } from './source-line';
import { readStructure } from './structure';
import { fromFlattenedTable, fromGfmTable } from './tables';
import type { SharedEnds } from './text-difference';
import { isDocNumber, isSameTitle, isTitleLine, joinLines } from './titles';
import { readYear } from './year';

export interface ReadOptions {
  /** Chapter titles that frame a plan, besides the usual ones (框架章节). */
  readonly framingTitles?: readonly string[];
  /** Remembers what unchanged pieces of text say from one reading to the next. */
  readonly fieldReader?: FieldReader;
  /** A version of the draft read before, with the same titles: what it has in common with this need not be read again. */
  readonly before?: Draft | undefined;
  /** Another one, read as this is to be: a text that is taken back to it need not be read at all. */
  readonly earlier?: Draft | undefined;
  /** What is known of its ends: to look for what a text of millions of characters has in common takes milliseconds. */
  readonly shared?: SharedEnds | undefined;
}

/** Reads a text as a certain draft was read. */
export type ReadDraft = (text: string) => Draft;

/** Reads a draft: canonical Markdown, or text as published. Never throws; what cannot be read stays plain text. */
export function readDraft(text: string, options: ReadOptions = {}): Draft {
  const { before, earlier, fieldReader, framingTitles = [], shared } = options;
  if (earlier?.text === text) return earlier;
  beginReading();
  if (before && fieldReader) {
    const readWholly = readerFor({ fieldReader, framingTitles });
    const edited = rereadDraft(before, text, { fieldReader, framingTitles, readWholly }, shared);
    if (edited !== undefined) return edited;
  }
  return readWholly(text, options);
}

/** What it returns holds no version of a draft, as a function made in `readDraft` might. */
function readerFor(options: ReadOptions): (text: string) => Draft {
  return (text) => readWholly(text, options);
}

function readWholly(text: string, options: ReadOptions): Draft {
  const simplified = toSimplified(text);
  const draft = new DraftReader(simplified, options, text).read();
  return simplified === text ? draft : inOriginalCharacters(draft, text);
}

/** Page metadata may stand between the title and the text, in so many lines. */
const HEAD_OF_BODY = 3;

/** Tabs, bars and wide gaps stand between cells: 单位　　姓名　　电话 is the head of a table that lists no tasks. */
const CELLS = /\t|[|｜]|\S(?: {3,}|\u3000{2,})\S/;

/** One reading of one text; holds what its steps share. */
class DraftReader {
  private readonly fieldReader: FieldReader;
  private readonly lines: LineTable;
  private readonly blocks: readonly Block[];
  private readonly tableBlocks: readonly TableBlock[];
  private readonly source: readonly SourceLine[];
  private readonly imprint: Imprint;
  private readonly anatomy: Anatomy;
  private readonly frontMatter: FrontMatter | undefined;
  private readonly directives: readonly Directive[];

  constructor(
    private readonly text: string,
    private readonly options: ReadOptions,
    /** As written, where `text` has been made simplified. */
    original: string,
  ) {
    this.fieldReader = options.fieldReader ?? createPassingReader();
    this.lines = LineTable.of(text);
    this.blocks = scanBlocks(text);
    this.tableBlocks = this.blocks.filter((block) => block.kind === 'table');
    this.source = readSourceLines(text, this.blocks);
    const first = this.blocks[0];
    this.frontMatter = first?.kind === 'yaml' ? readFrontMatter(original, first) : undefined;
    this.directives = readDirectives(original, this.blocks);
    this.imprint = readImprint(this.source);
    this.anatomy = readAnatomy(this.source, this.imprint);
  }

  read(): Draft {
    const { anatomy } = this;
    const title = this.planTitle();
    const notice = this.notice();
    const year = readYear(this.frontMatter, title?.value, notice);
    const attachments = anatomy.attachments.map(({ label, span }) => this.attachment(label, span, year));
    const body = this.rangeOf(anatomy.body);
    const bodyTables = this.tablesIn(anatomy.body.start, this.bodyTablesEnd(), undefined, undefined, year);
    const structure = readStructure(this.withoutMetadata(this.prose(anatomy.body, bodyTables)), {
      ...this.structureOptions(),
      isFraming: anatomy.onlyAsks,
    });
    const tables = [...bodyTables, ...attachments.flatMap((attachment) => attachment.tables)];
    const reading = { year, reader: this.fieldReader };
    return {
      text: this.text,
      lines: this.lines,
      blocks: this.blocks,
      frontMatter: this.frontMatter,
      directives: this.directives,
      furniture: this.furniture(),
      title,
      notice,
      body,
      ...structure,
      tasks: readTasks(this.text, structure.items, { inBody: bodyTables, all: tables }, reading),
      attachmentsListed: anatomy.list?.entries ?? [],
      attachments,
      tables,
      year,
    };
  }

  private structureOptions(): { framingTitles: readonly string[]; directives: readonly Directive[] } {
    return { framingTitles: this.options.framingTitles ?? [], directives: this.directives };
  }

  private planTitle(): SpreadText | undefined {
    const { planTitle } = this.anatomy;
    if (planTitle !== undefined) return joinLines(this.source, planTitle.start, planTitle.end - 1);
    return undefined;
  }

  private notice(): Notice {
    const { anatomy, imprint } = this;
    const region = {
      title: anatomy.noticeTitle,
      start: anatomy.noticeStart,
      end: anatomy.noticeEnd,
      closing: this.source.slice(anatomy.closing.start, anatomy.closing.end),
    };
    const { cc, printer, printDate } = imprint;
    const listed = this.listedByNotice();
    const notice = { ...readNotice(this.source, region), listed, cc, printer, printDate };
    return mergeFrontMatter(notice, this.frontMatter);
  }

  /** 附件说明 names the plan itself where the plan is an attachment: it is the notice's then, wherever it stands. */
  private listedByNotice(): readonly Located[] {
    const { list, noticeList, planLabel } = this.anatomy;
    const title = this.planTitle();
    const namesPlan = isSameTitle(list?.entries[0]?.title, title?.value);
    const entries = (noticeList ?? (namesPlan ? list : undefined))?.entries;
    if (entries !== undefined)
      return entries.map(({ title: value, titleRange: range }) => ({ value, range }));
    return planLabel === undefined || title === undefined ? [] : [title];
  }

  private rangeOf(span: Span): Range {
    const first = this.source[span.start];
    const last = this.source[span.end - 1];
    if (first === undefined || last === undefined || span.end <= span.start) {
      const at = first?.range.start ?? this.text.length;
      return { start: at, end: at };
    }
    return { start: first.range.start, end: last.range.end };
  }

  private prose(span: Span, tables: readonly Table[]): readonly SourceLine[] {
    const lines: SourceLine[] = [];
    for (let index = span.start; index < Math.min(span.end, this.source.length); index++) {
      const line = this.source[index] as SourceLine;
      if (!this.isPageNumber(line) && !standsInTable(line, tables)) lines.push(line);
    }
    return lines;
  }

  /** `- 2 -` is a list item to Markdown, so that the whole line is asked. */
  private isPageNumber({ lineRange }: SourceLine): boolean {
    return isPageNumberLine(this.text, lineRange);
  }

  /** Page metadata between the title and the text is no paragraph of the plan. */
  private withoutMetadata(lines: readonly SourceLine[]): readonly SourceLine[] {
    const head = lines.slice(0, HEAD_OF_BODY);
    if (!head.some((line) => isFurniture(line.text))) return lines;
    return [...head.filter((line) => !isFurniture(line.text)), ...lines.slice(HEAD_OF_BODY)];
  }

  private attachment(
    label: Anatomy['attachments'][number]['label'],
    span: Span,
    year: number | undefined,
  ): Attachment {
    const titleSpan = this.attachmentTitle(label, span);
    const title =
      label.rest !== undefined
        ? { value: label.rest.value, range: label.rest.range, parts: [label.rest] }
        : titleSpan && joinLines(this.source, titleSpan.start, titleSpan.end - 1);
    const contentStart = titleSpan?.end ?? span.start + 1;
    const tables = this.tablesIn(contentStart, span.end, label.number, title?.value, year);
    const content = this.prose({ start: contentStart, end: span.end }, tables).filter(
      (line) => !this.imprint.lines.has(line.index),
    );
    const structure = readStructure(content, this.structureOptions());
    return {
      label: label.label,
      number: label.number,
      title,
      line: (this.source[span.start] as SourceLine).line,
      range: enclose(this.rangeOf(span), tables),
      tables,
      preamble: structure.preamble,
      items: structure.items,
    };
  }

  /** The lines below the label up to the first cell, item or paragraph. */
  private attachmentTitle(label: Anatomy['attachments'][number]['label'], span: Span): Span | undefined {
    if (label.rest !== undefined) return undefined;
    let end = span.start + 1;
    while (end < Math.min(span.end, span.start + 4)) {
      const line = this.source[end] as SourceLine;
      const apart = end > span.start + 1 && line.line - (this.source[end - 1] as SourceLine).line > 1;
      const holdsCells = end > span.start + 1 && CELLS.test(line.text);
      if (apart || holdsCells || isStrongMarker(line) || !isTitleLine(line) || this.opensTable(line.index))
        break;
      end++;
    }
    return end > span.start + 1 ? { start: span.start + 1, end } : undefined;
  }

  private opensTable(index: number): boolean {
    return opensFlattenedTable((this.source[index] as SourceLine).text, this.source[index + 1]?.text);
  }

  private bodyTablesEnd(): number {
    const { attachments, list, pageEnd, body } = this.anatomy;
    // A notice lists its attachments before the body.
    const listed = list === undefined || list.first < body.start ? pageEnd : list.first;
    return Math.min(attachments[0]?.span.start ?? pageEnd, listed);
  }

  /** Task tables between two source lines: GFM ones and flattened ones. */
  private tablesIn(
    start: number,
    end: number,
    attachment: number | undefined,
    title: string | undefined,
    year: number | undefined,
  ): readonly Table[] {
    const from = this.source[start - 1]?.range.end ?? 0;
    const until = this.source[end]?.range.start ?? this.text.length;
    const place = { attachment, title, year, fieldReader: this.fieldReader };
    const tables: Table[] = [];
    for (const block of this.tableBlocks) {
      if (block.range.start < from || block.range.end > until) continue;
      const table = fromGfmTable(this.text, block, place);
      if (table !== undefined) tables.push(table);
    }
    for (const table of this.flattenedTables(start, end)) tables.push(fromFlattenedTable(table, place));
    return tables.sort((a, b) => a.range.start - b.range.start);
  }

  private flattenedTables(start: number, end: number): readonly FlattenedTable[] {
    const tables: FlattenedTable[] = [];
    let nextLine = 0;
    const lastLine = this.lastLineBefore(end);
    for (const line of this.source.slice(start, end)) {
      if (line.line < nextLine || !this.opensTable(line.index)) continue;
      const table = readFlattenedTable(this.text, this.lines, line.line, lastLine + 1);
      if (table === undefined) continue;
      tables.push(table);
      nextLine = table.endLine;
    }
    return tables;
  }

  /** The last line that may belong to a table before source line `end`: the imprint is none of it. */
  private lastLineBefore(end: number): number {
    let index = end - 1;
    while (index > 0 && this.imprint.lines.has(index)) index--;
    return this.source[index]?.line ?? this.lines.count;
  }

  /** Lines of the page around the document: before its head, between its parts, after its end. */
  private furniture(): readonly Range[] {
    const { noticeTitle, noticeStart, planTitle, pageEnd, body } = this.anatomy;
    const bodyStart = body.start + HEAD_OF_BODY;
    const head = noticeTitle?.start ?? Math.min(noticeStart ?? Infinity, planTitle?.start ?? Infinity);
    const ranges: Range[] = [];
    for (const line of this.source) {
      const before = head < Infinity && line.index < head && !isDocNumber(line.text);
      const between = this.isPageNumber(line) || (line.index < bodyStart && isFurniture(line.text));
      if (before || between || (line.index >= pageEnd && !this.imprint.lines.has(line.index)))
        ranges.push(line.range);
    }
    return ranges;
  }
}

function standsInTable({ range: { start, end } }: SourceLine, tables: readonly Table[]): boolean {
  for (const { range } of tables) if (start >= range.start && end <= range.end) return true;
  return false;
}

/** The range with the tables that stand at its end: a table is no line of text. */
function enclose({ start, end }: Range, tables: readonly Table[]): Range {
  return { start, end: tables.reduce((last, table) => Math.max(last, table.range.end), end) };
}
