import type { Block } from '../blocks';
import { isRangeMoved, type Change } from '../draft-change';
import { readMarkerShape } from '../marker-shape';
import type { Draft } from '../model';
import { intersects } from '../range';
import { isSame } from '../same-facts';
import { isSameList } from '../same-list';
import { readSourceLines } from '../source-line';
import { differingRange } from '../text-difference';
import type { Stretches } from './draft-frame';
import type { EditMap } from './edit-map';
import { isRunningText, OF_IMPRINT } from './item-line';
import { textsOf, type LinedText } from './lined-text';
import { isBlankLine } from './own-lines';
import { isPlain } from './plain-draft';

/** Reads a text from nothing. */
export type ReadWholly = (text: string) => Draft;

/** The lines above a draft's first item where they were edited. */
export interface EditedHead {
  /** The first item's line in the draft that was wholly read, and now. */
  readonly until: number;
  readonly untilNow: number;
  /** What of the head is not as it was. */
  readonly change: Change;
  /** What is read of it, and of a few lines below it. */
  readonly draft: Draft;
}

/** So many lines of text below the head are read with it: titles look further down than their own lines. */
const BELOW = 8;
/** Readers look for titles in the first 80 lines of text. */
const MOST = 60;

/**
 * The lines above a draft's first item: front matter, titles, notice, lead paragraphs. Edited, they are read again with
 * the few lines below, and not the rest, if all that the rest depends on is as it was: front matter, title, year and
 * notice, that nothing in the head bears a marker, and what Markdown makes of the lines below.
 */
export class HeadLines {
  private readonly until: number;
  private readonly below: string | undefined;
  /** As a whole reading has it; undefined where reading the head alone gives another one. */
  private before: { readonly draft: Draft | undefined } | undefined;

  constructor(private readonly whole: Draft) {
    this.until = whole.outline[0]?.line ?? 0;
    this.below = textBelow(whole, this.until);
  }

  /** What is read where the first item stands on line `untilNow`; undefined where the rest may be read otherwise. */
  read({ text, lines }: LinedText, untilNow: number, read: ReadWholly): EditedHead | undefined {
    const before = this.readBefore(read);
    if (before === undefined || this.below === undefined) return undefined;
    const [was, is] = [this.headOf(before, this.until), text.slice(0, lines.startOf(untilNow))];
    const replaced = differingRange(was, is);
    if (replaced === undefined || replaced.start <= (before.frontMatter?.range.end ?? -1)) return undefined;
    const change = { replaced, by: is.length - was.length };
    const draft = read(is + this.below);
    if (!isHead(draft, untilNow) || !keepsRest([before, this.until], [draft, untilNow], change))
      return undefined;
    return { until: this.until, untilNow, change, draft };
  }

  /** Whether a text has the head that was wholly read. */
  isIn({ text, lines }: LinedText, untilNow: number): boolean {
    return (
      untilNow === this.until &&
      text.startsWith(this.headOf(this.whole, this.until)) &&
      lines.startOf(untilNow) === this.whole.lines.startOf(this.until)
    );
  }

  private headOf({ text, lines }: LinedText, until: number): string {
    return text.slice(0, lines.startOf(until));
  }

  private readBefore(read: ReadWholly): Draft | undefined {
    this.before ??= { draft: this.readAlone(read) };
    return this.before.draft;
  }

  private readAlone(read: ReadWholly): Draft | undefined {
    const { whole, until, below } = this;
    if (below === undefined) return undefined;
    const draft = read(this.headOf(whole, until) + below);
    return isHead(draft, until) && factsOf(draft, until) === factsOf(whole, until) ? draft : undefined;
  }
}

/** The first few lines of text from one on; undefined where there are fewer, or others among them. */
function textBelow({ text, lines, blocks }: Draft, from: number): string | undefined {
  const below = blocks.filter(({ line }) => line >= from).slice(0, BELOW);
  const last = below.at(-1);
  if (last === undefined || below.length < BELOW || !below.every(({ kind }) => kind === 'text'))
    return undefined;
  return text.slice(lines.startOf(from), lines.rangeOf(last.line).end);
}

/** Whether a draft's first item stands on a line, and what is above it means nothing to what is below. */
function isHead(draft: Draft, until: number): boolean {
  const { text, lines, blocks, outline, directives, tables, attachments, attachmentsListed, frontMatter } =
    draft;
  const head = blocks.filter(({ line }) => line < until);
  const opaque = text.slice(frontMatter?.range.end ?? 0, lines.startOf(until));
  return (
    outline[0]?.line === until &&
    [directives, tables, attachments, attachmentsListed].every(({ length }) => length === 0) &&
    head.length <= MOST &&
    head.every(isPlainText) &&
    // A list, quote or definition would go on below the head.
    endsApart({ text, lines }, until - 1) &&
    !/[<>]|^\[/m.test(opaque) &&
    readSourceLines(text, head).every((line) => !readMarkerShape(line.text) && !OF_IMPRINT.test(line.text)) &&
    isPlain(draft)
  );
}

function endsApart(head: LinedText, line: number): boolean {
  const [last = ''] = textsOf(head, line, line + 1);
  return isBlankLine(last) || isRunningText(last);
}

function isPlainText(block: Block, index: number): boolean {
  return block.kind === 'text' ? block.listItem === undefined : block.kind === 'yaml' && index === 0;
}

/** What is told of a head by itself. */
function factsOf({ title, preamble, body, furniture, lines }: Draft, until: number): string {
  const end = lines.startOf(until);
  return JSON.stringify([title, preamble, body.start, furniture.filter((range) => range.end <= end)]);
}

type Head = readonly [draft: Draft, until: number];

/** Whether all that the rest of a draft depends on is as it was. */
function keepsRest([before, until]: Head, [after, untilNow]: Head, change: Change): boolean {
  const furnitureIn = ({ furniture, lines }: Draft, from: number) =>
    furniture.filter(({ end }) => end > lines.startOf(from));
  return (
    before.year === after.year &&
    isSame(partsOf(before), partsOf(after), change) &&
    isSameList(furnitureIn(before, until), furnitureIn(after, untilNow), (one, other) =>
      isRangeMoved(one, other, change),
    ) &&
    isSame(blocksFrom(before, until), blocksFrom(after, untilNow), change)
  );
}

function partsOf({ frontMatter, title, notice }: Draft): unknown {
  return { frontMatter, title, notice };
}

function blocksFrom({ blocks }: Draft, from: number): readonly Block[] {
  return blocks.filter(({ line }) => line >= from);
}

/** What of text stands on a line of the head; page furniture is no text of the draft. */
export function stretchesInHead({ draft: { blocks, furniture } }: EditedHead, line: number): Stretches {
  const texts = blocks.filter((block) => block.kind === 'text' && block.line === line);
  const ranges = texts.map(({ range }) => range);
  return { kind: 'line', ranges: ranges.filter((range) => !furniture.some((one) => intersects(one, range))) };
}

/** Page furniture and body of a draft whose head was edited; what stands below the head is moved. */
export function asidesOf(
  { until, untilNow, draft }: EditedHead,
  whole: Draft,
  map: EditMap,
): Pick<Draft, 'furniture' | 'body'> {
  const [end, endNow] = [whole.lines.startOf(until), draft.lines.startOf(untilNow)];
  const below = whole.furniture.filter((range) => range.end > end);
  return {
    furniture: [
      ...draft.furniture.filter((range) => range.end <= endNow),
      ...below.map((range) => map.rangeOf(range)),
    ],
    body: { start: draft.body.start, end: map.at(whole.body.end) },
  };
}
