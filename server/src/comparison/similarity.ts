/**
 * How alike texts are, by the pairs of neighbouring characters (bigrams) they share: Chinese needs no words for that.
 * What every text has (推进、完成时限) says little, so each bigram weighs by how few of the texts at hand have it
 * (tf-idf), and likeness is the cosine of the weights. Numbers all count alike: 90公里 and 120公里 are one wording.
 */

/** The bigrams of a text, by their number in its space, in ascending order, and their weights; of length 1 as a whole. */
export interface TextVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** A pair of like texts by their indices; `score` is between 0 (nothing in common) and 1 (the same). */
export interface SimilarPair {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Knows how common each bigram is among a set of texts; only vectors of one space can be compared. */
export class TextSpace {
  private readonly numbers = new Map<number, number>();
  /** In how many of the texts each bigram occurs. */
  private readonly occurrences: number[] = [];
  private readonly termsOf = new Map<string, Int32Array>();

  constructor(private readonly texts: readonly string[]) {
    for (const text of texts) {
      const terms = this.readTerms(text);
      this.termsOf.set(text, terms);
      terms.forEach((term, i) => {
        if (term !== terms[i - 1]) this.occurrences[term] = (this.occurrences[term] ?? 0) + 1;
      });
    }
  }

  vectorOf(text: string): TextVector {
    const all = this.termsOf.get(text) ?? this.readTerms(text);
    const terms = all.filter((term, i) => term !== all[i - 1]);
    const weights = new Float64Array(terms.length);
    let square = 0;
    for (let i = 0, from = 0; i < terms.length; i++) {
      const start = from;
      while (all[from] === terms[i]) from++;
      const weight = (1 + Math.log(from - start)) * this.rarityOf(terms[i] as number);
      weights[i] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    return { terms, weights: weights.map((weight) => weight / length) };
  }

  /** The bigrams of a text, sorted, each as often as it occurs. */
  private readTerms(text: string): Int32Array {
    const characters = essence(text);
    const terms = new Int32Array(Math.max(0, characters.length - 1));
    for (let i = 0; i < terms.length; i++) {
      const bigram = characters.charCodeAt(i) * 0x10000 + characters.charCodeAt(i + 1);
      let term = this.numbers.get(bigram);
      if (term === undefined) this.numbers.set(bigram, (term = this.numbers.size));
      terms[i] = term;
    }
    return terms.sort();
  }

  private rarityOf(term: number): number {
    return Math.log(1 + (this.texts.length + 1) / ((this.occurrences[term] ?? 0) + 1));
  }
}

/** How alike two vectors of one space are. */
export function cosine(a: TextVector, b: TextVector): number {
  let sum = 0;
  forShared(a, b, (i, j) => (sum += (a.weights[i] as number) * (b.weights[j] as number)));
  return Math.min(1, sum);
}

/** How much of `part` is found in `whole`, by weight: 1 where a text is all taken from the other. */
export function coverage(part: TextVector, whole: TextVector): number {
  let found = 0;
  forShared(part, whole, (i) => (found += (part.weights[i] as number) ** 2));
  const all = part.weights.reduce((sum, weight) => sum + weight * weight, 0);
  return all === 0 ? 0 : found / all;
}

/** What `vector` has and `other` has not. */
export function without(vector: TextVector, other: TextVector): TextVector {
  const shared = new Set<number>();
  forShared(vector, other, (i) => shared.add(i));
  return {
    terms: vector.terms.filter((_, i) => !shared.has(i)),
    weights: vector.weights.filter((_, i) => !shared.has(i)),
  };
}

/** Visits the places of each bigram that both have. */
function forShared(a: TextVector, b: TextVector, visit: (i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const difference = (a.terms[i] as number) - (b.terms[j] as number);
    if (difference === 0) visit(i, j);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
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
  return from.flatMap(({ terms, weights }, i) => {
    sums.fill(0);
    terms.forEach((term, at) => {
      const postings = index.get(term);
      if (postings === undefined) return;
      const weight = weights[at] as number;
      for (let p = 0; p < postings.texts.length; p++)
        sums[postings.texts[p] as number]! += weight * (postings.weights[p] as number);
    });
    const pairs: SimilarPair[] = [];
    for (let j = 0; j < sums.length; j++) {
      const score = sums[j] as number;
      if (score >= least) pairs.push({ from: i, to: j, score: Math.min(1, score) });
    }
    return pairs;
  });
}

/** The texts that have a bigram, and what it weighs in each. */
interface Postings {
  readonly texts: number[];
  readonly weights: number[];
}

function indexOf(vectors: readonly TextVector[]): ReadonlyMap<number, Postings> {
  const index = new Map<number, Postings>();
  vectors.forEach(({ terms, weights }, text) => {
    terms.forEach((term, at) => {
      let postings = index.get(term);
      if (postings === undefined) index.set(term, (postings = { texts: [], weights: [] }));
      postings.texts.push(text);
      postings.weights.push(weights[at] as number);
    });
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
