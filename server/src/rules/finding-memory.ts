import { carryOver } from '../dialect/carry-over';
import { compareDrafts, type WideEdit } from '../dialect/compare-drafts';
import type { DraftPart } from '../dialect/draft-change';
import type { Draft } from '../dialect/model';
import { findPlainEdit, type PlainEdit } from '../dialect/plain-edit';
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
  private last: FinishedRun | undefined;

  /** What still stands of what was found last; undefined where everything is to be found anew. */
  recall(draft: Draft, circumstances: RunCircumstances): StandingFindings | undefined {
    const { last } = this;
    const isAlike = last !== undefined && isSameList(last.circumstances, circumstances);
    const edit = isAlike ? (findPlainEdit(last.draft, draft) ?? compareDrafts(last.draft, draft)) : undefined;
    if (last !== undefined && edit?.kind === 'wide') carryOver(last.draft, draft, edit);
    return last && edit && new StandingFindings(last, edit);
  }

  keep(run: FinishedRun): void {
    this.last = run;
  }
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
    return this.edit.kind !== 'wide' && this.standsFor(rule, context);
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
    const keepsTasks = edit.kind !== 'wide' || edit.tasks.before === edit.tasks.after;
    const keepsLines = edit.kind !== 'wide' && edit.kind !== 'lines';
    const keepsSilence = keepsLines || (suppression.isEmpty && moved.silenced().length === 0);
    return keepsTasks && keepsSilence ? moved : moved.map((one) => this.withFacts(one, edit, suppression));
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
  if (seen.length === 0) return true;
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
