import { once } from '../dialect/once';
import type { Range } from '../dialect/range';
import { inTextOrder, placeFinding, toDiagnostic, type Found, type PlacedFinding } from './placed-finding';
import type { Diagnostic, Fix } from './rule';

/** The repairs of a finding, in the version of the list. */
export type FindFixes = (found: Found) => readonly Fix[] | undefined;

/** What was found in one version of a draft, in text order; each finding is spelt out when somebody looks at it. */
export class FindingList implements Iterable<Diagnostic> {
  private readonly spelt = new Map<PlacedFinding, Diagnostic>();
  readonly all: () => readonly Diagnostic[] = once(() => this.placed.map((placed) => this.spell(placed)));

  constructor(
    readonly placed: readonly PlacedFinding[],
    private readonly findFixes: FindFixes,
  ) {}

  /** A list of findings that are spelt out already. */
  static of(diagnostics: readonly Diagnostic[]): FindingList {
    const placed = diagnostics.map(({ rule, level, ...finding }, order) =>
      placeFinding(finding, { rule, level, task: 0, order, silencedBy: [] }),
    );
    return new FindingList(placed.sort(inTextOrder), () => undefined);
  }

  get length(): number {
    return this.placed.length;
  }

  [Symbol.iterator](): Iterator<Diagnostic> {
    return this.all()[Symbol.iterator]();
  }

  spell(placed: PlacedFinding): Diagnostic {
    let diagnostic = this.spelt.get(placed);
    if (diagnostic === undefined) {
      diagnostic = toDiagnostic(placed, () => this.findFixes(placed.found));
      this.spelt.set(placed, diagnostic);
    }
    return diagnostic;
  }

  /** Those that touch a range. */
  touching({ start, end }: Range): readonly Diagnostic[] {
    const touched = this.placed.filter(
      ({ finding, by }) => finding.range.start + by <= end && finding.range.end + by >= start,
    );
    return touched.map((placed) => this.spell(placed));
  }

  /** Those of one rule. */
  ofRule(rule: string): readonly Diagnostic[] {
    return this.placed.filter(({ found }) => found.rule === rule).map((placed) => this.spell(placed));
  }
}
