import type { Rating } from './rate-tasks';
import { coverage, without, type TextVector } from './similarity';

/** A part of an old task (or a whole of old parts), by index. */
export interface PartOf {
  readonly from: number;
  readonly to: number;
}

/** So much of a part's text must come from the whole. */
const LEAST_COVERAGE = 0.6;
/** And so much of it must be what the whole's own partner does not have: else both merely speak of one matter. */
const LEAST_OWN = 0.35;

/** Tasks without a partner that are parts of one that has: split off from an old task or merged into a new one. */
export function findParts(
  { from, to, pairs }: Rating,
  partners: ReadonlyMap<number, number>,
): { readonly splits: readonly PartOf[]; readonly merges: readonly PartOf[] } {
  const sources = new Map([...partners].map(([a, b]) => [b, a]));
  const splits = to.wholes.flatMap((part, index): PartOf[] => {
    if (sources.has(index)) return [];
    const candidates = pairs.filter((pair) => pair.to === index).map((pair) => pair.from);
    const whole = bestWhole(part, candidates, { wholes: from.wholes, partners, others: to.wholes });
    return whole === undefined ? [] : [{ from: whole, to: index }];
  });
  const merges = from.wholes.flatMap((part, index): PartOf[] => {
    if (partners.has(index)) return [];
    const candidates = pairs.filter((pair) => pair.from === index).map((pair) => pair.to);
    const whole = bestWhole(part, candidates, {
      wholes: to.wholes,
      partners: sources,
      others: from.wholes,
    });
    return whole === undefined ? [] : [{ from: index, to: whole }];
  });
  return { splits, merges };
}

interface Wholes {
  readonly wholes: readonly TextVector[];
  /** The partner of each whole on the part's side. */
  readonly partners: ReadonlyMap<number, number>;
  readonly others: readonly TextVector[];
}

function bestWhole(
  part: TextVector,
  candidates: readonly number[],
  { wholes, partners, others }: Wholes,
): number | undefined {
  let best: { readonly whole: number; readonly covered: number } | undefined;
  for (const whole of candidates) {
    const partner = partners.get(whole);
    const text = wholes[whole];
    if (partner === undefined || text === undefined) continue;
    const covered = coverage(part, text);
    const own = coverage(part, without(text, others[partner] as TextVector));
    if (covered >= LEAST_COVERAGE && own >= LEAST_OWN && covered > (best?.covered ?? 0))
      best = { whole, covered };
  }
  return best?.whole;
}
