/** Walks over the lines of a text (LF, CRLF or CR), one at a time, without building a table of them. */
export class LineReader {
  /** Of the current line, counted from 1; 0 before the first `next`. */
  number = 0;
  start = 0;
  /** Without the line break. */
  end = 0;
  private following = 0;
  private nextFeed: number;
  private nextReturn: number;

  constructor(private readonly text: string) {
    this.nextFeed = find(text, '\n', 0);
    this.nextReturn = find(text, '\r', 0);
  }

  /** Moves to the next line; false at the end. A text that ends with a line break has no line after it here. */
  next(): boolean {
    const { text, following } = this;
    if (following >= text.length) return false;
    this.number++;
    this.start = following;
    if (this.nextFeed < following) this.nextFeed = find(text, '\n', following);
    if (this.nextReturn < following) this.nextReturn = find(text, '\r', following);
    this.end = Math.min(this.nextFeed, this.nextReturn);
    this.following = this.end + (this.nextFeed === this.nextReturn + 1 ? 2 : 1);
    return true;
  }
}

function find(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}
