import type { LineTable } from '../lines';
import type { Range } from '../range';
import type { EditedHead } from './head-lines';
import type { OwnLines } from './own-lines';

/** The lines of an item's own text where some of them were put in, taken out or divided. */
export interface RewrittenLines {
  /** As the version before has them. */
  readonly own: OwnLines;
  /** How many lines stand in their place. */
  readonly count: number;
  /** Which of those is the last one with text, the first being 0. */
  readonly lastText: number;
}

/** What of a text reads otherwise than in the version before. */
export interface Edits {
  readonly changed: ReadonlyMap<number, number>;
  /** In text order; none of their lines is among the changed ones. */
  readonly rewritten: readonly RewrittenLines[];
  /** The lines above the first item, where they read otherwise. */
  readonly head: EditedHead | undefined;
}

/** Where things of one version of a text stand in another of which a few lines read otherwise, or stand in place of others. */
export class EditMap {
  /** The lines that read otherwise, each with the offset in the version before behind which it does. */
  readonly changed: ReadonlyMap<number, number>;
  readonly rewritten: readonly RewrittenLines[];
  readonly head: EditedHead | undefined;

  constructor(
    private readonly before: LineTable,
    private readonly after: LineTable,
    { changed, rewritten, head }: Edits,
  ) {
    this.changed = changed;
    this.rewritten = rewritten;
    this.head = head;
  }

  /** By how many lines the first item stands further down. */
  private get byHead(): number {
    return this.head ? this.head.untilNow - this.head.until : 0;
  }

  /** The number that a line has now, if it is none of those rewritten but the first of them. */
  lineNow(line: number): number {
    if (this.isInHead(line)) return line;
    let by = this.byHead;
    for (const { own, count } of this.rewritten) {
      if (own.until > line) break;
      by += count - (own.until - own.first);
    }
    return line + by;
  }

  /** The number that a line had; undefined where it was rewritten. */
  lineBefore(line: number): number | undefined {
    if (this.head && line < this.head.untilNow) return undefined;
    let by = this.byHead;
    for (const { own, count } of this.rewritten) {
      const first = own.first + by;
      if (line < first) break;
      if (line < first + count) return undefined;
      by += count - (own.until - own.first);
    }
    return line - by;
  }

  /** The rewritten lines that a line of the version after is one of. */
  rewrittenOn(line: number): RewrittenLines | undefined {
    return this.rewritten.find(({ own, count }) => {
      const first = this.lineNow(own.first);
      return first <= line && line < first + count;
    });
  }

  /** The lines of the version after that the one before does not have. */
  linesEdited(): readonly number[] {
    const rewritten = this.rewritten.flatMap(({ own, count }) => {
      const first = this.lineNow(own.first);
      return Array.from({ length: count }, (_, index) => first + index);
    });
    const head = Array.from({ length: (this.head?.untilNow ?? 1) - 1 }, (_, index) => index + 1);
    return [...head, ...[...this.changed.keys()].map((line) => this.lineNow(line)), ...rewritten];
  }

  /** Whether a line of the version before is one of a head that reads otherwise. */
  private isInHead(line: number): boolean {
    return this.head !== undefined && line < this.head.until;
  }

  /** Whether a line of the version before does not stand in the one after as it was. */
  isEdited(line: number): boolean {
    return this.isInHead(line) || this.changed.has(line) || this.rewrittenFrom(line) !== undefined;
  }

  private rewrittenFrom(line: number): RewrittenLines | undefined {
    return this.rewritten.find(({ own }) => own.first <= line && line < own.until);
  }

  /** How far has moved what stands on a line, behind a change on it left out. */
  shiftOf(line: number): number {
    return this.after.startOf(this.lineNow(line)) - this.before.startOf(line);
  }

  /** What reads otherwise keeps its beginning, and its end the distance to the end of its line, or of its last one. */
  at(offset: number): number {
    const line = this.before.lineAt(offset);
    const rewritten = this.rewrittenFrom(line);
    const from = rewritten ? rewritten.own.item.titleRange.start : this.changed.get(line);
    if (from === undefined || offset <= from) return offset + this.shiftOf(rewritten?.own.first ?? line);
    const last = rewritten
      ? { before: rewritten.own.lastText, after: this.lineNow(rewritten.own.first) + rewritten.lastText }
      : { before: line, after: this.lineNow(line) };
    return this.after.rangeOf(last.after).end - (this.before.rangeOf(last.before).end - offset);
  }

  rangeOf({ start, end }: Range): Range {
    if (this.head && start < this.before.startOf(this.head.until)) return inHead({ start, end }, this.head);
    return { start: this.at(start), end: this.at(end) };
  }

  /** As `rangeOf`, for ranges on a line that is known. */
  onLine(line: number): (range: Range) => Range {
    if (this.changed.has(line)) return (range) => this.rangeOf(range);
    const by = this.shiftOf(line);
    return ({ start, end }) => ({ start: start + by, end: end + by });
  }
}

/** Where what a change of the head left alone stands now. */
function inHead({ start, end }: Range, { change: { replaced, by } }: EditedHead): Range {
  const moved = end <= replaced.start ? 0 : by;
  return { start: start + moved, end: end + moved };
}
