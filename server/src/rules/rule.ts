import type { Draft, Task } from '../dialect/model';
import type { Range, TextEdit } from '../dialect/range';

export type Level = 'error' | 'warning' | 'info' | 'hint';
export type Setting = Level | 'off';

/** How sure a finding is: 必错 (a defect whatever the circumstances) or 疑似 (a person should look). */
export type Certainty = '必错' | '疑似';
/** What the rule rests on: a national standard, common practice, or the unit's own house style. */
export type Ground = '国标' | '惯例' | '本单位';

export type RuleGroup =
  'numbering' | 'unit' | 'task' | 'clause' | 'document' | 'text' | 'front-matter' | 'directive';
export type RuleId = `${RuleGroup}/${string}`;

/**
 * A check. One rule, one file, one test, one page: `rules/<group>/<name>.ts`, `test/unit/rules/<group>/<name>.test.ts`
 * with fixtures, `docs/rules/<group>/<name>.md`. Rules are pure and synchronous and do not import one another.
 */
export interface Rule {
  readonly id: RuleId;
  /** One line in Chinese for lists and help. */
  readonly summary: string;
  /** The level where nobody has configured another. */
  readonly level: Setting;
  readonly certainty: Certainty;
  readonly ground: Ground;
  /** `task` rules see one task at a time (and re-run only for the tasks that changed), `draft` rules the whole. */
  readonly scope: 'task' | 'draft';
  readonly check: DraftCheck | TaskCheck;
}

export type DraftCheck = (draft: Draft, context: RuleContext, report: Report) => void;
export type TaskCheck = (draft: Draft, context: RuleContext, report: Report, task: Task) => void;
export type Report = (finding: Finding) => void;

/** What a rule may know besides the draft. */
export interface RuleContext {
  /** Options given for this rule in front matter, configuration file or settings. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The unit registry in force; undefined where there is none. */
  readonly registry: import('../registry/registry').Registry | undefined;
  /** Other drafts of the workspace, for rules that compare; empty where there are none. */
  readonly siblings: readonly { readonly uri: string; readonly draft: Draft }[];
}

export interface Finding {
  readonly range: Range;
  /** In Chinese: what was found, what was expected, why in a clause. */
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
  /** In Chinese: says what will be done. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Safe fixes change no meaning and may be applied without a person looking (`check --fix`, fix-all). */
  readonly safe: boolean;
  /** Offset in the edited text where the writer goes on typing, for fixes that open a gap to fill. */
  readonly cursor?: number;
}

/** A finding as it leaves the rules: with its rule's id and effective level. */
export interface Diagnostic extends Finding {
  readonly rule: RuleId;
  readonly level: Level;
}
