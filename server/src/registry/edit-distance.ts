import { substitutionCost } from './confusable-characters';

/** Weighted edit distance of two short texts; gives up (Infinity) once it must exceed `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let beforePrevious: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = costAt(a, b, i, j, previous, beforePrevious, current);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  const distance = previous[b.length] as number;
  return distance > limit ? Infinity : distance;
}

function costAt(
  a: string,
  b: string,
  i: number,
  j: number,
  previous: readonly number[],
  beforePrevious: readonly number[],
  current: readonly number[],
): number {
  const x = a.charAt(i - 1);
  const y = b.charAt(j - 1);
  const replaced = (previous[j - 1] as number) + (x === y ? 0 : substitutionCost(x, y));
  const removed = (previous[j] as number) + 1;
  const added = (current[j - 1] as number) + 1;
  let cost = Math.min(replaced, removed, added);
  // Two neighbours swapped (应急管局理) is one slip.
  if (i > 1 && j > 1 && x === b.charAt(j - 2) && y === a.charAt(i - 2)) {
    cost = Math.min(cost, (beforePrevious[j - 2] as number) + 1);
  }
  return cost;
}

/** The word of a short list that `word` was probably meant to be. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const limit = word.length <= 2 ? 1 : 2;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    const distance = editDistance(word, candidate, limit);
    if (distance < candidate.length && distance < (best?.distance ?? Infinity))
      best = { word: candidate, distance };
  }
  return best?.word;
}
