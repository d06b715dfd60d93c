import { substitutionCost } from './confusable-characters';

/** Costs of turning the first `i` characters of one text into the first `j` of the other, for three values of `i`. */
interface Rows {
  readonly beforePrevious: readonly number[];
  readonly previous: readonly number[];
  readonly current: number[];
}

/** Weighted edit distance of two short texts; gives up (Infinity) once it must exceed `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let beforePrevious: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const rows: Rows = { beforePrevious, previous, current: [i] };
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = costAt(a.slice(i === 1 ? 0 : i - 2, i), b.slice(j === 1 ? 0 : j - 2, j), j, rows);
      rows.current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return Infinity;
    beforePrevious = previous;
    previous = rows.current;
  }
  const distance = previous[b.length] as number;
  return distance > limit ? Infinity : distance;
}

/** `a` and `b` end in the characters compared; the ones before them tell a swap. */
function costAt(a: string, b: string, j: number, { beforePrevious, previous, current }: Rows): number {
  const x = a.slice(-1);
  const y = b.slice(-1);
  const replaced = (previous[j - 1] as number) + (x === y ? 0 : substitutionCost(x, y));
  const cost = Math.min(replaced, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
  // Two neighbours swapped (应急管局理) is one slip.
  const swapped = a.length > 1 && a === y + x && b === x + y;
  return swapped ? Math.min(cost, (beforePrevious[j - 2] as number) + 1) : cost;
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
