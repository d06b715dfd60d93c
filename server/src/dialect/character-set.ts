/*
 * Sets of characters, asked by offset. Recognisers look at every character of a plan many times over; a regular
 * expression on `text[i]` first makes a string of the character, which takes some ten times as long as this look into
 * a table that many sets share, a bit for each.
 */

/** Up to 32 sets. */
export class CharacterTable {
  /** By UTF-16 unit: a bit for each set. */
  readonly sets = new Uint32Array(0x10000);
  private size = 0;

  get isFull(): boolean {
    return this.size === 32;
  }

  /** Of UTF-16 units; what takes two of them cannot be a member. */
  define(characters: string): CharacterSet {
    if (this.isFull) throw new RangeError('the table of character sets is full');
    const bit = 1 << this.size++;
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      this.sets[code] = (this.sets[code] as number) | bit;
    }
    return new CharacterSet(this.sets, bit);
  }
}

export class CharacterSet {
  constructor(
    private readonly sets: Uint32Array,
    readonly bit: number,
  ) {}

  /** Whether the character at an offset is a member; outside the text there is none. */
  has(text: string, offset: number): boolean {
    if (offset < 0 || offset >= text.length) return false;
    return ((this.sets[text.charCodeAt(offset)] as number) & this.bit) !== 0;
  }

  /** The first offset of `[start, end)` that holds a member, or `end`. */
  find(text: string, start: number, end: number): number {
    const { sets, bit } = this;
    let offset = start;
    while (offset < end && ((sets[text.charCodeAt(offset)] as number) & bit) === 0) offset++;
    return offset;
  }

  /** The first offset of `[start, end)` that holds no member, or `end`. */
  skip(text: string, start: number, end: number): number {
    let offset = start;
    while (offset < end && this.has(text, offset)) offset++;
    return offset;
  }

  /** The end of `[start, end)` without the members it ends with. */
  skipBack(text: string, start: number, end: number): number {
    let offset = end;
    while (offset > start && this.has(text, offset - 1)) offset--;
    return offset;
  }

  /** Whether a text holds a member. */
  isIn(text: string): boolean {
    return this.find(text, 0, text.length) < text.length;
  }

  /** A text without the members. Nearly always there are none, and it is given back as it is. */
  removeFrom(text: string): string {
    const { length } = text;
    let rest = '';
    let from = 0;
    for (let at = this.find(text, 0, length); at < length; at = this.find(text, from, length)) {
      rest += text.slice(from, at);
      from = at + 1;
    }
    return from === 0 ? text : rest + text.slice(from);
  }
}

/** What `\s` matches (ECMA-262, WhiteSpace and LineTerminator). */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** Arabic digits, half and full width. */
export const DIGITS = '0123456789０１２３４５６７８９';
