import { imprintLists } from './imprint-lists';
import { CHARACTER_PITCH, IMPRINT_PITCH, typeArea, TYPE_SIZES, type Margins } from './measures';
import { letterHeadHeight } from './letter-head';
import type {
  DocumentPlan,
  ImprintPlan,
  IssuerStackPlan,
  ParagraphPlan,
  PlanBlock,
  RunPlan,
  SectionPlan,
  TablePlan,
} from './plan';
import { CELL_PITCH, countLines, fillRows, type TablePlace } from './table-rows';
import { wrapRuns } from './wrap-text';

/** A page as it will stand on paper, by estimate: line breaks follow the grid, not a font's own widths. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly orientation: SectionPlan['orientation'];
  readonly unnumbered: boolean;
  /** The mark of a letter, above and below which the red double rules stand. */
  readonly letterMark: ParagraphPlan | undefined;
  readonly blocks: readonly PageBlock[];
}

export type PageBlock = PageParagraph | PageTable | IssuerStackPlan | ImprintPlan;

export interface PageParagraph {
  readonly kind: 'lines';
  readonly paragraph: ParagraphPlan;
  readonly lines: readonly (readonly RunPlan[])[];
  /** Whether these are the paragraph's first lines, and its last. */
  readonly begins: boolean;
  readonly ends: boolean;
}

export interface PageTable {
  readonly kind: 'table';
  readonly table: TablePlan;
  /** Rows on this page: first and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Lines of the first one that stand on the page before, and lines of the last one that the page ends with. */
  readonly skipped: number;
  readonly shown: number;
}

/** Blocks that may be kept on one page with the one before them: 附件说明, the blank lines, signature and date. */
const LONGEST_CHAIN = 24;

export function paginate(plan: DocumentPlan): readonly Page[] {
  const pages: Page[] = [];
  for (const section of plan.sections) {
    const setter = new PageSetter(section, plan.profile.margins, pages.length + 1);
    section.blocks.forEach((block, i) =>
      setter.place(block, section.blocks.slice(i + 1, i + 1 + LONGEST_CHAIN)),
    );
    pages.push(...setter.finish());
  }
  return pages;
}

/** Lines of a paragraph that go along with what it must stay with: one alone would be a widow. */
const CARRIED_LINES = 2;
/** The red rule and the 8 points above it, twips. */
const RED_RULE_HEIGHT = 190;
/** What an imprint's list leaves free on both sides, in characters of 四号; its label (抄送：) hangs on the left. */
const IMPRINT_SIDES = 5;
const IMPRINT_LABEL = 3;

/** Fills pages of one section from top to bottom. */
class PageSetter {
  private readonly done: Page[] = [];
  private blocks: PageBlock[] = [];
  private room: number;
  private readonly width: number;
  private readonly height: number;

  constructor(
    private readonly section: SectionPlan,
    margins: Margins,
    private readonly firstNumber: number,
  ) {
    const area = typeArea(margins);
    const portrait = section.orientation === 'portrait';
    this.width = portrait ? area.width : area.height;
    this.height = portrait ? area.height : area.width;
    this.room =
      this.height - (section.letterMark === undefined ? 0 : letterHeadHeight(section.letterMark, margins));
  }

  /** Places a block; `following` are the ones after it, which it may have to stay with. */
  place(block: PlanBlock, following: readonly PlanBlock[]): void {
    if (block.kind === 'paragraph') this.placeParagraph(block, following);
    else if (block.kind === 'table') this.placeTable(block);
    else if (block.kind === 'issuer-stack') this.placeStack(block);
    else this.placeImprint(block);
  }

  finish(): readonly Page[] {
    if (this.blocks.length > 0 || this.done.length === 0) this.turn();
    return this.done;
  }

  private turn(): void {
    this.done.push({
      number: this.firstNumber + this.done.length,
      orientation: this.section.orientation,
      unnumbered: this.section.unnumbered ?? false,
      letterMark: this.done.length === 0 ? this.section.letterMark : undefined,
      blocks: this.blocks,
    });
    this.blocks = [];
    this.room = this.height;
  }

  private placeParagraph(paragraph: ParagraphPlan, following: readonly PlanBlock[]): void {
    if (paragraph.pageBreakBefore && this.blocks.length > 0) this.turn();
    const lines = wrapParagraph(paragraph, this.width);
    const turning = linesBeforeTurn(paragraph, this.width) ?? lines.length;
    let from = 0;
    this.room -= paragraph.before;
    while (from < lines.length) {
      const end = from < turning ? turning : lines.length;
      const rest = end - from;
      const kept = paragraph.keepNext && end === lines.length ? this.keptHeight(following) : 0;
      const fitting = Math.max(Math.floor(this.room / paragraph.pitch), this.blocks.length === 0 ? 1 : 0);
      const whole = rest * paragraph.pitch + kept <= this.room;
      // What must stay together takes the last lines along to the next page.
      const most = whole || kept === 0 ? rest : Math.max(0, rest - CARRIED_LINES);
      const to = from + Math.min(fitting, this.blocks.length === 0 ? rest : most);
      if (to > from) this.push(paragraph, lines, from, to);
      from = to;
      if (from < lines.length) this.turn();
    }
  }

  private push(
    paragraph: ParagraphPlan,
    lines: readonly (readonly RunPlan[])[],
    from: number,
    to: number,
  ): void {
    const part = { kind: 'lines' as const, paragraph, lines: lines.slice(from, to) };
    this.blocks.push({ ...part, begins: from === 0, ends: to === lines.length });
    this.room -= (to - from) * paragraph.pitch + (paragraph.redRule ? RED_RULE_HEIGHT : 0);
  }

  /** The height of the blocks that stay together, and of the first line of the one they stay with. */
  private keptHeight(following: readonly PlanBlock[]): number {
    let height = 0;
    for (const block of following) {
      if (block.kind !== 'paragraph') break;
      const lines = block.keepNext ? wrapParagraph(block, this.width).length : 1;
      height += block.before + block.pitch * lines;
      if (!block.keepNext) break;
    }
    return height;
  }

  private placeTable(table: TablePlan): void {
    const header = countLines(table.header, table.widths);
    let start: TablePlace = { row: 0, line: 0 };
    do {
      const room = Math.floor(this.room / CELL_PITCH) - header;
      const { end, lines } = fillRows(table, start, { room, isEmpty: this.blocks.length === 0 });
      const isPlaced = lines > 0 || table.rows.length === 0;
      if (isPlaced) this.blocks.push(tablePart(table, start, end));
      this.room -= (header + lines) * CELL_PITCH;
      start = end;
      if (start.row < table.rows.length) this.turn();
    } while (start.row < table.rows.length);
  }

  private placeStack(stack: IssuerStackPlan): void {
    this.blocks.push(stack);
    this.room -= stack.before + stack.pitch * stack.names.length;
  }

  private placeImprint(imprint: ImprintPlan): void {
    const line = Math.floor(this.width / (TYPE_SIZES.四号 * 20)) - IMPRINT_SIDES;
    const lists = imprintLists(imprint).map((list) => Math.ceil((list.length - IMPRINT_LABEL) / line));
    const lines = lists.reduce((sum, count) => sum + count, 1);
    if (lines * IMPRINT_PITCH > this.room) this.turn();
    this.blocks.push(imprint);
    this.room = 0;
  }
}

function wrapParagraph(paragraph: ParagraphPlan, width: number): readonly (readonly RunPlan[])[] {
  const { left, right, firstLine } = paragraph.indent;
  const others = width - left - right;
  return paragraph.lines.flatMap((line, i) =>
    wrapRuns(line, {
      first: i === 0 ? others - firstLine : others,
      others: Math.max(others, CHARACTER_PITCH),
    }),
  );
}

function linesBeforeTurn(paragraph: ParagraphPlan, width: number): number | undefined {
  const { lines, turnsBefore } = paragraph;
  if (turnsBefore === undefined) return undefined;
  return wrapParagraph({ ...paragraph, lines: lines.slice(0, turnsBefore) }, width).length;
}

function tablePart(table: TablePlan, start: TablePlace, end: TablePlace): PageTable {
  const isCut = end.line > 0;
  return {
    kind: 'table',
    table,
    from: start.row,
    to: isCut ? end.row + 1 : end.row,
    skipped: start.line,
    shown: isCut ? end.line : Infinity,
  };
}
