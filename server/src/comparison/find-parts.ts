import { groupBy } from '../dialect/group-by';
import type { Rating } from './rate-tasks';
import { coverage, without, type TextVector } from './similarity';

/** An old task and a new one that has a part of it, or of which it is a part; by index. */
export interface PartOf {
  readonly from: number;
  readonly to: number;
}

/** What became of what, when parts are known as such. */
export interface Partition {
  /** One to one, old → new. */
  readonly partners: ReadonlyMap<number, number>;
  /** New tasks that are further parts of an old one. */
  readonly splits: readonly PartOf[];
  /** Old tasks that became further parts of a new one. */
  readonly merges: readonly PartOf[];
}

/** So much of a part's text must come from the whole. */
const LEAST_COVERAGE = 0.6;
/** And so much of it must be what the whole's own partner does not have: else both merely speak of one matter. */
const LEAST_OWN = 0.35;
/** A pair less alike than this gives way where one of the two is surely a part of another task. */
const WEAK_PAIR = 0.6;
const SURE_COVERAGE = 0.85;

/** Finds the tasks that were split off from one that has another partner, or merged into one. */
export function findParts(rating: Rating, chosen: ReadonlyMap<number, number>): Partition {
  const partners = withoutWeakPairs(rating, chosen);
  const sources = new Map([...partners].map(([from, to]) => [to, from]));
  const [merging, splitting] = lookingBothWays(rating, partners, sources);
  return {
    partners,
    splits: rating.to.wholes.flatMap((_, to): PartOf[] => {
      const from = sources.has(to) ? undefined : findWhole(splitting, to, LEAST_COVERAGE);
      return from === undefined ? [] : [{ from, to }];
    }),
    merges: rating.from.wholes.flatMap((_, from): PartOf[] => {
      const to = partners.has(from) ? undefined : findWhole(merging, from, LEAST_COVERAGE);
      return to === undefined ? [] : [{ from, to }];
    }),
  };
}

/** A task that was merged into another is not the like task that is new; a part split off is not the one dropped. */
function withoutWeakPairs(
  rating: Rating,
  partners: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const sources = new Map([...partners].map(([from, to]) => [to, from]));
  const [merging, splitting] = lookingBothWays(rating, partners, sources);
  const weak = rating.pairs.filter(
    ({ from, to, score }) =>
      score < WEAK_PAIR &&
      partners.get(from) === to &&
      (findWhole(merging, from, SURE_COVERAGE) !== undefined ||
        findWhole(splitting, to, SURE_COVERAGE) !== undefined),
  );
  const given = new Set(weak.map(({ from }) => from));
  return new Map([...partners].filter(([from]) => !given.has(from)));
}

/** Tasks on one side, looked at as parts of those on the other. */
interface Look {
  readonly parts: readonly TextVector[];
  readonly wholes: readonly TextVector[];
  /** The partner, among the parts, of each whole. */
  readonly partners: ReadonlyMap<number, number>;
  readonly likes: ReadonlyMap<number, readonly number[]>;
}

function lookingBothWays(
  { from, to, pairs }: Rating,
  partners: ReadonlyMap<number, number>,
  sources: ReadonlyMap<number, number>,
): [merging: Look, splitting: Look] {
  const likes = (part: 'from' | 'to', whole: 'from' | 'to'): Look['likes'] =>
    new Map(
      [...groupBy(pairs, (pair) => pair[part])].map(([key, own]) => [key, own.map((pair) => pair[whole])]),
    );
  return [
    { parts: from.wholes, wholes: to.wholes, partners: sources, likes: likes('from', 'to') },
    { parts: to.wholes, wholes: from.wholes, partners, likes: likes('to', 'from') },
  ];
}

/** The task that `part` is most surely a part of. */
function findWhole(
  { parts, wholes, partners, likes }: Look,
  index: number,
  least: number,
): number | undefined {
  const part = parts[index] as TextVector;
  let best: { readonly whole: number; readonly covered: number } | undefined;
  for (const whole of likes.get(index) ?? []) {
    const partner = partners.get(whole);
    if (partner === undefined || partner === index) continue;
    const text = wholes[whole] as TextVector;
    const covered = coverage(part, text);
    const own = coverage(part, without(text, parts[partner] as TextVector));
    if (covered >= least && own >= LEAST_OWN && covered > (best?.covered ?? 0)) best = { whole, covered };
  }
  return best?.whole;
}
