import { once } from '../dialect/once';
import type { Range } from '../dialect/range';
import { FindingTable } from './finding-table';
import { factsOf, lazyFixes, rangesIn, toDiagnostic, type Found } from './found';
import type { Diagnostic, Fix, RuleId } from './rule';

/** The repairs of a finding, in the version of the list. */
export type FindFixes = (found: Found) => readonly Fix[] | undefined;

/** What was found in one version of a draft, in text order; each finding is spelt out when somebody looks at it. */
export class FindingList implements Iterable<Diagnostic> {
  private readonly spelt = new Map<number, Diagnostic>();
  readonly all = once(() => this.spellAll());

  constructor(
    private readonly table: FindingTable,
    private readonly findFixes: FindFixes,
    /** Repairs that are at hand: those of what was found in this very version. */
    private readonly fixes: ReadonlyMap<Found, readonly Fix[]>,
  ) {}

  /** A list of findings that are spelt out already. */
  static of(diagnostics: readonly Diagnostic[]): FindingList {
    const fixes = new Map<Found, readonly Fix[]>();
    const rows = diagnostics.map((diagnostic, order) => {
      const { rule, level, fixes: own } = diagnostic;
      const finding = factsOf(diagnostic);
      const repairs = own?.map(({ safe }) => safe);
      const found: Found = { rule, level, task: 0, order, finding, repairs, silencedBy: [] };
      if (own) fixes.set(found, own);
      return { found, ranges: rangesIn(finding) };
    });
    return new FindingList(FindingTable.EMPTY.with(rows), () => undefined, fixes);
  }

  get length(): number {
    return this.table.length;
  }

  [Symbol.iterator](): Iterator<Diagnostic> {
    return this.all()[Symbol.iterator]();
  }

  found(index: number): Found {
    return this.table.found(index);
  }

  /** Where a finding stands, and the places in this draft that it is related to. */
  rangesOf(index: number): readonly Range[] {
    return this.table.rangesOf(index, 1 + (this.found(index).finding.related?.length ?? 0));
  }

  spell(index: number): Diagnostic {
    let diagnostic = this.spelt.get(index);
    if (diagnostic === undefined) {
      const found = this.found(index);
      const fixes = this.fixes.get(found) ?? lazyFixes(found, () => this.findFixes(found));
      diagnostic = toDiagnostic({ found, ranges: this.table.rangesOf(index) }, fixes);
      this.spelt.set(index, diagnostic);
    }
    return diagnostic;
  }

  private spellAll(): readonly Diagnostic[] {
    const all: Diagnostic[] = [];
    for (let index = 0; index < this.table.length; index++) all.push(this.spell(index));
    return all;
  }

  /** Those that touch a range. */
  touching(range: Range): readonly Diagnostic[] {
    return this.table.touching(range).map((index) => this.spell(index));
  }

  ofRule(rule: RuleId): readonly Diagnostic[] {
    return this.table.ofRule(rule).map((index) => this.spell(index));
  }

  /** Those to show where there are too many, by their places in the list: first what begins in `near`, then the gravest. */
  foremost(maximum: number, near: Range): readonly number[] {
    return this.table.foremost(maximum, near);
  }
}
