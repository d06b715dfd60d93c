import type { Draft } from '../dialect/model';
import { once } from '../dialect/once';
import { findPlainEdit, movedRange, type PlainEdit } from '../dialect/plain-edit';
import type { Range } from '../dialect/range';
import { lazyFix } from './lazy-fix';
import type { Finding, Fix, RuleId } from './rule';

/** What a run of the rules depends on besides the draft, by identity. */
export type RunCircumstances = readonly unknown[];

/**
 * What the rules found in a document's last version: after a plain edit the rules that cannot see the change need not
 * run again. One for each open document.
 */
export class FindingMemory {
  private last: RememberedRun | undefined;

  /** Begins a run; what it finds is to be told to the answer. */
  begin(draft: Draft, circumstances: RunCircumstances): RememberedRun {
    const { last } = this;
    const isAlike =
      last !== undefined &&
      last.circumstances.length === circumstances.length &&
      last.circumstances.every((one, index) => one === circumstances[index]);
    const run = new RememberedRun(draft, circumstances, isAlike ? last : undefined);
    this.last = run;
    return run;
  }
}

/** Whom a finding list belongs to: a rule, and for rules of task scope the task's index. */
interface Place {
  readonly rule: RuleId;
  readonly task: number;
}

/** One run with what it found, and what of the run before still holds. */
export class RememberedRun {
  private readonly found = new Map<RuleId, (readonly Finding[])[]>();
  private readonly edit: PlainEdit | undefined;

  constructor(
    private readonly draft: Draft,
    readonly circumstances: RunCircumstances,
    private before: RememberedRun | undefined,
  ) {
    this.edit = before && findPlainEdit(before.draft, draft);
    if (this.edit === undefined) this.before = undefined;
  }

  /** The findings of a rule that is blind to the prose of tasks. */
  ofStatements(rule: RuleId, check: () => readonly Finding[]): readonly Finding[] {
    return this.edit?.keepsStatements
      ? this.recall({ rule, task: 0 }, check)
      : this.keep({ rule, task: 0 }, check());
  }

  /** The findings of a rule about one task: those of all but the edited one hold. */
  ofTask(rule: RuleId, task: number, check: () => readonly Finding[]): readonly Finding[] {
    const holds = this.edit !== undefined && this.edit.task !== task;
    return holds ? this.recall({ rule, task }, check) : this.keep({ rule, task }, check());
  }

  /** Findings are in order now: what went before is needed no more. */
  conclude(): void {
    this.before = undefined;
  }

  private recall(place: Place, check: () => readonly Finding[]): readonly Finding[] {
    const known = this.before?.found.get(place.rule)?.[place.task];
    const moved = known && this.edit && moveFindings(known, this.edit, once(check));
    return this.keep(place, moved ?? check());
  }

  private keep({ rule, task }: Place, findings: readonly Finding[]): readonly Finding[] {
    let lists = this.found.get(rule);
    if (lists === undefined) this.found.set(rule, (lists = []));
    lists[task] = findings;
    return findings;
  }
}

/** Undefined where one of them touches the edit. */
function moveFindings(
  findings: readonly Finding[],
  edit: PlainEdit,
  again: () => readonly Finding[],
): readonly Finding[] | undefined {
  const moved: Finding[] = [];
  for (const [index, finding] of findings.entries()) {
    const to = moveFinding(finding, edit, () => again()[index]?.fixes);
    if (to === undefined) return undefined;
    moved.push(to);
  }
  return moved;
}

/** Repairs are worked out from the new text, when somebody looks at them. */
function moveFinding(
  finding: Finding,
  edit: PlainEdit,
  fixesNow: () => readonly Fix[] | undefined,
): Finding | undefined {
  const range = movedRange(finding.range, edit);
  const places = finding.places?.map((place) => movedRange(place, edit));
  const related = finding.related?.map((place) =>
    place.uri === undefined ? { ...place, range: movedRange(place.range, edit) } : place,
  );
  if (range === undefined || places?.includes(undefined)) return undefined;
  if (related?.some((place) => place.range === undefined)) return undefined;
  const fixes = finding.fixes?.map(({ safe }, index) => lazyFix(safe, () => fixesNow()?.[index] ?? NO_FIX));
  return {
    ...finding,
    range,
    ...(places && { places: places as Range[] }),
    ...(related && { related: related as NonNullable<Finding['related']> }),
    ...(fixes && { fixes }),
  };
}

const NO_FIX = { title: '', edits: [] };
