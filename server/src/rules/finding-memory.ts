import type { Draft } from '../dialect/model';
import { once } from '../dialect/once';
import { findPlainEdit, movedRange, type PlainEdit } from '../dialect/plain-edit';
import type { Range } from '../dialect/range';
import { lazyFix } from './lazy-fix';
import type { DraftRule, Finding, Fix, RuleContext, RuleId, TaskRule } from './rule';

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

/** What a rule found in one task; rules of draft scope have all they found under the first. */
interface FoundInTask {
  readonly task: number;
  readonly findings: readonly Finding[];
}

/** One run with what it found, and what of the run before still holds. */
export class RememberedRun {
  /** Only of rules that ran to their end, and only where they found something. */
  private readonly found = new Map<RuleId, readonly FoundInTask[]>();
  private edit: PlainEdit | undefined;

  constructor(
    private readonly draft: Draft,
    readonly circumstances: RunCircumstances,
    private before: RememberedRun | undefined,
  ) {
    this.edit = before && findPlainEdit(before.draft, draft);
    if (this.edit === undefined) this.before = undefined;
  }

  /** The findings of a rule of draft scope: those it had, where it does not see the edit. */
  ofDraft(rule: DraftRule, context: RuleContext, check: () => readonly Finding[]): readonly Finding[] {
    const known =
      this.edit && overlooks(rule, this.edit, context) ? this.before?.found.get(rule.id) : undefined;
    const findings = known === undefined ? check() : this.recall(known[0]?.findings ?? NO_FINDINGS, check);
    this.found.set(rule.id, findings.length > 0 ? [{ task: 0, findings }] : []);
    return findings;
  }

  /** The findings of a rule about each task: those of all but the edited one hold. */
  ofTasks(rule: TaskRule, check: (task: number) => readonly Finding[]): readonly Finding[] {
    const known = this.before?.found.get(rule.id);
    const found = known === undefined ? this.findAnew(check) : this.findOnce(known, check);
    this.found.set(rule.id, found);
    return found.flatMap(({ findings }) => findings);
  }

  /** Findings are in order now: what went before is needed no more. */
  conclude(): void {
    this.before = this.edit = undefined;
  }

  private findAnew(check: (task: number) => readonly Finding[]): FoundInTask[] {
    return this.draft.tasks.flatMap((_, task) => foundIn(task, check(task)));
  }

  private findOnce(
    known: readonly FoundInTask[],
    check: (task: number) => readonly Finding[],
  ): FoundInTask[] {
    const edited = this.edit?.task;
    const others = known.filter(({ task }) => task !== edited);
    const found = others.flatMap(({ task, findings }) =>
      foundIn(
        task,
        this.recall(findings, () => check(task)),
      ),
    );
    if (edited === undefined) return found;
    const at = found.findIndex(({ task }) => task > edited);
    found.splice(at < 0 ? found.length : at, 0, ...foundIn(edited, check(edited)));
    return found;
  }

  /** What was found before, where it stands now; found again where the edit touches it. */
  private recall(known: readonly Finding[], check: () => readonly Finding[]): readonly Finding[] {
    return (this.edit && moveFindings(known, this.edit, once(check))) ?? check();
  }
}

function overlooks({ reads, overlooks }: DraftRule, edit: PlainEdit, context: RuleContext): boolean {
  if (reads === 'structure' || (reads === 'statements' && edit.keepsStatements)) return true;
  return overlooks?.(edit, context) === true;
}

function foundIn(task: number, findings: readonly Finding[]): FoundInTask[] {
  return findings.length > 0 ? [{ task, findings }] : [];
}

const NO_FINDINGS: readonly Finding[] = [];

/** Undefined where one of them touches the edit. */
function moveFindings(
  findings: readonly Finding[],
  edit: PlainEdit,
  again: () => readonly Finding[],
): readonly Finding[] | undefined {
  const moved: Finding[] = [];
  for (const [index, finding] of findings.entries()) {
    const to = moveFinding(finding, edit);
    if (to === undefined) return undefined;
    moved.push(
      to.fixes?.length ? { ...to, fixes: findFixesAgain(to.fixes, () => again()[index]?.fixes) } : to,
    );
  }
  return moved;
}

function moveFinding(finding: Finding, edit: PlainEdit): Finding | undefined {
  const range = movedRange(finding.range, edit);
  const places = finding.places?.map((place) => movedRange(place, edit));
  const related = finding.related?.map((place) =>
    place.uri === undefined ? { ...place, range: movedRange(place.range, edit) } : place,
  );
  if (range === undefined || places?.includes(undefined)) return undefined;
  if (related?.some((place) => place.range === undefined)) return undefined;
  return {
    ...finding,
    range,
    ...(places && { places: places as Range[] }),
    ...(related && { related: related as NonNullable<Finding['related']> }),
  };
}

/** Repairs are worked out from the new text, when somebody looks at them; until then nothing of the old one is held. */
function findFixesAgain(fixes: readonly Fix[], now: () => readonly Fix[] | undefined): readonly Fix[] {
  return fixes.map(({ safe }, index) => lazyFix(safe, () => now()?.[index] ?? NO_FIX));
}

const NO_FIX = { title: '', edits: [] };
