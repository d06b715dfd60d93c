import type { Range } from '../dialect/range';

/** A text with LF line ends, for comparing words across editors; ranges are translated both ways. */
export class PlainText {
  readonly text: string;
  /** Offsets, in the plain text, of the line ends that were CRLF. */
  private readonly shortened: readonly number[];

  constructor(source: string) {
    this.text = source.includes('\r\n') ? source.replace(/\r\n/g, '\n') : source;
    this.shortened =
      this.text === source ? [] : [...source.matchAll(/\r\n/g)].map(({ index }, earlier) => index - earlier);
  }

  fromSource({ start, end }: Range): Range {
    return { start: this.plainOffset(start), end: this.plainOffset(end) };
  }

  toSource({ start, end }: Range): Range {
    return { start: this.sourceOffset(start), end: this.sourceOffset(end) };
  }

  private plainOffset(offset: number): number {
    // A line end that was CRLF stands in the source behind as many others as were shortened before it.
    const before = countWhile(this.shortened, (at, earlier) => at + earlier < offset);
    return offset - before;
  }

  private sourceOffset(offset: number): number {
    return offset + countWhile(this.shortened, (at) => at < offset);
  }
}

/** How many of an ascending list come before the first that fails. */
function countWhile(values: readonly number[], holds: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
