import type { Range } from './range';

/**
 * The lines of a text: offsets of their starts. A line ends at LF, CRLF or CR, as in the Language Server
 * Protocol (3.17, “Text Documents”). Lines are counted from 1, offsets are UTF-16.
 */
export class LineTable {
  private constructor(
    private readonly text: string,
    private readonly starts: Uint32Array,
  ) {}

  static of(text: string): LineTable {
    const starts = [0];
    if (!text.includes('\r')) {
      for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1))
        starts.push(feed + 1);
      return new LineTable(text, new Uint32Array(starts));
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) starts.push(i + 1);
      else if (code === 13) {
        if (text.charCodeAt(i + 1) === 10) i++;
        starts.push(i + 1);
      }
    }
    return new LineTable(text, new Uint32Array(starts));
  }

  /** The lines of `text`, which is this table's with `range` replaced by `inserted`: nothing else is searched. */
  replaced(text: string, { start, end }: Range, inserted: string): LineTable {
    // CR and LF are one line break where they come to meet, and two where they are parted.
    if (inserted.endsWith('\r') || this.text.charCodeAt(start - 1) === 13) return LineTable.of(text);
    const added = LineTable.of(inserted);
    const before = this.lineAt(start);
    const behind = this.lineAt(end);
    const starts = new Uint32Array(this.count - (behind - before) + added.count - 1);
    starts.set(this.starts.subarray(0, before));
    for (let line = 2; line <= added.count; line++) starts[before + line - 2] = start + added.startOf(line);
    const by = text.length - this.text.length;
    const moved = starts.length - (this.count - behind);
    starts.set(this.starts.subarray(behind), moved);
    for (let line = moved; line < starts.length; line++) (starts[line] as number) += by;
    return new LineTable(text, starts);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The offset where line `line` (1-based) begins; the text's length past the last line. */
  startOf(line: number): number {
    return this.starts[line - 1] ?? this.text.length;
  }

  /** The range of line `line` (1-based) without its line break. */
  rangeOf(line: number): Range {
    const start = this.startOf(line);
    let end = line < this.starts.length ? this.startOf(line + 1) : this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return { start, end };
  }

  /** The line (1-based) that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The column (1-based, UTF-16 units) of `offset` in its line. */
  columnAt(offset: number): number {
    return offset - this.startOf(this.lineAt(offset)) + 1;
  }
}
