/**
 * How alike texts are, by the pairs of neighbouring characters (bigrams) they share: Chinese needs no words for that.
 * What every text has (推进、完成时限) says little, so each bigram weighs by how few of the texts at hand have it
 * (tf-idf), and likeness is the cosine of the weights. Numbers all count alike: 90公里 and 120公里 are one wording.
 */

/** Bigram (two UTF-16 units in one number) → weight; of length 1 as a whole. */
export type TextVector = ReadonlyMap<number, number>;

/** A pair of like texts by their indices; `score` is between 0 (nothing in common) and 1 (the same). */
export interface SimilarPair {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Knows how common each bigram is among a set of texts. */
export class TextSpace {
  private readonly occurrences = new Map<number, number>();

  constructor(private readonly texts: readonly string[]) {
    for (const text of texts)
      for (const bigram of countBigrams(text).keys())
        this.occurrences.set(bigram, (this.occurrences.get(bigram) ?? 0) + 1);
  }

  vectorOf(text: string): TextVector {
    const weights = countBigrams(text);
    let square = 0;
    for (const [bigram, count] of weights) {
      const weight = (1 + Math.log(count)) * this.rarityOf(bigram);
      weights.set(bigram, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [bigram, weight] of weights) weights.set(bigram, weight / length);
    return weights;
  }

  private rarityOf(bigram: number): number {
    return Math.log(1 + (this.texts.length + 1) / ((this.occurrences.get(bigram) ?? 0) + 1));
  }
}

/** How alike two vectors of one space are. */
export function cosine(a: TextVector, b: TextVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [bigram, weight] of small) sum += weight * (large.get(bigram) ?? 0);
  return Math.min(1, sum);
}

/** How much of `part` is found in `whole`, by weight: 1 where a text is all taken from the other. */
export function coverage(part: TextVector, whole: TextVector): number {
  let found = 0;
  let all = 0;
  for (const [bigram, weight] of part) {
    all += weight * weight;
    if (whole.has(bigram)) found += weight * weight;
  }
  return all === 0 ? 0 : found / all;
}

/** What `vector` has and `other` has not. */
export function without(vector: TextVector, other: TextVector): TextVector {
  return new Map([...vector].filter(([bigram]) => !other.has(bigram)));
}

/** How alike two texts are where nothing else is known. */
export function similarity(a: string, b: string): number {
  const space = new TextSpace([a, b]);
  return cosine(space.vectorOf(a), space.vectorOf(b));
}

/**
 * The pairs that are at least `least` alike, in the order of `from`. An index from bigram to texts keeps the cost near
 * the number of bigrams that pairs really share.
 */
export function similarPairs(
  from: readonly TextVector[],
  to: readonly TextVector[],
  least: number,
): SimilarPair[] {
  const index = indexOf(to);
  const sums = new Float64Array(to.length);
  return from.flatMap((vector, i) => {
    sums.fill(0);
    for (const [bigram, weight] of vector)
      for (const { text, weight: other } of index.get(bigram) ?? [])
        sums[text] = (sums[text] as number) + weight * other;
    const pairs: SimilarPair[] = [];
    sums.forEach((score, j) => {
      if (score >= least) pairs.push({ from: i, to: j, score: Math.min(1, score) });
    });
    return pairs;
  });
}

interface Posting {
  readonly text: number;
  readonly weight: number;
}

function indexOf(vectors: readonly TextVector[]): ReadonlyMap<number, readonly Posting[]> {
  const index = new Map<number, Posting[]>();
  vectors.forEach((vector, text) => {
    for (const [bigram, weight] of vector) {
      const postings = index.get(bigram);
      if (postings) postings.push({ text, weight });
      else index.set(bigram, [{ text, weight }]);
    }
  });
  return index;
}

/** The characters that carry meaning: no white space or punctuation; every number is one and the same. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}

function countBigrams(text: string): Map<number, number> {
  const characters = essence(text);
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < characters.length; i++) {
    const bigram = characters.charCodeAt(i) * 0x10000 + characters.charCodeAt(i + 1);
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}
