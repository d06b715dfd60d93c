import type { Candidate } from './name-index';
import { yearOf } from './partial-date';
import type { Resolution, UnitMatch } from './registry';

/** Decides what a name means from the units it may mean: the surest way of finding counts, and ties are ambiguous. */
export function resolveCandidates(candidates: readonly Candidate[], year: number | undefined): Resolution {
  const surest = Math.min(...candidates.map(({ rank }) => rank));
  const best = bestPerUnit(candidates.filter(({ rank }) => rank === surest));
  const [match, ...others] = preferInForce(best, year);
  if (!match) return { status: 'unknown' };
  if (others.length > 0) return { status: 'ambiguous', candidates: [match, ...others].map(matchOf) };
  return { status: 'unit', ...matchOf(match) };
}

function bestPerUnit(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<Candidate['unit']>();
  return candidates.filter(({ unit }) => !seen.has(unit) && seen.add(unit));
}

/** A name that an abolished and an existing unit share means the one that existed in the draft's year. */
function preferInForce(candidates: readonly Candidate[], year: number | undefined): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const inForce = candidates.filter(({ unit }) => {
    const end = unit.abolished?.date;
    return !unit.abolished || (end !== undefined && year !== undefined && yearOf(end) > year);
  });
  return inForce.length > 0 ? inForce : candidates;
}

function matchOf({ unit, kind, formerName }: Candidate): UnitMatch {
  return { unit, kind, formerName };
}
