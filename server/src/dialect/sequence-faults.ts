import { remember } from './remember';

/**
 * What is wrong with a run of numbers that should count up by one. One slip gives one fault, whatever it does to the
 * numbers after it: 1 2 4 5 is a gap at the 4, 1 2 2 3 one duplicate, 1 3 2 4 one place out of order, and a count
 * that begins anew in the middle is one fault at its first number.
 */
export type SequenceFault =
  /** Numbers `from` … `to` are missing before the number at `index`. */
  | { readonly kind: 'gap'; readonly index: number; readonly from: number; readonly to: number }
  /** The number at `index` also stands at `other`; `length` numbers from `index` on repeat others. */
  | { readonly kind: 'duplicate'; readonly index: number; readonly other: number; readonly length: number }
  /** `length` numbers from `index` on do not fit between their neighbours. */
  | {
      readonly kind: 'out-of-order';
      readonly index: number;
      readonly length: number;
      readonly restart: boolean;
    };

/**
 * Finds the faults of `numbers`, which should be `start`, `start + 1`, … The numbers in good order are the chain that
 * explains the sequence with the fewest faults (a shortest path, so that one outlier never condemns the others);
 * runs of numbers off the chain are duplicates or out of order, and numbers nobody has are gaps.
 */
export function sequenceFaults(numbers: readonly number[], start = 1): readonly SequenceFault[] {
  if (countUpFrom(start, numbers)) return [];
  return faultsIn(`${start}:${numbers.join()}`);
}

function countUpFrom(start: number, numbers: readonly number[]): boolean {
  let expected = start;
  for (const number of numbers) if (number !== expected++) return false;
  return true;
}

/** Asked for the same numbers by several rules, and again after every keystroke. */
const faultsIn = remember((written): readonly SequenceFault[] => {
  const [start = '1', numbers = ''] = written.split(':');
  return new Sequence(numbers.split(',').map(Number), Number(start)).faults();
});

/**
 * The fewest faults `numbers` can have: each place where the count does not go on by one is a gap or one of the two
 * ends of a run off the chain. Costs nothing beside `sequenceFaults`.
 */
export function fewestFaults(numbers: readonly number[], start = 1): number {
  let breaks = 0;
  let last = start - 1;
  for (const number of numbers) {
    if (number !== last + 1) breaks++;
    last = number;
  }
  return Math.ceil(breaks / 2);
}

/** How far back a number is sought as the neighbour of one on the chain; keeps long sequences linear. */
const REACH = 150;
/** Weight of one number off the chain: decides only between explanations with equally many faults. */
const OFF_CHAIN = 1e-4;

class Sequence {
  private readonly positions = new Map<number, number[]>();
  /** Those of `positions` that the search for the chain has passed. */
  private readonly seen = new Map<number, number[]>();
  private readonly breaksUpTo: number[] = [];
  /** Positions after which the count does not go on by one. */
  private readonly runEnds: number[] = [];
  private readonly ranks: ReadonlyMap<number, number>;
  private readonly belowStart: number;

  constructor(
    private readonly numbers: readonly number[],
    private readonly start: number,
  ) {
    let breaks = 0;
    for (let index = 0; index < numbers.length; index++) {
      push(this.positions, numbers[index] as number, index);
      if (index > 0 && !this.countsOn(index)) {
        breaks++;
        this.runEnds.push(index - 1);
      }
      this.breaksUpTo.push(breaks);
    }
    this.runEnds.push(numbers.length - 1);
    const distinct = [...this.positions.keys()].sort((a, b) => a - b);
    this.ranks = new Map(distinct.map((number, rank) => [number, rank]));
    this.belowStart = distinct.filter((number) => number < start).length;
  }

  /** How many different numbers of the sequence are smaller than the one at `index`. */
  private rank(index: number): number {
    return this.ranks.get(this.at(index)) ?? 0;
  }

  faults(): SequenceFault[] {
    const faults: SequenceFault[] = [];
    let left = -1;
    for (const right of [...this.chain(), this.numbers.length]) {
      // Nearly all stand side by side on the chain, and count on.
      if (right !== left + 1) faults.push(...this.offChain(left + 1, right));
      if (this.hasGap(left, right)) faults.push(this.gap(left, right));
      left = right;
    }
    return faults;
  }

  /**
   * The number at `index`; before the first one stands the number the sequence counts on from. To ask an array for what
   * it does not have takes many times as long as to look whether it does.
   */
  private at(index: number): number {
    return index >= 0 && index < this.numbers.length ? (this.numbers[index] as number) : this.start - 1;
  }

  /** How many times the numbers up to `index` do not count on. */
  private breaksBefore(index: number): number {
    return index >= 0 && index < this.numbers.length ? (this.breaksUpTo[index] as number) : 0;
  }

  private chain(): number[] {
    const count = this.numbers.length;
    const cost: number[] = [];
    const previous: number[] = [];
    for (let right = 0; right <= count; right++) {
      let best = Infinity;
      let from = -1;
      for (const left of this.neighbours(right)) {
        if (right < count && this.at(left) >= this.at(right)) continue;
        const total = (left < 0 ? 0 : (cost[left] ?? Infinity)) + this.stepCost(left, right);
        if (total < best || (total === best && left < from)) [best, from] = [total, left];
      }
      cost.push(best);
      previous.push(from);
      push(this.seen, this.at(right), right);
    }
    const chain: number[] = [];
    for (let at = previous[count] ?? -1; at >= 0; at = previous[at] ?? -1) chain.push(at);
    return chain.reverse();
  }

  /** What can stand before `right` on the chain: the number one less, or the end of a run, not too far back. */
  private neighbours(right: number): number[] {
    // Only the end of the sequence is asked once, and so looks back all the way.
    const nearest = right === this.numbers.length ? 0 : right - REACH;
    const found: number[] = [];
    const seen = this.seen.get(this.at(right) - 1) ?? [];
    for (let k = seen.length - 1; k >= 0 && (seen[k] ?? -1) >= nearest; k--) found.push(seen[k] ?? -1);
    if (this.countsOn(right)) {
      // Whatever else could stand before it could stand before its neighbour, at less cost.
      if (this.at(-1) === this.at(right) - 1) found.push(-1);
      return found;
    }
    const runs = this.breaksBefore(right - 1);
    for (let run = runs - 1; run >= 0 && (this.runEnds[run] ?? -1) >= nearest; run--)
      found.push(this.runEnds[run] ?? -1);
    if (right > 0) found.push(right - 1);
    found.push(-1);
    return found;
  }

  private countsOn(index: number): boolean {
    return index > 0 && index < this.numbers.length && this.at(index - 1) === this.at(index) - 1;
  }

  private stepCost(left: number, right: number): number {
    const off = right - left - 1;
    const runs = off === 0 ? 0 : 1 + this.breaksBefore(right - 1) - this.breaksBefore(left + 1);
    return runs + off * OFF_CHAIN + (this.hasGap(left, right) ? 1 : 0);
  }

  /** Whether two neighbours on the chain leave a gap that nothing else explains. */
  private hasGap(left: number, right: number): boolean {
    if (right >= this.numbers.length) return false;
    const [from, to] = [this.at(left) + 1, this.at(right) - 1];
    // As many strangers as missing numbers: they are the missing ones, wrongly numbered.
    if (from > to || right - left - 1 === to - from + 1) return false;
    const below = left < 0 ? this.belowStart : this.rank(left) + 1;
    return this.rank(right) - below < to - from + 1;
  }

  private gap(left: number, right: number): SequenceFault {
    return { kind: 'gap', index: right, from: this.at(left) + 1, to: this.at(right) - 1 };
  }

  /** The runs of numbers from `first` to before `end`, none of which is on the chain. */
  private offChain(first: number, end: number): SequenceFault[] {
    const faults: SequenceFault[] = [];
    for (let index = first; index < end;) {
      let length = 1;
      while (index + length < end && this.at(index + length) === this.at(index + length - 1) + 1) length++;
      faults.push(this.classify(index, length));
      index += length;
    }
    return faults;
  }

  private classify(index: number, length: number): SequenceFault {
    const number = this.at(index);
    const other = this.positions.get(number)?.find((position) => position !== index);
    const restart = number === this.start && index > 0 && length > 1;
    if (other === undefined || restart) return { kind: 'out-of-order', index, length, restart };
    return { kind: 'duplicate', index, other, length };
  }
}

function push(positions: Map<number, number[]>, number: number, index: number): void {
  const known = positions.get(number);
  if (known === undefined) positions.set(number, [index]);
  else known.push(index);
}
