import type { Change } from '../dialect/draft-change';
import type { Range } from '../dialect/range';
import { LEVELS } from './configuration/levels';
import { inRuleOrder, inTextOrder, type Found, type FoundAt } from './found';
import type { RuleId } from './rule';

/** What is known of findings wherever they stand; the same for all versions between which nothing was found anew. */
interface Columns {
  readonly found: readonly Found[];
  readonly rules: Uint16Array;
  readonly tasks: Uint32Array;
  /** By their place among `LEVELS`. */
  readonly levels: Uint8Array;
  readonly silenced: Uint8Array;
  /** Where the ranges of each finding begin among all; one entry more than findings. */
  readonly first: Uint32Array;
}

const numbers = new Map<RuleId, number>();

export function ruleNumber(rule: RuleId): number {
  let number = numbers.get(rule);
  if (number === undefined) numbers.set(rule, (number = numbers.size));
  return number;
}

/**
 * Findings of one version of a draft, in text order, as columns of numbers. There may be tens of thousands, and every
 * keystroke moves those behind it: numbers that lie side by side are gone through a hundred times as fast as objects.
 */
export class FindingTable {
  static readonly EMPTY = new FindingTable(
    {
      found: [],
      rules: new Uint16Array(0),
      tasks: new Uint32Array(0),
      levels: new Uint8Array(0),
      silenced: new Uint8Array(0),
      first: new Uint32Array(1),
    },
    new Uint32Array(0),
  );

  private constructor(
    private readonly columns: Columns,
    /** Start and end of each range. */
    private readonly offsets: Uint32Array,
  ) {}

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
    const { first, found } = this.columns;
    const broken: Found[] = [];
    for (let index = 0; index < found.length; index++)
      for (let at = 2 * (first[index] as number); at < 2 * (first[index + 1] as number); at += 2)
        if ((offsets[at] as number) < replaced.end && (offsets[at + 1] as number) > replaced.start)
          broken.push(found[index] as Found);
    return broken;
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
    const staying = moved.indices((index) =>
      stays(columns.rules[index] as number, columns.tasks[index] as number),
    );
    return staying.length < this.length ? moved.compose(staying, []) : moved;
  }

  /** This table with what was found besides. */
  with(fresh: readonly FoundAt[]): FindingTable {
    const rows = [...fresh].sort(inTextOrder);
    // Where characters are deleted, what stood apart can come to stand at one place.
    if (!this.isInOrder()) return FindingTable.EMPTY.with([...this.rows(), ...rows]);
    return rows.length === 0 ? this : this.compose(this.merge(rows), rows);
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

  /** The order of this table's findings and the rows: an index, or the complement of a row's. */
  private merge(rows: readonly FoundAt[]): number[] {
    const order: number[] = [];
    let next = 0;
    rows.forEach((row, number) => {
      while (next < this.length && this.isBefore(next, row)) order.push(next++);
      order.push(~number);
    });
    while (next < this.length) order.push(next++);
    return order;
  }

  private isBefore(index: number, { found, ranges }: FoundAt): boolean {
    const { start, end } = ranges[0] as Range;
    const order =
      this.startOf(index) - start || this.endOf(index) - end || inRuleOrder(this.found(index), found);
    return order <= 0;
  }

  /** A table of some of this one's findings and of rows, in the order given as `merge` gives it. */
  private compose(order: readonly number[], rows: readonly FoundAt[]): FindingTable {
    const size = order.length;
    const columns = {
      found: new Array<Found>(size),
      rules: new Uint16Array(size),
      tasks: new Uint32Array(size),
      levels: new Uint8Array(size),
      silenced: new Uint8Array(size),
      first: new Uint32Array(size + 1),
    };
    const offsets: number[] = [];
    order.forEach((source, index) => {
      if (source >= 0) this.copyTo(columns, offsets, source, index);
      else addTo(columns, offsets, rows[~source] as FoundAt, index);
      columns.first[index + 1] = offsets.length / 2;
    });
    return new FindingTable(columns, Uint32Array.from(offsets));
  }

  private copyTo(to: Columns & { found: Found[] }, offsets: number[], source: number, index: number): void {
    const { found, rules, tasks, levels, silenced, first } = this.columns;
    to.found[index] = found[source] as Found;
    to.rules[index] = rules[source] as number;
    to.tasks[index] = tasks[source] as number;
    to.levels[index] = levels[source] as number;
    to.silenced[index] = silenced[source] as number;
    for (let at = 2 * (first[source] as number); at < 2 * (first[source + 1] as number); at++)
      offsets.push(this.offsets[at] as number);
  }

  /** The findings that directives do not silence. */
  unsilenced(): FindingTable {
    const { silenced } = this.columns;
    const shown = this.indices((index) => silenced[index] === 0);
    return shown.length < this.length ? this.compose(shown, []) : this;
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

function addTo(
  to: Columns & { found: Found[] },
  offsets: number[],
  { found, ranges }: FoundAt,
  index: number,
): void {
  to.found[index] = found;
  to.rules[index] = ruleNumber(found.rule);
  to.tasks[index] = found.task;
  to.levels[index] = LEVELS.indexOf(found.level);
  to.silenced[index] = found.silencedBy.length > 0 ? 1 : 0;
  for (const { start, end } of ranges) offsets.push(start, end);
}
