import { movedRange, type Change } from '../dialect/plain-edit';
import { around, type Range } from '../dialect/range';
import { lazyFix } from './lazy-fix';
import type { Diagnostic, Finding, Fix, Level, RelatedPlace, RuleId } from './rule';

/** What a rule found: one object in all versions of a draft that have it, wherever it stands in each. */
export interface Found {
  readonly rule: RuleId;
  /** The level in force, or the finding's own milder one. */
  readonly level: Level;
  /** The index of the task it was found in; 0 where a rule sees the whole draft. */
  readonly task: number;
  /** Its place among all that the rule found there. */
  readonly order: number;
  /** Of each repair whether it is safe. Repairs are worked out from the version that is looked at. */
  readonly repairs: readonly boolean[] | undefined;
  /** The ignore entries that silence it, by their place in the draft. */
  readonly silencedBy: readonly number[];
}

/**
 * A finding in one version of a draft: `finding`, so many characters further on. There may be tens of thousands, and
 * each keystroke moves those behind it: this is all that is made of one that nobody looks at.
 */
export interface PlacedFinding {
  readonly found: Found;
  /** In offsets of an earlier version, or of this one. */
  readonly finding: Omit<Finding, 'fixes'>;
  /** Around all places in this draft that it names. */
  readonly span: Range;
  readonly by: number;
  /** The repairs, in the version that it was found in. */
  readonly fixes: readonly Fix[] | undefined;
}

export function placeFinding({ fixes, ...finding }: Finding, facts: Omit<Found, 'repairs'>): PlacedFinding {
  const found = { ...facts, repairs: fixes?.map(({ safe }) => safe) };
  return { found, finding, span: spanOf(finding), by: 0, fixes };
}

function spanOf({ range, places = [], related = [] }: PlacedFinding['finding']): Range {
  if (places.length === 0 && related.length === 0) return range;
  return around([range, ...places, ...related.filter(isHere).map((place) => place.range)]);
}

function isHere({ uri }: RelatedPlace): boolean {
  return uri === undefined;
}

/** Where a finding stands after an edit; undefined where the edit changed something in it. */
export function movePlaced(placed: PlacedFinding, edit: Change): PlacedFinding | undefined {
  const { found, finding, span, by, fixes } = placed;
  const start = span.start + by;
  if (span.end + by <= edit.replaced.start)
    return fixes === undefined ? placed : { found, finding, span, by, fixes: undefined };
  if (start >= edit.replaced.end && start > edit.replaced.start)
    return { found, finding, span, by: by + edit.by, fixes: undefined };
  const moved = mapRanges(finding, (range) => movedRange(shifted(range, by), edit));
  return moved && { found, finding: moved, span: spanOf(moved), by: 0, fixes: undefined };
}

/** The finding with its ranges in this draft replaced; undefined where one of them is nowhere. */
function mapRanges(
  finding: PlacedFinding['finding'],
  to: (range: Range) => Range | undefined,
): PlacedFinding['finding'] | undefined {
  const range = to(finding.range);
  const places = finding.places?.map(to);
  const related = finding.related?.map((place) => (isHere(place) ? to(place.range) : place.range));
  if (range === undefined || places?.includes(undefined) || related?.includes(undefined)) return undefined;
  return {
    ...finding,
    range,
    ...(places && { places: places as Range[] }),
    ...(related && {
      related: finding.related?.map((place, index) => ({ ...place, range: related[index] as Range })),
    }),
  };
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** The finding as others see it; `again` gives its repairs as they are in the version that is looked at. */
export function toDiagnostic(
  { found: { rule, level, repairs }, finding, by, fixes }: PlacedFinding,
  again: () => readonly Fix[] | undefined,
): Diagnostic {
  const here = by === 0 ? finding : mapRanges(finding, (range) => shifted(range, by));
  return {
    ...(here ?? finding),
    ...(repairs && { fixes: fixes ?? repairs.map((safe, index) => fixOf(safe, index, again)) }),
    rule,
    level,
  };
}

/** Worked out when somebody looks at it; until then nothing of the version is held. */
function fixOf(safe: boolean, index: number, again: () => readonly Fix[] | undefined): Fix {
  return lazyFix(safe, () => again()?.[index] ?? NO_FIX);
}

const NO_FIX = { title: '', edits: [] };

/** Where a finding stands, and what it is related to. */
export function rangesOf({ finding, by }: PlacedFinding): readonly Range[] {
  const own = shifted(finding.range, by);
  return finding.related ? [own, ...finding.related.map(({ range }) => shifted(range, by))] : [own];
}

/** By where they stand; what stands at one place by rule, and then as the rule found it. */
export function inTextOrder(a: PlacedFinding, b: PlacedFinding): number {
  const one = a.found;
  const other = b.found;
  return (
    a.finding.range.start + a.by - (b.finding.range.start + b.by) ||
    a.finding.range.end + a.by - (b.finding.range.end + b.by) ||
    compareIds(one.rule, other.rule) ||
    one.task - other.task ||
    one.order - other.order
  );
}

function compareIds(a: RuleId, b: RuleId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
