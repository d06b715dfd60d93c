/*
 * Words that many patterns wait for, looked for together. Twenty rules ask of every line whether it holds one of their
 * fifty words; a search for each took longer than all that is found by them.
 */

const BITS = 32;

interface KeyWord {
  readonly word: string;
  readonly number: number;
}

const words = new Map<string, KeyWord>();
const byFirstCharacter = new Map<number, KeyWord[]>();
/** For each character whether a word begins with it: nearly every character of a line is done with by this look. */
const begins = new Uint8Array(0x10000);

/** The number by which a text's `FoundWords` know the word. */
export function keyWord(word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known.number;
  const added = { word, number: words.size };
  const first = word.charCodeAt(0);
  words.set(word, added);
  byFirstCharacter.set(first, [...(byFirstCharacter.get(first) ?? []), added]);
  begins[first] = 1;
  return added.number;
}

/** The key words that a text holds. */
export class FoundWords {
  private bits: number[] = [];
  /** How many words there were when the text was searched. */
  private known = 0;

  constructor(private readonly text: string) {}

  has(word: number): boolean {
    if (this.known !== words.size) this.search();
    return ((this.bits[Math.floor(word / BITS)] ?? 0) & (1 << (word % BITS))) !== 0;
  }

  private search(): void {
    const { text } = this;
    this.known = words.size;
    this.bits = new Array<number>(Math.ceil(words.size / BITS)).fill(0);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (begins[code] === 1) this.searchAt(at, byFirstCharacter.get(code) ?? []);
    }
  }

  private searchAt(at: number, candidates: readonly KeyWord[]): void {
    for (const { word, number } of candidates) {
      if (word.length > 1 && !this.text.startsWith(word, at)) continue;
      const index = Math.floor(number / BITS);
      this.bits[index] = (this.bits[index] ?? 0) | (1 << (number % BITS));
    }
  }
}
