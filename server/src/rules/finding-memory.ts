import type { Draft } from '../dialect/model';
import { findPlainEdit, type PlainEdit } from '../dialect/plain-edit';
import { ruleNumber, type FindingTable } from './finding-table';
import type { DraftRule, RuleContext, RuleId, TaskRule } from './rule';

/** What a run of the rules depends on besides the draft, by identity. */
export type RunCircumstances = readonly unknown[];

/** A run of the rules, with what it found. */
export interface FinishedRun {
  readonly draft: Draft;
  readonly circumstances: RunCircumstances;
  /** The rules that ran to their end, or needed not to run. */
  readonly ran: ReadonlySet<RuleId>;
  /** With what directives silence. */
  readonly found: FindingTable;
}

/**
 * What the rules found in a document's last version: after a plain edit the rules that cannot see the change need not
 * run again. One for each open document.
 */
export class FindingMemory {
  private last: FinishedRun | undefined;

  /** What still stands of what was found last; undefined where everything is to be found anew. */
  recall(draft: Draft, circumstances: RunCircumstances): StandingFindings | undefined {
    const { last } = this;
    const isAlike =
      last !== undefined &&
      last.circumstances.length === circumstances.length &&
      last.circumstances.every((one, index) => one === circumstances[index]);
    const edit = isAlike ? findPlainEdit(last.draft, draft) : undefined;
    return last && edit && new StandingFindings(last, edit);
  }

  keep(run: FinishedRun): void {
    this.last = run;
  }
}

/** The findings of the version before a plain edit, and which rules have to look again, and where. */
export class StandingFindings {
  /** The tasks in which a rule found something that the edit changed something in; 0 for rules of the whole draft. */
  private readonly broken = new Map<RuleId, Set<number>>();
  /** Of each rule whose findings stand, by its number, the tasks in which they do not. */
  private readonly standing: (ReadonlySet<number> | undefined)[] = [];

  constructor(
    private readonly before: FinishedRun,
    private readonly edit: PlainEdit,
  ) {
    for (const { rule, task } of before.found.brokenBy(edit)) {
      const tasks = this.broken.get(rule);
      if (tasks === undefined) this.broken.set(rule, new Set([task]));
      else tasks.add(task);
    }
  }

  /** Whether what a rule of draft scope found stands, because it does not see the edit. */
  standsFor(rule: DraftRule, context: RuleContext): boolean {
    const { before, broken, edit } = this;
    if (!before.ran.has(rule.id) || broken.has(rule.id) || !overlooks(rule, edit, context)) return false;
    this.standing[ruleNumber(rule.id)] = NO_TASKS;
    return true;
  }

  /** The tasks that a rule has to look at again; undefined for all of them. */
  tasksFor(rule: TaskRule): ReadonlySet<number> | undefined {
    if (!this.before.ran.has(rule.id)) return undefined;
    const tasks = new Set(this.broken.get(rule.id));
    if (this.edit.task !== undefined) tasks.add(this.edit.task);
    this.standing[ruleNumber(rule.id)] = tasks;
    return tasks;
  }

  /** What stands, where it stands now. */
  moved(): FindingTable {
    const { standing } = this;
    return this.before.found.after(this.edit, (rule, task) => standing[rule]?.has(task) === false);
  }
}

function overlooks({ reads, overlooks }: DraftRule, edit: PlainEdit, context: RuleContext): boolean {
  const readsNothingNew =
    reads === 'structure' ||
    (reads === 'units' && edit.keepsUnits) ||
    (reads === 'statements' && edit.keepsStatements);
  return readsNothingNew || overlooks?.(edit, context) === true;
}

const NO_TASKS: ReadonlySet<number> = new Set();
