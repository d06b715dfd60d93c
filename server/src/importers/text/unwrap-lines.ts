import { opensFlattenedTable } from '../../dialect/flattened-table';
import { isPageNumber } from '../../dialect/furniture';
import { readMarkerShape } from '../../dialect/marker-shape';
import { textWidth } from '../../dialect/text-width';
import { isDateLine, isDocNumber, isOrganisation } from '../../dialect/titles';

/*
 * Text copied from a laid-out page (PDF, a scan) has a line break wherever the page's line ended, and between its lines
 * page numbers and running heads. A line that fills the page's width goes on with the next one; whether a text is such
 * a text at all is told from how many lines fill the same width and end within a sentence.
 */

export interface UnwrappedText {
  readonly text: string;
  /** How many lines were joined to the one above. */
  readonly joined: number;
  /** Page numbers and running heads, which stood between the lines of one paragraph. */
  readonly dropped: readonly { readonly line: number; readonly text: string }[];
  /** The line of the source that a line of `text` begins with; both 1-based. */
  readonly sourceLine: (line: number) => number;
}

/** The text with its paragraphs whole; undefined where its lines are no page's. */
export function unwrapLines(source: string): UnwrappedText | undefined {
  const lines = source.split('\n').map(toLine);
  const width = pageWidth(lines);
  if (width === undefined) return undefined;
  return new Unwrapping(withoutPageParts(lines), width).run(lines);
}

/**
 * The same with every paragraph on the line it begins on: what was joined to it, and what the page had between, leaves
 * blank lines. Undefined where the text's lines are no page's.
 */
export function unwrapInPlace(source: string): string | undefined {
  const unwrapped = unwrapLines(source);
  if (unwrapped === undefined) return undefined;
  const lines = source.split('\n').fill('');
  unwrapped.text.split('\n').forEach((line, i) => (lines[unwrapped.sourceLine(i + 1) - 1] = line));
  return lines.join('\n');
}

interface Line {
  /** 1-based. */
  readonly number: number;
  readonly raw: string;
  readonly text: string;
  /** In columns: two for a Chinese character. */
  readonly indent: number;
  /** With the indent of a first line, if it is there. */
  readonly width: number;
  /** A heading, an item, a row, a label: never the second half of a line. */
  readonly opens: boolean;
  /** Whether it is a row of a table. */
  readonly isRow: boolean;
}

function toLine(raw: string, index: number): Line {
  const text = raw.trim();
  const indent = columns(/^[\s\u3000]*/.exec(raw)?.[0] ?? '');
  return {
    number: index + 1,
    raw,
    text,
    indent,
    width: Math.min(indent, INDENT) + columns(text),
    opens: text === '' || opensParagraph(text),
    isRow: CELLS.test(text.slice(readMarkerShape(text)?.titleStart ?? 0)),
  };
}

/** Quotation marks, dashes and dots are as wide as a character where Chinese is set. */
function columns(text: string): number {
  return textWidth(text) + (text.match(/[“”‘’—…·×]/g)?.length ?? 0);
}

const LABEL =
  /^(?:附\s*件|附\s*表|抄\s*送|主\s*送|联系人|[（(](?:此件|联系)|(?:牵头|责任|配合|完成)[^，。：:]{0,6}[：:]|[#|>*+-]|<!--|```|---)/;

function opensParagraph(text: string): boolean {
  const shape = readMarkerShape(text);
  return (shape !== undefined && !shape.weak) || LABEL.test(text) || isDateLine(text) || isDocNumber(text);
}

/** Tabs, bars and wide gaps stand between cells; a gap after a marker does not. */
const CELLS = /\t|[|｜]|\S(?: {3,}|\u3000{2,})\S/;
const ENDS_SENTENCE = /[。！？；：!?;:][”’）〕】》)\]]?$|[。！？；][”’）〕】》)\]]*$/;

/** Of a paragraph's first line, in columns. */
const INDENT = 4;
/** A title may be as long as the page is wide. */
const TITLE_END = /通\s?知$/;
/** 〔责任单位：…〕 ends the paragraph above it. */
const BRACKETED_LABEL = /^[（(〔【[][^，。：:]{2,10}[：:]/;
/** In columns: narrower is a list of names, wider no page. */
const NARROWEST = 36;
const WIDEST = 110;
/** The first header of a table is no longer. */
const WIDEST_HEADER = 24;
/** What may be missing at the end of a full line: a mark may not begin a line, nor a number be broken. */
const SLACK = 6;
/** So many lines must break within a sentence, half of all that are full. */
const FEWEST = 6;
/** So many full lines to each that is a little shorter. */
const PILE = 2;

/** The width that lines break at. */
function pageWidth(lines: readonly Line[]): number | undefined {
  const written = lines.filter(({ text, isRow }) => text !== '' && !isRow);
  const widths = written.map(({ width }) => width).sort((a, b) => b - a);
  // A line or two that were not broken do not make the page wide.
  const width = widths[Math.min(widths.length - 1, Math.floor(widths.length / 40))];
  if (width === undefined || width < NARROWEST || width > WIDEST) return undefined;
  const within = (least: number, most: number): readonly Line[] =>
    written.filter((line) => line.width >= width + least && line.width <= width + most);
  const full = within(-SLACK, 2);
  const broken = full.filter((line) => {
    const next = firstWritten(lines, line.number);
    return !ENDS_SENTENCE.test(line.text) && next !== undefined && !next.opens;
  });
  // Lines of any length become rarer towards the longest; those of a page nearly all end there.
  const pile = full.length >= PILE * within(-2 * SLACK - 3, -SLACK - 1).length;
  return broken.length >= FEWEST && broken.length * 2 >= full.length && pile ? width : undefined;
}

/** The first line with words from `index` on, blank ones between. */
function firstWritten(lines: readonly Line[], index: number): Line | undefined {
  return lines.slice(index, index + 4).find(({ text }) => text !== '');
}

/** A page's number in other forms than the official one, and only beside a break of the page. */
const OTHER_NUMBER =
  /^(?:第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3}|\d{1,3}|\f+\d*)$/;
function withoutPageParts(lines: readonly Line[]): readonly Line[] {
  const written = lines.filter(({ text }) => text !== '');
  const numbers = new Set(written.filter(({ text }) => isPageNumber(text)));
  for (const line of countingUp(written)) numbers.add(line);
  const beside = written.filter(
    (line, i) =>
      !numbers.has(line) &&
      [written[i - 1], written[i + 1]].some((one) => one !== undefined && numbers.has(one)),
  );
  const count = new Map<string, number>();
  for (const { text } of beside) count.set(text, (count.get(text) ?? 0) + 1);
  // A running head stands on every page, but perhaps the first.
  const pages = Math.max(2, numbers.size - 1);
  const heads = new Set(beside.filter(({ text }) => text.length >= 4 && (count.get(text) ?? 0) >= pages));
  const parts = new Set([...numbers, ...heads]);
  return withoutBlankAround(lines, parts);
}

/** The blank lines around a page's number part nothing. */
function withoutBlankAround(lines: readonly Line[], parts: ReadonlySet<Line>): readonly Line[] {
  const kept: Line[] = [];
  let between = false;
  for (const line of lines) {
    if (parts.has(line)) {
      while (kept.at(-1)?.text === '') kept.pop();
      between = true;
    } else if (line.text !== '' || !between) {
      kept.push(line);
      between = false;
    }
  }
  return kept;
}

/** Bare numbers are a page's where they count on with a page's lines between them. */
function countingUp(written: readonly Line[]): readonly Line[] {
  const found = written.flatMap((line, index) => {
    const number = OTHER_NUMBER.test(line.text) ? Number(/\d+/.exec(line.text)?.[0]) : NaN;
    return Number.isNaN(number) ? [] : [{ line, index, number }];
  });
  const counts = found.every(
    (one, i) =>
      i === 0 ||
      (one.number === (found[i - 1]?.number ?? 0) + 1 && one.index - (found[i - 1]?.index ?? 0) >= 10),
  );
  return counts && found.length >= 2 ? found.map(({ line }) => line) : [];
}

/** One unwrapping; holds what its steps share. */
class Unwrapping {
  private readonly indented: boolean;
  private readonly written: string[] = [];
  private readonly sources: number[] = [];
  private joined = 0;
  /** Whether the line above is its paragraph's first. */
  private isFirst = true;
  private inTable = false;

  constructor(
    private readonly lines: readonly Line[],
    private readonly width: number,
  ) {
    const starts = lines.filter(({ indent, text }) => text !== '' && indent >= 3 && indent <= 2 * INDENT);
    this.indented = starts.length >= FEWEST / 2;
  }

  run(all: readonly Line[]): UnwrappedText {
    let above: Line | undefined;
    let blank: Line[] = [];
    for (const [i, line] of this.lines.entries()) {
      if (line.text === '') {
        blank.push(line);
        continue;
      }
      if (above !== undefined && !this.isCell(line, i) && this.goesOn(above, line, blank.length > 0))
        this.join(line);
      else [...blank, line].forEach((one) => this.begin(one));
      blank = [];
      above = line;
    }
    blank.forEach((one) => this.begin(one));
    const kept = new Set(this.lines);
    const { sources } = this;
    return {
      text: this.written.join('\n'),
      joined: this.joined,
      dropped: all
        .filter((line) => line.text !== '' && !kept.has(line))
        .map(({ number, text }) => ({ line: number, text })),
      sourceLine: (line) => sources[line - 1] ?? line,
    };
  }

  private begin({ raw, number }: Line): void {
    this.isFirst = true;
    this.written.push(raw);
    this.sources.push(number);
  }

  private join({ text }: Line): void {
    const last = this.written.length - 1;
    const above = (this.written[last] as string).trimEnd();
    const space = /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(text) ? ' ' : '';
    this.written[last] = above + space + text;
    this.isFirst = false;
    this.joined++;
  }

  /** Whether `below` is the rest of the paragraph whose last line so far is `above`. */
  private goesOn(above: Line, below: Line, apart: boolean): boolean {
    if (above.isRow || below.isRow || !this.isFull(above, below)) return false;
    if (leavesOpen(this.written.at(-1) ?? '')) return true;
    if (below.opens || this.isIndented(below) || TITLE_END.test(above.text)) return false;
    if (!ENDS_SENTENCE.test(above.text)) return true;
    if (apart || isOrganisation(below.text)) return false;
    if (this.indented) return true;
    if (/[：:]$/.test(above.text)) return false;
    // Without indents: the first line of a paragraph was indented on its page, so that two characters are missing.
    if (this.isFull(below)) return below.width > this.width - INDENT + 1;
    return ENDS_SENTENCE.test(below.text) || BRACKETED_LABEL.test(below.text);
  }

  /** A table of a cell a line, from its header to the next chapter or attachment. */
  private isCell(line: Line, index: number): boolean {
    if (/^(?:附\s*件|[一二三四五六七八九十]{1,3}、)/.test(line.text)) this.inTable = false;
    else if (line.opens || line.width <= WIDEST_HEADER)
      this.inTable ||= opensFlattenedTable(line.text, firstWritten(this.lines, index + 1)?.text);
    return this.inTable;
  }

  private isIndented({ indent }: Line): boolean {
    return this.indented && indent >= 3;
  }

  /** A number or a word that begins the next line would not have fitted. */
  private isFull({ width }: Line, below?: Line): boolean {
    if (below === undefined) return width >= this.width - SLACK;
    const unbroken = /^[\dA-Za-z.%]{3,20}/.exec(below.text)?.[0].length ?? 0;
    const lostIndent = this.isFirst && !this.indented ? INDENT : 0;
    return width >= this.width - SLACK - lostIndent - unbroken;
  }
}

/** （责任单位：县教育局；: a label on the next line begins no paragraph. */
function leavesOpen(text: string): boolean {
  return [...'（〔【《'].some((open, i) => text.lastIndexOf(open) > text.lastIndexOf('）〕】》'.charAt(i)));
}
