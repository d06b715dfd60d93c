import type { Block } from '../blocks';
import type { Draft, Item } from '../model';
import { isRunningText, leavesTextAbove, roleOfLine } from './item-line';

/**
 * The lines of an item's own text, with the blank ones between them and behind it, where nothing else stands among
 * them. Lines of text may be put in, taken out and divided there, and nothing is read otherwise but the item itself.
 */
export interface OwnLines {
  readonly item: Item;
  /** The index of the task; undefined for items that are none. */
  readonly task: number | undefined;
  /** The item's line. */
  readonly first: number;
  /** The line after the last of them. */
  readonly until: number;
  /** The last line with text. */
  readonly lastText: number;
  readonly texts: readonly string[];
  /** Whether lines with text may be taken out: what is looked for at the body's end must not come nearer to it. */
  readonly mayShrink: boolean;
  /** Whether an item that counts from 1 is next: what is said right above tells whether it opens a list of its own. */
  readonly leadsToFirst: boolean;
}

/** So many lines of text below the first item are looked at to tell the head of the document. */
const HEAD = 5;
/** So many lines of text at the end of the body are looked at to tell signature and date. */
const TAIL = 6;

/** Finds the own lines of a draft's items. */
export class OwnLinesFinder {
  private readonly found = new Map<Item, OwnLines | undefined>();
  /** The first line that is not looked at to tell the head of the document. */
  private readonly settled: number;
  private readonly hasContainers: boolean;

  constructor(private readonly draft: Draft) {
    const first = draft.outline[0]?.line ?? Infinity;
    this.settled = textsFrom(draft.blocks, first, HEAD + 1).at(HEAD)?.line ?? Infinity;
    this.hasContainers = draft.blocks.some((block) => mayBeContained(block, draft.text));
  }

  of(item: Item, task: number | undefined): OwnLines | undefined {
    if (!this.found.has(item)) this.found.set(item, this.find(item, task));
    return this.found.get(item);
  }

  private find(item: Item, task: number | undefined): OwnLines | undefined {
    const { outline, lines } = this.draft;
    const lastText = item.paragraphs.at(-1)?.line ?? item.line;
    let until = lastText + 1;
    while (until <= lines.count && isBlankLine(this.text(until))) until++;
    const texts = Array.from({ length: until - item.line }, (_, index) => this.text(item.line + index));
    if (item.line < this.settled || !this.standsApart(item.line) || !this.areOwn(item, texts))
      return undefined;
    const next = outline[outline.indexOf(item) + 1];
    const mayShrink = this.isFarFromEnd(until);
    return {
      item,
      task,
      first: item.line,
      until,
      lastText,
      texts,
      mayShrink,
      leadsToFirst: next?.number === 1,
    };
  }

  private isFarFromEnd(line: number): boolean {
    const below = textsFrom(this.draft.blocks, line, TAIL).at(TAIL - 1);
    return below !== undefined && below.range.end <= this.draft.body.end;
  }

  /** Whether no list or quote is open above a line, which would go on in it. */
  private standsApart(line: number): boolean {
    if (!this.hasContainers) return true;
    for (let above = line - 1; above > 0; above--) {
      const text = this.text(above);
      if (isBlankLine(text)) return true;
      if (roleOfLine(text)?.standsAlone !== true) return false;
    }
    return true;
  }

  /** Whether an item's line and paragraphs, and blank lines, are all of these. */
  private areOwn({ line, paragraphs }: Item, texts: readonly string[]): boolean {
    const own = new Set(paragraphs.map((paragraph) => paragraph.line));
    return texts.every((text, index) => {
      if (index === 0) return opensItem(text);
      return isBlankLine(text) || (isRunningText(text) && own.has(line + index));
    });
  }

  private text(line: number): string {
    const { start, end } = this.draft.lines.rangeOf(line);
    return this.draft.text.slice(start, end);
  }
}

/** The first so many blocks of text on a line and below it. */
function textsFrom(blocks: readonly Block[], line: number, most: number): readonly Block[] {
  const texts: Block[] = [];
  for (const block of blocks) {
    if (texts.length === most) break;
    if (block.kind === 'text' && block.line >= line) texts.push(block);
  }
  return texts;
}

/** Whether a block may stand in a list or quote. */
function mayBeContained(block: Block, text: string): boolean {
  if (block.kind !== 'text') return false;
  const before = text.slice(block.lineRange.start, block.range.start);
  return block.listItem !== undefined || (block.headingDepth === undefined ? /[ \t>]/ : />/).test(before);
}

/** Whether a line is that of an item which says something. */
function opensItem(line: string): boolean {
  const role = roleOfLine(line);
  return role?.standsAlone === true && !role.isRunning && role.title !== '';
}

/** As Markdown has it (CommonMark, blank line): an ideographic space is text. */
export function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/**
 * Which of the lines that stand in place of an item's own is the last one with text, the first being 0; undefined where
 * the draft is to be read again. `below` is the line that follows all of them.
 */
export function lastTextOf(
  own: OwnLines,
  texts: readonly string[],
  below: string | undefined,
): number | undefined {
  const { texts: were, mayShrink, leadsToFirst, item } = own;
  const [lastBefore, last] = [lastIn(were), lastIn(texts)];
  const keeps =
    opensAlike(were[0], texts[0]) &&
    texts.slice(1).every((line) => isBlankLine(line) || isRunningText(line)) &&
    assignsAlike(own, texts) &&
    (mayShrink || countTexts(texts) >= countTexts(were)) &&
    (!leadsToFirst || leads(were, lastBefore) === leads(texts, last)) &&
    (!needsText(item) || (lastBefore === 0) === (last === 0)) &&
    leavesBelow(were.length - 1 > lastBefore, texts.length - 1 > last, below);
  return keeps ? last : undefined;
}

function lastIn(lines: readonly string[]): number {
  return lines.findLastIndex((line) => !isBlankLine(line));
}

/** Whether the item's line is the same to others, and has the same title. */
function opensAlike(was = '', is = ''): boolean {
  const [before, after] = [roleOfLine(was), roleOfLine(is)];
  return before !== undefined && after?.around === before.around && after.heading === before.heading;
}

/** Whether as many lines name units, by which chapters of goals are told; a chapter's own line is not among those. */
function assignsAlike({ texts: were, item }: OwnLines, texts: readonly string[]): boolean {
  const assigns = (line = ''): boolean => roleOfLine(line)?.assignsDuty === true;
  const count = (lines: readonly string[]): number => lines.filter((line) => assigns(line)).length;
  const keepsOwn = item.children.length === 0 || assigns(were[0]) === assigns(texts[0]);
  return keepsOwn && count(were) === count(texts);
}

/** Whether an item on a line of its own is a heading, of a chapter or of a table, by the text below it alone. */
function needsText({ children, runIn }: Item): boolean {
  return children.length === 0 && !runIn;
}

function countTexts(lines: readonly string[]): number {
  return lines.filter((line) => !isBlankLine(line)).length;
}

function leads(lines: readonly string[], last: number): boolean {
  return last > 0 && roleOfLine(lines[last] as string)?.leadsToList === true;
}

/** Whether what stands below is the same to Markdown, where a blank line above it may have come or gone. */
function leavesBelow(wasApart: boolean, isApart: boolean, below: string | undefined): boolean {
  if (below === undefined) return true;
  if (wasApart !== isApart) return roleOfLine(below)?.standsAlone === true;
  return isApart || leavesTextAbove(below);
}
