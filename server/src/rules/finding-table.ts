import type { Change } from '../dialect/draft-change';
import type { Range } from '../dialect/range';
import { LEVELS } from './configuration/levels';
import { ColumnsBuilder, ruleNumber, type Columns, type Run } from './finding-columns';
import { inRuleOrder, inTextOrder, type Found, type FoundAt } from './found';
import type { RuleId } from './rule';

/**
 * Findings of one version of a draft, in text order, as columns of numbers. There may be tens of thousands, and every
 * keystroke moves those behind it: numbers that lie side by side are gone through a hundred times as fast as objects.
 */
export class FindingTable {
  static readonly EMPTY = FindingTable.of(new ColumnsBuilder(0, 0));

  private constructor(
    private readonly columns: Columns,
    /** Start and end of each range. */
    private readonly offsets: Uint32Array,
  ) {}

  private static of({ columns, offsets }: ColumnsBuilder): FindingTable {
    return new FindingTable(columns, offsets);
  }

  get length(): number {
    return this.columns.found.length;
  }

  found(index: number): Found {
    return this.columns.found[index] as Found;
  }

  /** The first so many ranges of a finding, as `FoundAt` has them. */
  rangesOf(index: number, most = Infinity): readonly Range[] {
    const { first } = this.columns;
    const ranges: Range[] = [];
    const end = Math.min(first[index + 1] as number, (first[index] as number) + most);
    for (let at = first[index] as number; at < end; at++)
      ranges.push({ start: this.offsets[2 * at] as number, end: this.offsets[2 * at + 1] as number });
    return ranges;
  }

  /** The findings of which an edit changes something within a range. */
  brokenBy({ replaced }: Change): Found[] {
    const { offsets } = this;
    const broken = new Set<number>();
    for (let at = 0; at < offsets.length; at += 2)
      if ((offsets[at] as number) < replaced.end && (offsets[at + 1] as number) > replaced.start)
        broken.add(this.ownerOf(at / 2));
    return [...broken].map((index) => this.found(index));
  }

  /** The finding that a range belongs to, by its place among all ranges. */
  private ownerOf(range: number): number {
    const { first } = this.columns;
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((first[middle] as number) <= range) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The findings that stay, by the number of their rule and their task, where they stand after an edit. */
  after({ replaced, by }: Change, stays: (rule: number, task: number) => boolean): FindingTable {
    const { columns } = this;
    const offsets = this.offsets.slice();
    for (let at = 0; at < offsets.length; at += 2) {
      if ((offsets[at + 1] as number) <= replaced.start) continue;
      (offsets[at] as number) += by;
      (offsets[at + 1] as number) += by;
    }
    const moved = new FindingTable(columns, offsets);
    return moved.without(
      moved.indices((index) => !stays(columns.rules[index] as number, columns.tasks[index] as number)),
    );
  }

  private without(gone: readonly number[]): FindingTable {
    if (gone.length === 0) return this;
    const pieces: Piece[] = [];
    let from = 0;
    for (const index of [...gone, this.length]) {
      if (index > from) pieces.push({ from, until: index });
      from = index + 1;
    }
    return this.compose(pieces);
  }

  /** This table with what was found besides. */
  with(fresh: readonly FoundAt[]): FindingTable {
    const rows = [...fresh].sort(inTextOrder);
    // Where characters are deleted, what stood apart can come to stand at one place.
    if (!this.isInOrder()) return FindingTable.EMPTY.with([...this.rows(), ...rows]);
    return rows.length === 0 ? this : this.compose(this.merge(rows));
  }

  /** Every finding with the facts that it has now. */
  map(to: (row: FoundAt) => FoundAt): FindingTable {
    return FindingTable.EMPTY.with(this.rows().map(to));
  }

  private rows(): FoundAt[] {
    return this.columns.found.map((found, index) => ({ found, ranges: this.rangesOf(index) }));
  }

  private isInOrder(): boolean {
    for (let index = 1; index < this.length; index++) if (this.compare(index - 1, index) > 0) return false;
    return true;
  }

  private compare(one: number, other: number): number {
    return (
      this.startOf(one) - this.startOf(other) ||
      this.endOf(one) - this.endOf(other) ||
      inRuleOrder(this.found(one), this.found(other))
    );
  }

  private startOf(index: number): number {
    return this.offsets[2 * (this.columns.first[index] as number)] as number;
  }

  private endOf(index: number): number {
    return this.offsets[2 * (this.columns.first[index] as number) + 1] as number;
  }

  /** This table's findings with the rows, which are in text order, between them. */
  private merge(rows: readonly FoundAt[]): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const row of rows) {
      const until = this.countBefore(row, from);
      if (until > from) pieces.push({ from, until });
      pieces.push(row);
      from = until;
    }
    if (from < this.length) pieces.push({ from, until: this.length });
    return pieces;
  }

  /** How many findings stand before a row, of which at least so many do. */
  private countBefore(row: FoundAt, atLeast: number): number {
    let low = atLeast;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(middle, row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(index: number, { found, ranges }: FoundAt): boolean {
    const { start, end } = ranges[0] as Range;
    const order =
      this.startOf(index) - start || this.endOf(index) - end || inRuleOrder(this.found(index), found);
    return order <= 0;
  }

  /** A table of some of this one's findings, and of others. */
  private compose(pieces: readonly Piece[]): FindingTable {
    const { first } = this.columns;
    let [size, ranges] = [0, 0];
    for (const piece of pieces) {
      size += isRun(piece) ? piece.until - piece.from : 1;
      ranges += isRun(piece)
        ? (first[piece.until] as number) - (first[piece.from] as number)
        : piece.ranges.length;
    }
    const built = new ColumnsBuilder(size, ranges);
    for (const piece of pieces) {
      if (isRun(piece)) built.copy(this.columns, this.offsets, piece);
      else built.add(piece);
    }
    return FindingTable.of(built);
  }

  /** The findings that directives do not silence. */
  unsilenced(): FindingTable {
    return this.without(this.silenced());
  }

  /** Those that directives silence. */
  silenced(): number[] {
    const { silenced } = this.columns;
    return this.indices((index) => silenced[index] === 1);
  }

  /** The findings that touch a range. */
  touching({ start, end }: Range): number[] {
    return this.indices((index) => this.startOf(index) <= end && this.endOf(index) >= start);
  }

  ofRule(rule: RuleId): number[] {
    const number = ruleNumber(rule);
    return this.indices((index) => this.columns.rules[index] === number);
  }

  /** Those to show where there are too many: first what begins in `near`, then the others, the gravest of each first. */
  foremost(maximum: number, near: Range): number[] {
    const { levels } = this.columns;
    if (this.length <= maximum) return [...levels.keys()];
    const classOf = (index: number): number => {
      const start = this.startOf(index);
      const isNear = start >= near.start && start <= near.end;
      return (isNear ? 0 : LEVELS.length) + (levels[index] as number);
    };
    const left = this.shares(maximum, classOf);
    return this.indices((index) => (left[classOf(index)] as number)-- > 0);
  }

  /** How many findings of each class are shown. */
  private shares(maximum: number, classOf: (index: number) => number): number[] {
    const counts = new Array<number>(2 * LEVELS.length).fill(0);
    for (let index = 0; index < this.length; index++) (counts[classOf(index)] as number)++;
    let left = maximum;
    return counts.map((count) => {
      const share = Math.min(count, left);
      left -= share;
      return share;
    });
  }

  private indices(isWanted: (index: number) => boolean): number[] {
    const indices: number[] = [];
    for (let index = 0; index < this.length; index++) if (isWanted(index)) indices.push(index);
    return indices;
  }
}

/** What a table is made of: findings of another one, or one that is new. */
type Piece = Run | FoundAt;

function isRun(piece: Piece): piece is Run {
  return 'from' in piece;
}
