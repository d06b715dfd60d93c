import type { LineTable } from '../lines';
import type { Range } from '../range';

/** Where things of one version of a text stand in another that has the same lines, a few of which read otherwise. */
export class EditMap {
  constructor(
    private readonly before: LineTable,
    private readonly after: LineTable,
    /** The lines that read otherwise, each with the offset in the version before behind which it does. */
    readonly changed: ReadonlyMap<number, number>,
  ) {}

  /** How far has moved what stands on a line, behind a change on it left out. */
  shiftOf(line: number): number {
    return this.after.startOf(line) - this.before.startOf(line);
  }

  /** What reads otherwise keeps its beginning, and its end the distance to the line's end. */
  at(offset: number): number {
    const line = this.before.lineAt(offset);
    const from = this.changed.get(line);
    if (from === undefined || offset <= from) return offset + this.shiftOf(line);
    return this.after.rangeOf(line).end - (this.before.rangeOf(line).end - offset);
  }

  rangeOf({ start, end }: Range): Range {
    return { start: this.at(start), end: this.at(end) };
  }

  /** As `rangeOf`, for ranges on a line that is known. */
  onLine(line: number): (range: Range) => Range {
    if (this.changed.has(line)) return (range) => this.rangeOf(range);
    const by = this.shiftOf(line);
    return ({ start, end }) => ({ start: start + by, end: end + by });
  }
}
