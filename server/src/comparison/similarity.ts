/**
 * How alike texts are, by the pairs of neighbouring characters (bigrams) they share: Chinese needs no words for that.
 * What every text has (推进、完成时限) says little, so each bigram weighs by how few of the texts at hand have it
 * (tf-idf), and likeness is the cosine of the weights. Numbers all count alike: 90公里 and 120公里 are one wording.
 */

/** The bigrams of a text, each as one number, in ascending order, and their weights; of length 1 as a whole. */
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

/**
 * Knows how common each bigram is among a set of texts; only vectors of one space can be compared. A bigram that none of
 * them has is the rarest.
 */
export class TextSpace {
  /** In how many of the texts each bigram occurs. */
  private readonly occurrences = new Map<number, number>();
  private readonly termsOf = new Map<string, Int32Array>();

  constructor(private readonly texts: readonly string[]) {
    for (const text of texts) {
      const terms = readTerms(text);
      this.termsOf.set(text, terms);
      terms.forEach((term, i) => {
        if (term !== terms[i - 1]) this.occurrences.set(term, (this.occurrences.get(term) ?? 0) + 1);
      });
    }
  }

  vectorOf(text: string): TextVector {
    const all = this.termsOf.get(text) ?? readTerms(text);
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

  private rarityOf(term: number): number {
    return Math.log(1 + (this.texts.length + 1) / ((this.occurrences.get(term) ?? 0) + 1));
  }
}

/** The bigrams of a text, sorted, each as often as it occurs. */
function readTerms(text: string): Int32Array {
  const characters = essence(text);
  const terms = new Int32Array(Math.max(0, characters.length - 1));
  for (let i = 0; i < terms.length; i++)
    terms[i] = (characters.charCodeAt(i) << 16) | characters.charCodeAt(i + 1);
  return terms.sort();
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

/** Texts that others are compared with: from a bigram to those that have it, so that only what is shared costs anything. */
export class TextIndex {
  private readonly postings = new Map<number, Postings>();
  private readonly sums: Float64Array;

  constructor(vectors: readonly TextVector[]) {
    this.sums = new Float64Array(vectors.length);
    vectors.forEach(({ terms, weights }, text) => {
      terms.forEach((term, at) => {
        let postings = this.postings.get(term);
        if (postings === undefined) this.postings.set(term, (postings = { texts: [], weights: [] }));
        postings.texts.push(text);
        postings.weights.push(weights[at] as number);
      });
    });
  }

  /** The texts that are at least `least` like one, in their order. */
  likest({ terms, weights }: TextVector, least: number): LikeText[] {
    const sums = this.sums.fill(0);
    terms.forEach((term, at) => {
      const postings = this.postings.get(term);
      if (postings === undefined) return;
      const weight = weights[at] as number;
      for (let p = 0; p < postings.texts.length; p++)
        sums[postings.texts[p] as number]! += weight * (postings.weights[p] as number);
    });
    const found: LikeText[] = [];
    sums.forEach((score, index) => {
      if (score >= least) found.push({ index, score: Math.min(1, score) });
    });
    return found;
  }
}

/** A text of an index and how like it is. */
export interface LikeText {
  readonly index: number;
  readonly score: number;
}

/** The texts that have a bigram, and what it weighs in each. */
interface Postings {
  readonly texts: number[];
  readonly weights: number[];
}

/** The pairs that are at least `least` alike, in the order of `from`. */
export function similarPairs(
  from: readonly TextVector[],
  to: readonly TextVector[],
  least: number,
): SimilarPair[] {
  const index = new TextIndex(to);
  return from.flatMap((vector, i) =>
    index.likest(vector, least).map(({ index: j, score }) => ({ from: i, to: j, score })),
  );
}

/** The characters that carry meaning: no white space or punctuation; every number is one and the same. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}
