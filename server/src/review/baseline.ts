import type { Draft } from '../dialect/model';
import { contains, type Range } from '../dialect/range';
import type { Diagnostic } from '../rules/rule';
import { AnchorMaker, type Anchor } from './anchor';
import { landmarksOf } from './landmarks';
import { sharedEnd, sharedStart } from '../dialect/shared-ends';
import { likeness } from './similarity';

/** Findings of a draft that are accepted: of one rule, at one place said by its content. */
export interface BaselineEntry extends Anchor {
  readonly rule: string;
  /** How many findings are the same in all of this. */
  readonly count: number;
}

/** What of a draft's findings is accepted, for all drafts; see docs/schema/baseline.schema.json. */
export interface Baseline {
  /** By the draft's path relative to the baseline's own folder, with `/`. */
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>;
}

export const EMPTY_BASELINE: Baseline = { files: new Map() };

/** The entries that accept all findings given, in their order. */
export function acceptFindings(draft: Draft, findings: readonly Diagnostic[]): BaselineEntry[] {
  const placed = new FindingAnchors(draft).of(findings);
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, anchor } of placed) {
    const key = keyOf(rule, anchor);
    entries.set(key, { rule, ...anchor, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** The findings that no entry accepts; each entry accepts as many as it counts, those most like it. */
export function unacceptedFindings(
  draft: Draft,
  findings: readonly Diagnostic[],
  entries: readonly BaselineEntry[],
): readonly Diagnostic[] {
  if (entries.length === 0 || findings.length === 0) return findings;
  return new Acceptance(new FindingAnchors(draft).of(findings), entries).rest();
}

/** One place a finding speaks of. */
interface PlacedFinding {
  readonly finding: Diagnostic;
  readonly rule: string;
  readonly range: Range;
  readonly anchor: Anchor;
}

/** Anchors of findings: one on a number is about the title behind it, since numbers change with what stands before. */
class FindingAnchors {
  private readonly maker: AnchorMaker;
  private readonly titles: readonly { readonly marker: Range; readonly title: Range }[];

  constructor(draft: Draft) {
    this.maker = new AnchorMaker(draft);
    this.titles = landmarksOf(draft).flatMap(({ marker, titleRange }) =>
      marker && titleRange.start < titleRange.end ? [{ marker, title: titleRange }] : [],
    );
  }

  of(findings: readonly Diagnostic[]): PlacedFinding[] {
    return findings.flatMap((finding) =>
      (finding.places ?? [finding.range]).map((range) => ({
        finding,
        rule: finding.rule,
        range,
        anchor: this.maker.anchorAt(this.titleOr(range)),
      })),
    );
  }

  private titleOr(range: Range): Range {
    return this.titles.find(({ marker }) => contains(marker, range))?.title ?? range;
  }
}

/** Gives findings to entries: first those that agree in everything, then the best remaining pairs. */
class Acceptance {
  private readonly open: Set<PlacedFinding>;
  private readonly left: { readonly entry: BaselineEntry; count: number }[];

  constructor(
    private readonly placed: readonly PlacedFinding[],
    entries: readonly BaselineEntry[],
  ) {
    this.open = new Set(placed);
    this.left = entries.map((entry) => ({ entry, count: entry.count }));
    this.giveEqual();
    this.giveAlike();
  }

  /** A finding that speaks for several places stands at the first one that is not accepted. */
  rest(): Diagnostic[] {
    const first = new Map<Diagnostic, Range>();
    for (const { finding, range } of this.open) if (!first.has(finding)) first.set(finding, range);
    return [...first].map(([finding, range]) => (range === finding.range ? finding : { ...finding, range }));
  }

  private giveEqual(): void {
    const byKey = new Map(this.left.map((slot) => [keyOf(slot.entry.rule, slot.entry), slot]));
    for (const place of this.placed) {
      const slot = byKey.get(keyOf(place.rule, place.anchor));
      if (slot) this.give(place, slot);
    }
  }

  private giveAlike(): void {
    const slots = this.left.filter(({ count }) => count > 0);
    const pairs = [...this.open].flatMap((place) =>
      slots
        .filter(({ entry }) => entry.rule === place.rule)
        .map((slot) => ({ place, slot, agreement: agreementOf(slot.entry, place.anchor) }))
        .filter(({ agreement }) => agreement > 0),
    );
    for (const { place, slot } of pairs.sort((a, b) => b.agreement - a.agreement)) {
      if (this.open.has(place)) this.give(place, slot);
    }
  }

  private give(place: PlacedFinding, slot: Acceptance['left'][number]): void {
    if (slot.count === 0) return;
    slot.count--;
    this.open.delete(place);
  }
}

/** So many characters beside a short quote must be as they were: elsewhere in the task is another finding. */
const LEAST_BESIDE = 6;
/** A quote this long is told from others by itself, and may have been edited. UTF-16 units. */
const TELLING_LENGTH = 16;
const LEAST_LIKENESS = 0.6;
/** What is enough for words that are followed by much the same text as before. */
const LIKE_ENOUGH_IF_BACKED = 0.4;

/** How much a finding is the one an entry accepts; 0: another one. */
function agreementOf(entry: BaselineEntry, anchor: Anchor): number {
  const beside = Math.max(sharedEnd(entry.before, anchor.before), sharedStart(entry.after, anchor.after));
  const inSameTask =
    likeness(entry.within, anchor.within) >= LEAST_LIKENESS || entry.within === anchor.within;
  const isTitle = entry.quote === entry.within && anchor.quote === anchor.within;
  const support = 1 + Math.min(beside, 24) / 24 + (inSameTask ? 1 : 0);
  if (entry.quote === anchor.quote) {
    const isKnown = isTitle || entry.quote.length >= TELLING_LENGTH || beside >= LEAST_BESIDE;
    return isKnown ? 10 + support : 0;
  }
  const isLong = Math.min(entry.quote.length, anchor.quote.length) >= TELLING_LENGTH;
  if (!isTitle && !(isLong && inSameTask)) return 0;
  const alike = likeness(entry.quote, anchor.quote);
  const isBacked = likeness(entry.after, anchor.after) >= LEAST_LIKENESS;
  return alike >= (isBacked ? LIKE_ENOUGH_IF_BACKED : LEAST_LIKENESS) ? 10 * alike + support - 3 : 0;
}

function keyOf(rule: string, { quote, before, after, within }: Anchor): string {
  return JSON.stringify([rule, quote, before, after, within]);
}
