import type { CharacterSet } from './character-set';
import type { Draft } from './model';
import { intersects, type Range } from './range';
import { candidatesIn, hitsIn, soughtPattern, type Hit } from './pattern-search';
import { detach } from './remember';
import { stretchesOn } from './reread/reread-draft';
import { PerDraft } from './reread/per-draft';

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

  /** Whether one of the characters stands in it, masked or not. */
  holds(characters: CharacterSet): boolean {
    const { start, end } = this.range;
    return characters.find(this.source, start, end) < end;
  }

  /** What the patterns match that are sought by now; nearly always nothing. Matches hold the text they are found in. */
  found(): readonly Hit[] {
    const candidates = candidatesIn(this.source, this.range.start, this.range.end);
    if (candidates.length === 0) return NONE;
    const isMasked = candidates.includes(SYNTAX);
    return hitsIn(detach(this.text), isMasked ? candidatesIn(this.text) : candidates);
  }
}

const NONE: readonly Hit[] = [];

/** What of prose stands on a line of an item or a row of a table; the others are not read for it. */
export function proseOn(draft: Draft, line: number): readonly TextLine[] {
  const { kind, ranges } = stretchesOn(draft, line);
  return ranges.map((range) => new TextLine(draft.text, kind, range, line));
}

/** Every stretch of prose in document order. Code, comments and front matter are none; URLs are masked by spaces. */
export function textLines(draft: Draft): readonly TextLine[] {
  return known.of(draft);
}

const known = new PerDraft(listTextLines);

function listTextLines(draft: Draft): readonly TextLine[] {
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
