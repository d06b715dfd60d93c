import { isMarkdownSpace, SPACE, TAB } from './characters';

/**
 * A place in one line, for matching containers: columns are counted from 0 with tab stops of 4 (CommonMark 0.31.2
 * §2.2), and a tab can be taken in part.
 */
export class LineCursor {
  constructor(
    private readonly text: string,
    public offset: number,
    readonly end: number,
    private column = 0,
  ) {}

  get code(): number {
    return this.offset < this.end ? this.text.charCodeAt(this.offset) : NaN;
  }

  /** Columns of white space before the next other character. */
  indent(): number {
    let column = this.column;
    for (let i = this.offset; i < this.end; i++) {
      const code = this.text.charCodeAt(i);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    return column - this.column;
  }

  isBlank(): boolean {
    let i = this.offset;
    while (i < this.end && isMarkdownSpace(this.text.charCodeAt(i))) i++;
    return i === this.end;
  }

  /** Takes at most `columns` columns of white space. */
  takeIndent(columns: number): void {
    for (let taken = 0; taken < columns && this.offset < this.end; taken++) {
      const code = this.text.charCodeAt(this.offset);
      if (!isMarkdownSpace(code)) return;
      this.column++;
      if (code === SPACE || this.column % 4 === 0) this.offset++;
    }
  }

  /** Takes all white space; returns its columns. */
  takeAllIndent(): number {
    const columns = this.indent();
    this.column += columns;
    while (this.offset < this.end && isMarkdownSpace(this.text.charCodeAt(this.offset))) this.offset++;
    return columns;
  }

  /** Takes `count` characters that are no white space. */
  take(count: number): void {
    this.offset += count;
    this.column += count;
  }

  copy(): LineCursor {
    return new LineCursor(this.text, this.offset, this.end, this.column);
  }
}
