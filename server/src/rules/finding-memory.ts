import { carryOver } from '../dialect/carry-over';
import { compareDrafts, noEdit, type WideEdit } from '../dialect/compare-drafts';
import type { DraftPart } from '../dialect/draft-change';
import type { Draft } from '../dialect/model';
import { findPlainEdit, type PlainEdit } from '../dialect/plain-edit';
import { LastVersions } from '../dialect/reread/last-versions';
import { isSameList } from '../dialect/same-list';
import { ruleNumber } from './finding-columns';
import type { FindingTable } from './finding-table';
import type { FoundAt } from './found';
import type { DraftRule, RuleContext, RuleId, TaskRule } from './rule';
import type { Suppression } from './suppression';

/** What tells whether a rule sees an edit. */
type Overlooking = Pick<DraftRule, 'id' | 'reads' | 'overlooks'>;

/** What a run of the rules depends on besides the draft, by identity. */
export type RunCircumstances = readonly unknown[];

/** A run of the rules, with what it found. */
export interface FinishedRun {
  readonly draft: Draft;
  readonly circumstances: RunCircumstances;
  /** The rules that ran to their end, or needed not to run. */
  readonly ran: ReadonlySet<RuleId>;
  /** What the draft was like to rules that ask for its manner, as JSON. */
  readonly manners: ReadonlyMap<RuleId, string | undefined>;
  /** With what directives silence. */
  readonly found: FindingTable;
}

/**
 * What the rules found in a document's last version: those that cannot see what changed need not run again, nor those
 * that look at one task for the tasks that are the same. One for each open document.
 */
export class FindingMemory {
  private readonly runs = new LastVersions<FinishedRun>();

  /** What still stands of what was found before; undefined where everything is to be found anew. */
  recall(draft: Draft, circumstances: RunCircumstances): StandingFindings | undefined {
    const [last, earlier] = [this.runs.last, this.runs.earlier].map((run) =>
      run && isSameList(run.circumstances, circumstances) ? run : undefined,
    );
    if (earlier?.draft === draft) return new StandingFindings(earlier, noEdit(draft));
    const known = last && since(last, draft);
    const more = earlier && sharesFew(known?.edit) ? since(earlier, draft) : undefined;
    const best = more && countShared(more.edit) > countShared(known?.edit) ? more : known;
    if (best?.edit.kind === 'wide') carryOver(best.run.draft, draft, best.edit);
    return best && new StandingFindings(best.run, best.edit);
  }

  keep(run: FinishedRun): void {
    this.runs.keep(run);
  }
}

interface RunBefore {
  readonly run: FinishedRun;
  readonly edit: PlainEdit | WideEdit;
}

function since(run: FinishedRun, draft: Draft): RunBefore | undefined {
  const edit = findPlainEdit(run.draft, draft) ?? compareDrafts(run.draft, draft);
  return edit && { run, edit };
}

/** Whether most tasks are none that a version before had. */
function sharesFew(edit: PlainEdit | WideEdit | undefined): boolean {
  return edit === undefined || (edit.kind === 'wide' && 2 * countShared(edit) < edit.tasks.after);
}

/** How many tasks are the same; all but a few after a plain edit. */
function countShared(edit: PlainEdit | WideEdit | undefined): number {
  if (edit === undefined) return -1;
  return edit.kind === 'wide' ? edit.tasks.first + edit.tasks.last : Infinity;
}

/** The findings of the version before an edit, and which rules have to look again, and where. */
export class StandingFindings {
  /** The tasks in which a rule found something that the edit changed something in; 0 for rules of the whole draft. */
  private readonly broken = new Map<RuleId, Set<number>>();
  /** Of each rule whose findings stand, by its number, the tasks in which they do not. Tasks are counted as before the edit. */
  private readonly standing: (ReadonlySet<number> | undefined)[] = [];

  constructor(
    private readonly before: FinishedRun,
    private readonly edit: PlainEdit | WideEdit,
  ) {
    for (const { rule, task } of before.found.brokenBy(edit)) {
      const tasks = this.broken.get(rule);
      if (tasks === undefined) this.broken.set(rule, new Set([task]));
      else tasks.add(task);
    }
  }

  /** Whether all that a rule found stands, because it does not see the edit. */
  standsFor(rule: Overlooking, context: RuleContext): boolean {
    const { before, broken, edit } = this;
    if (!before.ran.has(rule.id) || broken.has(rule.id) || !overlooks(rule, edit, context)) return false;
    this.standing[ruleNumber(rule.id)] = WHOLE_DRAFT;
    return true;
  }

  /** The same for a rule that looks at tasks. Where more than a plain edit was made they may be counted otherwise. */
  isOverlookedBy(rule: Overlooking, context: RuleContext): boolean {
    return keepsTasks(this.edit) && this.standsFor(rule, context);
  }

  mannerOf({ id }: TaskRule): string | undefined {
    return this.before.manners.get(id);
  }

  /** The tasks that a rule has to look at again, as they are counted now; undefined for all of them. */
  tasksFor(rule: TaskRule): ReadonlySet<number> | undefined {
    if (!this.before.ran.has(rule.id)) return undefined;
    const broken = this.broken.get(rule.id) ?? NO_TASKS;
    this.standing[ruleNumber(rule.id)] = broken;
    return new Set([
      ...editedTasks(this.edit),
      ...[...broken].flatMap((task) => taskNow(task, this.edit) ?? []),
    ]);
  }

  /** What stands, where it stands now. Directives may silence other findings where more than a line was edited. */
  moved(suppression: Suppression): FindingTable {
    const { edit, before } = this;
    const moved = before.found.after(edit, (rule, task) => this.stays(rule, task));
    const keepsCount = edit.kind !== 'wide' || edit.tasks.before === edit.tasks.after;
    const keepsLines = edit.kind !== 'wide' && edit.kind !== 'lines';
    const keepsSilence = keepsLines || (suppression.isEmpty && moved.silenced().length === 0);
    return keepsCount && keepsSilence ? moved : moved.map((one) => this.withFacts(one, edit, suppression));
  }

  private stays(rule: number, task: number): boolean {
    const tasks = this.standing[rule];
    if (tasks === WHOLE_DRAFT) return true;
    return tasks?.has(task) === false && taskNow(task, this.edit) !== undefined;
  }

  private withFacts(
    { found, ranges }: FoundAt,
    edit: PlainEdit | WideEdit,
    suppression: Suppression,
  ): FoundAt {
    const isOfDraft = this.standing[ruleNumber(found.rule)] === WHOLE_DRAFT;
    const task = isOfDraft ? found.task : (taskNow(found.task, edit) ?? found.task);
    const [range] = ranges;
    const silencedBy = range ? suppression.silencing(found.rule, { range }) : [];
    const isSame = task === found.task && isSameList(silencedBy, found.silencedBy);
    return isSame ? { found, ranges } : { found: { ...found, task, silencedBy }, ranges };
  }
}

/** Whether the tasks are the same, or those that were edited are known, and all are counted as before. */
function keepsTasks(edit: PlainEdit | WideEdit): boolean {
  if (edit.kind !== 'wide') return true;
  const { first, last, before, after } = edit.tasks;
  return before === after && first + last === after;
}

/** The index that a task has now; undefined where it was edited. */
function taskNow(task: number, edit: PlainEdit | WideEdit): number | undefined {
  if (edit.kind !== 'wide') return edit.tasks.has(task) ? undefined : task;
  const { first, last, before, after } = edit.tasks;
  if (task < first) return task;
  return task >= before - last ? task + after - before : undefined;
}

/** The indices of the tasks that were edited, or are new. */
function editedTasks(edit: PlainEdit | WideEdit): readonly number[] {
  if (edit.kind !== 'wide') return [...edit.tasks];
  const { first, last, after } = edit.tasks;
  return Array.from({ length: after - last - first }, (_, index) => first + index);
}

function overlooks(
  { reads, overlooks }: Overlooking,
  edit: PlainEdit | WideEdit,
  context: RuleContext,
): boolean {
  const seen = [...edit.parts].filter((part) => reads?.includes(part) !== false);
  // One that does not say what it reads may see more than the draft.
  if (seen.length === 0) return reads !== undefined;
  return edit.kind !== 'wide' && mayOverlook(edit, seen) && overlooks?.(edit, context) === true;
}

/**
 * What tells whether a rule overlooks an edit is a passage and the one task it stands in: a cell stands in none. Where
 * lines came or went the passage is not one line, as rules that see prose take it to be.
 */
function mayOverlook({ kind, tasks, after }: PlainEdit, seen: readonly DraftPart[]): boolean {
  if (kind === 'lines' && seen.includes('prose')) return false;
  const isOfOneTask = kind !== 'cell' && tasks.size === (after.task === undefined ? 0 : 1);
  return isOfOneTask || seen.every((part) => part === 'prose');
}

const NO_TASKS: ReadonlySet<number> = new Set();
/** Stands for a rule all of whose findings stand. */
const WHOLE_DRAFT: ReadonlySet<number> = new Set();
