import type { LineTable } from '../lines';
import type { Range } from '../range';

/** Where things of one version of a text stand in another that has the same lines, a few of which read otherwise. */
export class EditMap {
  constructor(
    private readonly before: LineTable,
    private readonly after: LineTable,
    /** The lines that read otherwise, each with where in the version before the paragraph on it begins. */
    readonly changed: ReadonlyMap<number, number>,
  ) {}

  /** How far has moved what stands on a line, behind a change on it left out. */
  shiftOf(line: number): number {
    return this.after.startOf(line) - this.before.startOf(line);
  }

  /** A changed paragraph moves at its beginning, and its end keeps its distance to the line's end. */
  at(offset: number): number {
    const line = this.before.lineAt(offset);
    const paragraph = this.changed.get(line);
    if (paragraph === undefined || offset <= paragraph) return offset + this.shiftOf(line);
    return this.after.rangeOf(line).end - (this.before.rangeOf(line).end - offset);
  }

  rangeOf({ start, end }: Range): Range {
    return { start: this.at(start), end: this.at(end) };
  }
}
