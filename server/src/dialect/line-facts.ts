import { addCarried } from './carry-over';
import { isRangeMoved, shiftOf, type Change } from './draft-change';
import type { Draft } from './model';
import { moveRange } from './move-fields';
import { wholeReadingOf, type WholeReading } from './reread/reread-draft';
import { proseOn, textLines, TextLine } from './text-lines';
import { PerDraft } from './reread/per-draft';

/** What is told of a stretch of prose. */
export interface LineFact<Fact> {
  readonly line: TextLine;
  readonly fact: Fact;
}

/**
 * What can be told of stretches of prose, of each by its own text alone; kept for those of which there is something to
 * tell. After an edit only stretches are looked at that were no prose before, or said something else.
 */
export class LineFacts<Fact> {
  private readonly known = new PerDraft((): { told?: Told<Fact> } => ({}));

  constructor(
    /** Keeps nothing of the text, which would keep its draft in memory; undefined where there is nothing to tell. */
    private readonly tell: (line: TextLine) => Fact | undefined,
    /** What was told under another edition is told anew. */
    private readonly edition: () => number = () => 0,
  ) {
    addCarried(this);
  }

  /** In document order. */
  of(draft: Draft): readonly LineFact<Fact>[] {
    const edition = this.edition();
    const known = this.known.of(draft);
    if (known.told?.edition === edition) return known.told.facts;
    const facts = this.find(draft);
    known.told = { edition, facts };
    return facts;
  }

  private find(draft: Draft): readonly LineFact<Fact>[] {
    const whole = wholeReadingOf(draft);
    if (whole !== undefined) return this.afterPlainEdits(draft, whole);
    return this.tellAll(textLines(draft));
  }

  /** What was told of the version before holds for the lines that stayed as they were. */
  carryOver(before: Draft, draft: Draft, change: Change): void {
    if (!this.isTold(before)) return;
    this.known.of(draft).told = {
      edition: this.edition(),
      facts: this.afterWideEdit(before, draft, change),
    };
  }

  /** A draft that reads otherwise than another in a few lines. */
  private afterPlainEdits(draft: Draft, { draft: whole, map }: WholeReading): readonly LineFact<Fact>[] {
    const kept = this.of(whole).flatMap(({ line: { kind, range, line }, fact }) => {
      if (map.isEdited(line)) return [];
      const moved = moveRange(range, map.shiftOf(line));
      return { line: new TextLine(draft.text, kind, moved, map.lineNow(line)), fact };
    });
    const edited = map.linesEdited().flatMap((line) => proseOn(draft, line));
    return inOrder(kept, this.tellAll(edited));
  }

  private afterWideEdit(before: Draft, draft: Draft, change: Change): readonly LineFact<Fact>[] {
    const told = new Map(this.of(before).map(({ line, fact }) => [line.range.start, fact]));
    const facts: LineFact<Fact>[] = [];
    forStretches(before, draft, change, (line, was) => {
      const fact = was === undefined ? this.tell(line) : told.get(was.range.start);
      if (fact !== undefined) facts.push({ line, fact });
    });
    return facts;
  }

  /** Whether what is told of a draft is known, but for few lines. */
  private isTold(draft: Draft): boolean {
    const whole = wholeReadingOf(draft)?.draft ?? draft;
    return this.known.of(whole).told?.edition === this.edition();
  }

  private tellAll(lines: readonly TextLine[]): readonly LineFact<Fact>[] {
    const facts: LineFact<Fact>[] = [];
    for (const line of lines) {
      const fact = this.tell(line);
      if (fact !== undefined) facts.push({ line, fact });
    }
    return facts;
  }
}

interface Told<Fact> {
  readonly edition: number;
  readonly facts: readonly LineFact<Fact>[];
}

/** Goes through the stretches of a draft, each with what it was before, where it was prose and stands outside the change. */
function forStretches(
  before: Draft,
  after: Draft,
  change: Change,
  take: (line: TextLine, was: TextLine | undefined) => void,
): void {
  const lines = textLines(before);
  let next = 0;
  for (const line of textLines(after)) {
    while (next < lines.length && beginsNow(lines[next] as TextLine, change) < line.range.start) next++;
    const was = lines[next];
    take(line, was !== undefined && isRangeMoved(was.range, line.range, change) ? was : undefined);
  }
}

/** Before everything where the edit changed something in it: it is no stretch of the version after. */
function beginsNow({ range }: TextLine, change: Change): number {
  const by = shiftOf(range, change);
  return by === undefined ? -Infinity : range.start + by;
}

function inOrder<Fact>(
  kept: readonly LineFact<Fact>[],
  fresh: readonly LineFact<Fact>[],
): readonly LineFact<Fact>[] {
  return fresh.length === 0
    ? kept
    : [...kept, ...fresh].sort((a, b) => a.line.range.start - b.line.range.start);
}
