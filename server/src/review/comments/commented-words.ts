import type { Draft } from '../../dialect/model';
import { range, type Range } from '../../dialect/range';
import type { CommentedWords } from '../../importers/comments';

/** What an import puts in or takes out: white space, marks of headings, tables and emphasis. */
const FURNITURE = /[\s\u3000#|*_\\]/u;

/** How much of what stands around the words must be there, before and after them; the surest first. */
const CONTEXTS: readonly (readonly [before: number, after: number])[] = [
  [40, 40],
  [20, 20],
  [10, 10],
  [20, 0],
  [0, 20],
  [4, 4],
  [0, 0],
];

/** Finds words of a Word document in the draft that was made of it. */
export class CommentedWordsFinder {
  private readonly text: string;
  /** Where each character stands in the draft. */
  private readonly offsets: readonly number[];
  /** The front matter repeats words of the text (the title in 印发语), so the text comes first. */
  private readonly bodyStart: number;

  constructor({ text, frontMatter }: Draft) {
    this.offsets = text.split('').flatMap((character, at) => (FURNITURE.test(character) ? [] : [at]));
    this.text = bare(text);
    this.bodyStart = bare(text.slice(0, frontMatter?.range.end ?? 0)).length;
  }

  find({ before, quote, after }: CommentedWords): Range | undefined {
    const whole = this.findBare(bare(before), bare(quote), bare(after));
    if (whole || !quote.trim().includes('\n')) return whole;
    // Paragraphs that Word numbers have a number more in the draft: the first of several is enough.
    return this.findBare(bare(before), bare(quote.trim().split('\n')[0] ?? ''), '');
  }

  private findBare(before: string, quote: string, after: string): Range | undefined {
    for (const [left, right] of CONTEXTS) {
      const [head, tail] = [left === 0 ? '' : before.slice(-left), after.slice(0, right)];
      const words = head + quote + tail;
      const at = words.length < 2 ? -1 : this.indexOf(words);
      if (at >= 0) return this.inDraft(at + head.length, quote.length);
    }
    return undefined;
  }

  private indexOf(words: string): number {
    const inBody = this.text.indexOf(words, this.bodyStart);
    return inBody >= 0 ? inBody : this.text.indexOf(words);
  }

  private inDraft(at: number, length: number): Range {
    const start = this.offsets[at] ?? this.offsets.at(-1) ?? 0;
    return range(start, length === 0 ? start : (this.offsets[at + length - 1] as number) + 1);
  }
}

function bare(text: string): string {
  return text.replace(new RegExp(FURNITURE, 'gu'), '');
}
