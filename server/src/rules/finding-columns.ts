import { LEVELS } from './configuration/levels';
import type { Found, FoundAt } from './found';
import type { RuleId } from './rule';

/** What is known of findings wherever they stand; the same for all versions between which nothing was found anew. */
export interface Columns {
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

/** Findings of a table that stand side by side. */
export interface Run {
  readonly from: number;
  /** The first that is none of them. */
  readonly until: number;
}

/** Puts the columns of a table together. What is taken of another is copied by the stretch: an edit changes a few of thousands. */
export class ColumnsBuilder {
  readonly columns: Columns & { readonly found: Found[] };
  /** Start and end of each range. */
  readonly offsets: Uint32Array;
  private size = 0;

  constructor(findings: number, ranges: number) {
    this.columns = {
      found: new Array<Found>(findings),
      rules: new Uint16Array(findings),
      tasks: new Uint32Array(findings),
      levels: new Uint8Array(findings),
      silenced: new Uint8Array(findings),
      first: new Uint32Array(findings + 1),
    };
    this.offsets = new Uint32Array(2 * ranges);
  }

  copy({ found, rules, tasks, levels, silenced, first }: Columns, offsets: Uint32Array, run: Run): void {
    const { from, until } = run;
    const { columns: to, size } = this;
    to.rules.set(rules.subarray(from, until), size);
    to.tasks.set(tasks.subarray(from, until), size);
    to.levels.set(levels.subarray(from, until), size);
    to.silenced.set(silenced.subarray(from, until), size);
    const [start, end, place] = [first[from], first[until], to.first[size]] as [number, number, number];
    this.offsets.set(offsets.subarray(2 * start, 2 * end), 2 * place);
    for (let index = from; index < until; index++) {
      to.found[this.size++] = found[index] as Found;
      to.first[this.size] = (first[index + 1] as number) - start + place;
    }
  }

  add({ found, ranges }: FoundAt): void {
    const { columns: to, size } = this;
    to.found[size] = found;
    to.rules[size] = ruleNumber(found.rule);
    to.tasks[size] = found.task;
    to.levels[size] = LEVELS.indexOf(found.level);
    to.silenced[size] = found.silencedBy.length > 0 ? 1 : 0;
    let at = 2 * (to.first[size] as number);
    for (const { start, end } of ranges) {
      this.offsets[at++] = start;
      this.offsets[at++] = end;
    }
    to.first[++this.size] = at / 2;
  }
}
