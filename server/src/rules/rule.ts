import type { Draft, Task } from '../dialect/model';
import type { DraftPart } from '../dialect/draft-change';
import type { PlainEdit } from '../dialect/plain-edit';
import type { Range, TextEdit } from '../dialect/range';
import type { Message } from '../localise';

export type Level = 'error' | 'warning' | 'info' | 'hint';
export type Setting = Level | 'off';

/** How sure a finding is: 必错 (a defect whatever the circumstances) or 疑似 (a person should look). */
export type Certainty = '必错' | '疑似';
/** What the rule rests on: a national standard, common practice, or the unit's own house style. */
export type Ground = '国标' | '惯例' | '本单位';

export type RuleGroup =
  | 'numbering'
  | 'unit'
  | 'task'
  | 'clause'
  | 'document'
  | 'text'
  | 'front-matter'
  | 'directive'
  | 'trace'
  | 'configuration';
export type RuleId = `${RuleGroup}/${string}`;

/**
 * A check. One rule, one file, one test, one page: `rules/<group>/<name>.ts` with fixtures in
 * `test/unit/fixtures/rules/<group>/<name>/` and a page `docs/rules/<group>/<name>.md`. Rules are pure and
 * synchronous and do not import one another.
 */
export type Rule = DraftRule | TaskRule | RunRule;

interface RuleFacts {
  readonly id: RuleId;
  /** One line for lists and help, by its Chinese text. */
  readonly summary: Message;
  /** The level where nobody has configured another. */
  readonly level: Setting;
  readonly certainty: Certainty;
  readonly ground: Ground;
  /**
   * Whether findings follow from the lines around them: no text further down makes them more, fewer or worded
   * otherwise. They are shown before the whole of a long draft is checked; those of other rules are only later.
   */
  readonly local?: true;
  /** Options by name (Chinese, as written in 检查:); the published schema is made from them. */
  readonly options?: Readonly<Record<string, RuleOption>>;
}

/** Sees the whole draft. */
export interface DraftRule extends RuleFacts {
  readonly scope: 'draft';
  /** The parts of a draft that findings follow from: the rule is not run again while they are as they were. All where absent. */
  readonly reads?: readonly DraftPart[];
  /** Whether an edit leaves what it finds as it was, further on or not; it is not run again then. */
  readonly overlooks?: (edit: PlainEdit, context: RuleContext) => boolean;
  readonly check: DraftCheck;
}

/** Sees one task at a time, and runs again only for the tasks that changed. */
export interface TaskRule extends RuleFacts {
  readonly scope: 'task';
  /** For a rule that asks what the draft's other tasks are like. */
  readonly manner?: Manner;
  readonly check: TaskCheck;
}

/** What of a whole draft findings in its tasks follow from. */
export interface Manner {
  /** As plain data: while it is the same, a task that did not change has the findings it had. Undefined where no task has any. */
  readonly of: (draft: Draft) => object | undefined;
  /** Of each task of a draft, in their order, whether anything is found in it: others are not looked at. */
  readonly concerns: (draft: Draft) => readonly boolean[];
  /** As those of `DraftRule`; after an edit that is overlooked neither manner nor tasks are looked at. */
  readonly reads: readonly DraftPart[];
  readonly overlooks: NonNullable<DraftRule['overlooks']>;
}

/** Sees what the run itself knows (directives used, configuration problems) after all other rules. */
export interface RunRule extends RuleFacts {
  readonly scope: 'run';
  readonly check: RunCheck;
}

export type DraftCheck = (draft: Draft, context: RuleContext, report: Report) => void;
export type TaskCheck = (draft: Draft, context: RuleContext, report: Report, task: Task) => void;
export type RunCheck = (draft: Draft, context: RuleContext, report: Report, outcome: RunOutcome) => void;
export type Report = (finding: Finding) => void;

/** An option of a rule, as a JSON schema fragment says it. */
export interface RuleOption {
  readonly type: 'boolean' | 'integer' | 'string' | 'strings';
  readonly default: boolean | number | string | readonly string[];
  /** By its Chinese text, which the schema and the page have as well. */
  readonly description: Message;
}

/** What a rule may know besides the draft. */
export interface RuleContext {
  /** Options given for this rule in front matter, configuration file or settings. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The unit registry in force; undefined where there is none. */
  readonly registry: import('../registry/registry').Registry | undefined;
  /** Other drafts of the workspace, for rules that compare; empty where there are none. */
  readonly siblings: readonly { readonly uri: string; readonly draft: Draft }[];
  /** The plans of superiors that the draft names; empty where it names none. */
  readonly superiors: import('../trace/superiors').Superiors;
}

/** What a run knows when its draft and task rules are through. */
export interface RunOutcome {
  /** Ids of every rule there is, switched on or not. */
  readonly ruleIds: readonly RuleId[];
  /** Rule entries of ignore directives that silenced nothing though their rules ran. */
  readonly unusedIgnores: readonly {
    readonly directive: import('../dialect/model').Directive;
    readonly rules: readonly import('../dialect/range').Located[];
  }[];
  /** Faults in the front matter's 检查:. */
  readonly configurationProblems: readonly { readonly range: Range; readonly message: string }[];
}

export interface Finding {
  readonly range: Range;
  /** All places, the range first, where one finding speaks for several; a baseline accepts them one by one. */
  readonly places?: readonly Range[];
  /** What was found, what was expected, why in a clause. */
  readonly message: string;
  /** Overrides the rule's level for this finding only downwards (a hint among warnings). */
  readonly level?: Level;
  readonly related?: readonly RelatedPlace[];
  /** Alternatives, the best first. */
  readonly fixes?: readonly Fix[];
}

export interface RelatedPlace {
  readonly range: Range;
  readonly message: string;
  /** The document it stands in; this one where absent. */
  readonly uri?: string;
}

/** A repair as data: quick fix, fix-all and `check --fix` apply the same edits. */
export interface Fix {
  /** Says what will be done. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Safe fixes change no meaning and may be applied without a person looking (`check --fix`, fix-all). */
  readonly safe: boolean;
  /** Offset in the edited text where the writer goes on typing, for fixes that open a gap to fill. */
  readonly cursor?: number | undefined;
}

/** A finding as it leaves the rules: with its rule's id and effective level. */
export interface Diagnostic extends Finding {
  readonly rule: RuleId;
  readonly level: Level;
}
