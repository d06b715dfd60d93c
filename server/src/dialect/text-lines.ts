import type { Draft } from './model';
import { intersects, type Range } from './range';
import { FoundWords } from './key-words';
import { remember } from './remember';

/** A stretch of the draft's own prose: a line of text or a table cell, page furniture left out. */
export interface TextLine {
  readonly kind: 'line' | 'cell';
  readonly text: string;
  readonly range: Range;
  readonly line: number;
  readonly prose: Prose;
}

/** A stretch of prose wherever it stands; the same text is the same prose in every version of a draft. */
export class Prose {
  /** By the number of the pattern: a map for every line of a draft would cost more than the search. */
  private readonly found: (readonly RegExpExecArray[] | undefined)[] = [];
  private readonly words: FoundWords;
  /** What `matching` said, and for how many patterns. */
  private hits: readonly number[] = [];
  private asked = 0;

  constructor(readonly text: string) {
    this.words = new FoundWords(text);
  }

  /** Whether it holds one of the words. */
  holds(words: readonly number[]): boolean {
    return words.some((word) => this.words.has(word));
  }

  /** The numbers of the patterns below `count` that match; nearly always none. */
  matching(count: number): readonly number[] {
    if (this.asked !== count) {
      this.asked = count;
      this.hits = inOrder
        .slice(0, count)
        .flatMap((sought) => (this.matches(sought).length > 0 ? sought.number : []));
    }
    return this.hits;
  }

  /** Every match of a global pattern; looked for once. */
  matches({ pattern, number, mayMatch }: SoughtPattern): readonly RegExpExecArray[] {
    let found = this.found[number];
    if (found === undefined) {
      found = mayMatch(this) ? matchesOf(this.text, pattern) : NONE;
      this.found[number] = found;
    }
    return found;
  }
}

/** A global pattern that lines are searched for. */
export interface SoughtPattern {
  readonly pattern: RegExp;
  /** Its place in what a line remembers. */
  readonly number: number;
  /** A quick look that tells most lines to hold no match. */
  readonly mayMatch: (prose: Prose) => boolean;
}

const patterns = new Map<RegExp, SoughtPattern>();
/** The same by number. */
const inOrder: SoughtPattern[] = [];

/** Patterns are constants of rules, so that there are never many. */
export function soughtPattern(pattern: RegExp, quickLook: () => SoughtPattern['mayMatch']): SoughtPattern {
  let sought = patterns.get(pattern);
  if (sought === undefined) {
    sought = { pattern, number: patterns.size, mayMatch: quickLook() };
    patterns.set(pattern, sought);
    inOrder.push(sought);
  }
  return sought;
}

const NONE: readonly RegExpExecArray[] = [];

/** What `matchAll` gives, without the copy of the pattern that it makes for every text. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** The lines of a draft that a pattern matches, in document order. */
export function linesMatching(draft: Draft, sought: SoughtPattern): readonly TextLine[] {
  let index = indexes.get(draft);
  if (index === undefined) indexes.set(draft, (index = indexLines(draft)));
  if (sought.number < index.patterns) return index.lines[sought.number] ?? [];
  return textLines(draft).filter(({ prose }) => prose.matches(sought).length > 0);
}

/** Lines by the number of the pattern; only for as many patterns as were known when it was made. */
interface LineIndex {
  readonly patterns: number;
  readonly lines: readonly (readonly TextLine[] | undefined)[];
}

const indexes = new WeakMap<Draft, LineIndex>();

/** One pass over the lines for all patterns: a pass for each took longer than all that was done with what they found. */
function indexLines(draft: Draft): LineIndex {
  const lines: TextLine[][] = [];
  for (const line of textLines(draft))
    for (const number of line.prose.matching(patterns.size)) (lines[number] ??= []).push(line);
  return { patterns: patterns.size, lines };
}

const known = new WeakMap<Draft, readonly TextLine[]>();

/** Every stretch of prose in document order. Code, comments and front matter are none; URLs are masked by spaces. */
export function textLines(draft: Draft): readonly TextLine[] {
  const cached = known.get(draft);
  if (cached !== undefined) return cached;
  const lines: TextLine[] = [];
  const furniture = draft.furniture;
  let next = 0;
  for (const block of draft.blocks) {
    if (block.kind === 'text') {
      while (next < furniture.length && (furniture[next] as Range).end <= block.range.start) next++;
      const around = furniture[next];
      if (around !== undefined && intersects(around, block.range)) continue;
      lines.push(createLine(draft.text, 'line', block.range, block.line));
    } else if (block.kind === 'table') {
      for (const cell of block.header) lines.push(createLine(draft.text, 'cell', cell, block.line));
      for (const row of block.rows)
        for (const cell of row.cells) lines.push(createLine(draft.text, 'cell', cell, row.line));
    }
  }
  known.set(draft, lines);
  return lines;
}

function createLine(text: string, kind: TextLine['kind'], range: Range, line: number): TextLine {
  const prose = proseOf(text.slice(range.start, range.end));
  return { kind, text: prose.text, range, line, prose };
}

const proseOf = remember((written) => new Prose(maskSyntax(written)));

const SYNTAX =
  /https?:\/\/[^\s\u4e00-\u9fa5，。；）]+|[\w.+-]+@[\w-]+\.[\w.]+|<!--.*?(?:-->|$)|<\/?[A-Za-z][^<>]{0,200}>|`[^`]{1,200}`/g;

/** What is not prose becomes spaces of the same length, so that offsets stay true. */
function maskSyntax(text: string): string {
  return /[<`@]|:\/\//.test(text) ? text.replace(SYNTAX, (found) => ' '.repeat(found.length)) : text;
}
