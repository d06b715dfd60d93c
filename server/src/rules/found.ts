import type { Range } from '../dialect/range';
import { lazyFix } from './lazy-fix';
import type { Diagnostic, Finding, Fix, Level, RelatedPlace, RuleId } from './rule';

/** What a rule says of a finding, repairs apart: those would hold the version of the draft that it was found in. */
export type FindingFacts = Omit<Finding, 'fixes'>;

/** Each fact by name: to copy "the rest" of objects of many kinds takes an engine some ten times as long. */
export function factsOf({ range, places, message, level, related }: Finding): Complete<FindingFacts> {
  return { range, places, message, level, related };
}

/** What a rule found: one object in all versions of a draft that have it, wherever it stands in each. */
export interface Found {
  readonly rule: RuleId;
  /** The level in force, or the finding's own milder one. */
  readonly level: Level;
  /** The index of the task it was found in; 0 where a rule sees the whole draft. */
  readonly task: number;
  /** Its place among all that the rule found there. */
  readonly order: number;
  /** Its ranges are those of the version it was found in. */
  readonly finding: FindingFacts;
  /** Of each repair whether it is safe. Repairs are worked out from the version that is looked at. */
  readonly repairs: readonly boolean[] | undefined;
  /** The ignore entries that silence it, by their place in the draft. */
  readonly silencedBy: readonly number[];
}

/** A finding where it stands in one version. */
export interface FoundAt {
  readonly found: Found;
  /** Its own, those of related places in this draft, and those of its further places. */
  readonly ranges: readonly Range[];
}

export function rangesIn({ range, places = NONE, related = NONE }: Found['finding']): readonly Range[] {
  if (places.length === 0 && related.length === 0) return [range];
  return [range, ...related.filter(isHere).map((place) => place.range), ...places];
}

function isHere({ uri }: RelatedPlace): boolean {
  return uri === undefined;
}

const NONE: readonly never[] = [];

/** The finding as others see it. */
export function toDiagnostic({ found, ranges }: FoundAt, fixes: readonly Fix[] | undefined): Diagnostic {
  const { message, related, places } = found.finding;
  const range = ranges[0] as Range;
  const diagnostic: Writable<Diagnostic> = { range, message, rule: found.rule, level: found.level };
  if (related) diagnostic.related = placesNow(related, ranges);
  if (places) diagnostic.places = ranges.slice(ranges.length - places.length);
  if (fixes) diagnostic.fixes = fixes;
  return diagnostic;
}

/** Of related places those in this draft where they stand by now: their ranges follow the finding's own. */
function placesNow(related: readonly RelatedPlace[], ranges: readonly Range[]): RelatedPlace[] {
  const places: RelatedPlace[] = [];
  let at = 1;
  for (const place of related)
    places.push(isHere(place) ? { ...place, range: ranges[at++] as Range } : place);
  return places;
}

/** With every key, so that none can be forgotten. */
type Complete<Type> = { [Key in keyof Required<Type>]: Type[Key] };
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Repairs that are worked out when somebody looks at them; until then nothing of the version is held. */
export function lazyFixes(
  { repairs }: Found,
  again: () => readonly Fix[] | undefined,
): readonly Fix[] | undefined {
  return repairs?.map((safe, index) => lazyFix(safe, () => again()?.[index] ?? NO_FIX));
}

const NO_FIX = { title: '', edits: [] };

/** By where they stand; what stands at one place by rule, and then as the rule found it. */
export function inTextOrder(a: FoundAt, b: FoundAt): number {
  const [one, other] = [a.ranges[0] as Range, b.ranges[0] as Range];
  return one.start - other.start || one.end - other.end || inRuleOrder(a.found, b.found);
}

export function inRuleOrder(a: Found, b: Found): number {
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.task - b.task || a.order - b.order;
}
