import type { CharacterSet } from '../character-set';
import { characters } from './signs';

/** Words looked for by the character they end with: most characters end none. */
export class Words {
  private readonly endings: CharacterSet;
  /** The longest first. */
  private readonly byLastCharacter = new Map<number, string[]>();
  private readonly hiding: ReadonlySet<string>;

  /** `hiding`: words that are none of these though they begin with one (建 in 建设). */
  constructor(words: readonly string[], hiding: readonly string[] = []) {
    this.endings = characters(words.map((word) => word.slice(-1)).join(''));
    this.hiding = new Set(hiding);
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const last = word.charCodeAt(word.length - 1);
      const others = this.byLastCharacter.get(last);
      if (others === undefined) this.byLastCharacter.set(last, [word]);
      else others.push(word);
    }
  }

  /** The start of the longest word in `[from, end)` that ends at `end`, or -1. */
  startOfWordEnding(text: string, end: number, from = 0): number {
    if (!this.endings.has(text, end - 1)) return -1;
    for (const word of this.byLastCharacter.get(text.charCodeAt(end - 1)) as string[])
      if (end - word.length >= from && text.endsWith(word, end)) return end - word.length;
    return -1;
  }

  /** Where the last of the words begins in a text, or -1; words before an exception do not count. */
  lastIn(text: string, except?: (next: string) => boolean): number {
    for (let end = text.length; end > 0; end--) {
      const start = this.startOfWordEnding(text, end);
      if (start < 0 || this.hiding.has(text.slice(start, end + 1))) continue;
      if (except?.(text.charAt(end)) !== true) return start;
    }
    return -1;
  }

  /** The end of `[from, end)` without the words it ends with. */
  skipBack(text: string, from: number, end: number): number {
    let rest = end;
    for (let start = end; start >= 0; start = this.startOfWordEnding(text, rest, from)) rest = start;
    return rest;
  }
}
