/** Alike but for their order of characters: twice the common pairs of neighbours, by all pairs (Dice). 0–1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = countPairs(a);
  let common = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    common++;
  }
  return (2 * common) / (a.length + b.length - 2);
}

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** A stretch of a text that is nearly the words looked for. Offsets are of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** 1 for the very words, 0 for nothing in common. */
  readonly likeness: number;
}

/** So many stretches of a text are compared character by character: those with the most pairs of the words. */
const MOST_TRIED = 6;
/** A stretch with fewer of the words' pairs is not compared. */
const FEWEST_PAIRS = 0.25;

/** The stretches of `text` most like `words`, the best first. */
export function similarStretches(text: string, words: string): Stretch[] {
  const found = promisingPlaces(text, words).map(({ start, end }) => {
    const { from, to, edits } = alignWithin(text.slice(start, end), words);
    return { start: start + from, end: start + to, likeness: Math.max(0, 1 - edits / words.length) };
  });
  return found.sort((a, b) => b.likeness - a.likeness || a.start - b.start);
}

/** Windows twice as long as the words in which many of their pairs stand. */
function promisingPlaces(text: string, words: string): { start: number; end: number }[] {
  const pairs = countPairs(words);
  const upTo = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++)
    upTo[i + 1] = (upTo[i] as number) + (pairs.has(text.slice(i, i + 2)) ? 1 : 0);
  const half = Math.max(1, words.length >> 1);
  const windows: { start: number; end: number; hits: number }[] = [];
  for (let start = 0; start < text.length; start += half) {
    const end = Math.min(text.length, start + words.length + half);
    windows.push({ start, end, hits: (upTo[end] as number) - (upTo[start] as number) });
  }
  return windows
    .filter(({ hits }) => hits >= FEWEST_PAIRS * (words.length - 1) && hits > 0)
    .sort((a, b) => b.hits - a.hits || a.start - b.start)
    .slice(0, MOST_TRIED)
    .map(({ start, end }) => ({ start: Math.max(0, start - half), end: Math.min(text.length, end + half) }));
}

/**
 * Where in `text` the words stand with the fewest characters inserted, left out or replaced (Sellers, “The theory and
 * computation of evolutionary distances”, 1980).
 */
function alignWithin(text: string, words: string): { from: number; to: number; edits: number } {
  let edits = Array.from({ length: words.length + 1 }, (_, row) => row);
  let begins = new Array<number>(words.length + 1).fill(0);
  let best = { from: 0, to: 0, edits: words.length };
  for (let column = 1; column <= text.length; column++) {
    const [nextEdits, nextBegins] = [[0], [column]];
    for (let row = 1; row <= words.length; row++) {
      const replaced = (edits[row - 1] as number) + (text[column - 1] === words[row - 1] ? 0 : 1);
      const inserted = (edits[row] as number) + 1;
      const missing = (nextEdits[row - 1] as number) + 1;
      const least = Math.min(replaced, inserted, missing);
      nextEdits.push(least);
      // Of stretches that are equally near, the longest: what was put in belongs to it.
      nextBegins.push(
        Math.min(
          replaced === least ? (begins[row - 1] as number) : Infinity,
          missing === least ? (nextBegins[row - 1] as number) : Infinity,
          inserted === least ? (begins[row] as number) : Infinity,
        ),
      );
    }
    [edits, begins] = [nextEdits, nextBegins];
    const last = edits[words.length] as number;
    if (last < best.edits) best = { from: begins[words.length] as number, to: column, edits: last };
  }
  return best;
}
