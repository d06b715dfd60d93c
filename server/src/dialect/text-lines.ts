import type { Draft } from './model';
import { moveRange } from './move-fields';
import { intersects, type Range } from './range';
import {
  candidatesIn,
  hitsIn,
  patternsSought,
  soughtPattern,
  type Hit,
  type SoughtPattern,
} from './pattern-search';
import type { EditMap } from './reread/edit-map';
import { stretchesOn, wholeReadingOf } from './reread/reread-draft';

/**
 * A stretch of the draft's own prose: a line of text or a table cell, page furniture left out. Most are gone through
 * where they stand; a text of their own is made of those alone in which something is looked at.
 */
export class TextLine {
  private own: string | undefined;

  constructor(
    private readonly source: string,
    readonly kind: 'line' | 'cell',
    readonly range: Range,
    readonly line: number,
  ) {}

  /** URLs, comments and code are masked by spaces. */
  get text(): string {
    return (this.own ??= maskSyntax(this.source.slice(this.range.start, this.range.end)));
  }

  /** What the patterns match that are sought by now; nearly always nothing. */
  found(): readonly Hit[] {
    const candidates = candidatesIn(this.source, this.range.start, this.range.end);
    if (candidates.length === 0) return NONE;
    const isMasked = candidates.includes(SYNTAX);
    return hitsIn(this.text, isMasked ? candidatesIn(this.text) : candidates);
  }
}

const NONE: readonly Hit[] = [];

/** Where a pattern matches: a line, and the matches in it. */
export interface MatchedLine {
  readonly line: TextLine;
  readonly matches: readonly RegExpExecArray[];
}

/** The lines of a draft that a pattern matches, in document order. */
export function linesMatching(draft: Draft, sought: SoughtPattern): readonly MatchedLine[] {
  return indexFor(draft, sought.number).lines[sought.number] ?? [];
}

/** Lines by the number of the pattern; only for as many patterns as were known when it was made. */
interface LineIndex {
  readonly patterns: number;
  readonly lines: readonly (readonly MatchedLine[] | undefined)[];
}

const indexes = new WeakMap<Draft, LineIndex>();

function indexFor(draft: Draft, pattern: number): LineIndex {
  let index = indexes.get(draft);
  if (index === undefined || index.patterns <= pattern)
    indexes.set(draft, (index = indexLines(draft, pattern)));
  return index;
}

/** One pass over the lines for all patterns: a pass for each took longer than all that was done with what they found. */
function indexLines(draft: Draft, pattern: number): LineIndex {
  const whole = wholeReadingOf(draft);
  if (whole !== undefined) return moveIndex(indexFor(whole.draft, pattern), draft, whole.map);
  const lines: MatchedLine[][] = [];
  for (const line of textLines(draft)) addMatches(line, lines);
  return { patterns: patternsSought(), lines };
}

function addMatches(line: TextLine, lines: MatchedLine[][]): void {
  for (const { sought, matches } of line.found()) (lines[sought.number] ??= []).push({ line, matches });
}

/** The index of a draft that reads otherwise than another in a few lines: those alone are searched. */
function moveIndex({ patterns, lines }: LineIndex, draft: Draft, map: EditMap): LineIndex {
  const found: MatchedLine[][] = [];
  for (const line of map.changed.keys()) for (const one of proseOn(draft, line)) addMatches(one, found);
  const moved = lines.map((matched) => matched?.flatMap((one) => moveMatch(one, draft, map)));
  for (const [number, own] of found.entries())
    moved[number] = [...(moved[number] ?? []), ...(own ?? [])].sort(
      (a, b) => a.line.range.start - b.line.range.start,
    );
  return { patterns, lines: moved };
}

/** None on a line that reads otherwise now. */
function moveMatch({ line, matches }: MatchedLine, { text }: Draft, map: EditMap): MatchedLine[] {
  if (map.changed.has(line.line)) return [];
  const range = moveRange(line.range, map.shiftOf(line.line));
  return [{ line: new TextLine(text, line.kind, range, line.line), matches }];
}

/** What of prose stands on a line of an item or a row of a table; the others are not read for it. */
export function proseOn(draft: Draft, line: number): readonly TextLine[] {
  const { kind, ranges } = stretchesOn(draft, line);
  return ranges.map((range) => new TextLine(draft.text, kind, range, line));
}

const known = new WeakMap<Draft, readonly TextLine[]>();

/** Every stretch of prose in document order. Code, comments and front matter are none; URLs are masked by spaces. */
export function textLines(draft: Draft): readonly TextLine[] {
  const cached = known.get(draft);
  if (cached !== undefined) return cached;
  const lines: TextLine[] = [];
  const { furniture, text } = draft;
  let next = 0;
  for (const block of draft.blocks) {
    if (block.kind === 'text') {
      while (next < furniture.length && (furniture[next] as Range).end <= block.range.start) next++;
      const around = furniture[next];
      if (around !== undefined && intersects(around, block.range)) continue;
      lines.push(new TextLine(text, 'line', block.range, block.line));
    } else if (block.kind === 'table') {
      for (const cell of block.header) lines.push(new TextLine(text, 'cell', cell, block.line));
      for (const row of block.rows)
        for (const cell of row.cells) lines.push(new TextLine(text, 'cell', cell, row.line));
    }
  }
  known.set(draft, lines);
  return lines;
}

/** What is no prose. */
const SYNTAX = soughtPattern(
  /https?:\/\/[^\s\u4e00-\u9fa5，。；）]+|[\w.+-]+@[\w-]+\.[\w.]+|<!--.*?(?:-->|$)|<\/?[A-Za-z][^<>]{0,200}>|`[^`]{1,200}`/g,
  ['<', '`', '@', '://'],
);

/** What is not prose becomes spaces of the same length, so that offsets stay true. */
function maskSyntax(text: string): string {
  return /[<`@]|:\/\//.test(text) ? text.replace(SYNTAX.pattern, (found) => ' '.repeat(found.length)) : text;
}
