import type { Directive, Draft } from '../dialect/model';
import { taskOf } from '../dialect/reread/reread-draft';
import { registryFor } from '../registry/draft-registry';
import type { Registry } from '../registry/registry';
import { NO_SUPERIORS, type Superiors } from '../trace/superiors';
import { frontMatterLayer } from './configuration/front-matter-layer';
import {
  explainLevel,
  optionsFor,
  type Configuration,
  type ConfigurationLayer,
} from './configuration/levels';
import type { FindingMemory, RememberedRun, RunCircumstances } from './finding-memory';
import { allRules } from './index';
import type {
  Diagnostic,
  DraftRule,
  Finding,
  Level,
  Report,
  Rule,
  RuleContext,
  RuleId,
  RunOutcome,
  Setting,
  TaskRule,
} from './rule';
import { Suppression } from './suppression';

/** What surrounds a run besides configuration. Everything may be absent. */
export interface RunEnvironment {
  /** The registry files in force; units that the draft's own front matter holds are put before them. */
  readonly registry?: Registry | undefined;
  readonly siblings?: RuleContext['siblings'];
  readonly superiors?: Superiors;
  /** What the rules found in the version before: they need not find it again. */
  readonly memory?: FindingMemory | undefined;
  /** The rules to run; all there are where absent. */
  readonly rules?: readonly Rule[];
  /** Leaves out what is accepted (a baseline), of all that was found. */
  readonly sift?: (draft: Draft, found: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Told when a rule throws: a defect of ours that must not cost the writer the other findings. */
  readonly onRuleFailure?: (rule: RuleId, error: unknown) => void;
  /** Told of every finding that directives silence. */
  readonly onSilenced?: (diagnostic: Diagnostic, by: readonly Directive[]) => void;
}

/** Checks a draft with every rule that is switched on, and returns what is left after suppression, in text order. */
export function runRules(
  draft: Draft,
  configuration: Configuration,
  environment: RunEnvironment = {},
): readonly Diagnostic[] {
  const rules = environment.rules ?? allRules;
  const own = frontMatterLayer(draft, rules);
  const layers = own === undefined ? configuration.layers : [own.layer, ...configuration.layers];
  const registry = registryFor(draft, environment.registry);
  const remembered = environment.memory?.begin(draft, circumstancesOf(draft, configuration, environment));
  const run = new Run(draft, layers, { ...environment, registry }, remembered);
  for (const rule of rules) run.check(rule);
  run.conclude(rules, own?.problems ?? []);
  remembered?.conclude();
  const found = run.diagnostics.sort(inTextOrder);
  return environment.sift?.(draft, found) ?? found;
}

/** What the front matter says of levels and units is in its text. What superiors' plans say is looked at in every run. */
function circumstancesOf(
  { frontMatter, text }: Draft,
  { layers }: Configuration,
  { registry, rules, siblings = [] }: RunEnvironment,
): RunCircumstances {
  return [
    registry,
    rules,
    frontMatter && text.slice(frontMatter.range.start, frontMatter.range.end),
    ...layers,
    ...siblings.map(({ draft }) => draft),
  ];
}

/** The levels of all rules for a draft (or without one), each with where it comes from. */
export function layersFor(
  draft: Draft,
  configuration: Configuration,
  rules: readonly Rule[] = allRules,
): readonly ConfigurationLayer[] {
  const own = frontMatterLayer(draft, rules);
  return own === undefined ? configuration.layers : [own.layer, ...configuration.layers];
}

/** One pass over the rules for one draft. */
class Run {
  readonly diagnostics: Diagnostic[] = [];
  private readonly suppression: Suppression;
  private readonly ran: RuleId[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly layers: readonly ConfigurationLayer[],
    private readonly environment: RunEnvironment,
    private readonly remembered: RememberedRun | undefined,
  ) {
    this.suppression = new Suppression(draft);
  }

  /** Runs a rule of draft or task scope. */
  check(rule: Rule): void {
    if (rule.scope === 'run') return;
    this.guard(rule, (context, report) => {
      if (rule.scope === 'draft') this.checkDraft(rule, context, report);
      else this.checkTasks(rule, context, report);
      if (this.canJudge(rule)) this.ran.push(rule.id);
    });
  }

  private checkDraft(rule: DraftRule, context: RuleContext, report: Report): void {
    const check = (tell: Report): void => rule.check(this.draft, context, tell);
    if (this.remembered === undefined) return check(report);
    this.remembered.ofDraft(rule, context, () => collected(check)).forEach(report);
  }

  private checkTasks(rule: TaskRule, context: RuleContext, report: Report): void {
    const { draft, remembered } = this;
    if (remembered === undefined)
      return draft.tasks.forEach((task) => rule.check(draft, context, report, task));
    const checkTask = (index: number): readonly Finding[] => {
      const task = taskOf(draft, index);
      return task === undefined ? NO_FINDINGS : collected((tell) => rule.check(draft, context, tell, task));
    };
    remembered.ofTasks(rule, checkTask).forEach(report);
  }

  /** Runs the rules that look at the run itself. */
  conclude(rules: readonly Rule[], configurationProblems: RunOutcome['configurationProblems']): void {
    const outcome: RunOutcome = {
      ruleIds: rules.map(({ id }) => id),
      unusedIgnores: this.suppression.unused(this.ran),
      configurationProblems,
    };
    for (const rule of rules) {
      if (rule.scope === 'run')
        this.guard(rule, (context, report) => rule.check(this.draft, context, report, outcome));
    }
  }

  private guard(rule: Rule, check: (context: RuleContext, report: Report) => void): void {
    const { value: level } = explainLevel(rule, this.layers);
    if (level === 'off') return;
    const { registry, siblings = [], superiors = NO_SUPERIORS } = this.environment;
    try {
      const context = { options: optionsFor(rule, this.layers), registry, siblings, superiors };
      check(context, (finding) => this.add(rule, level, finding));
    } catch (error) {
      this.environment.onRuleFailure?.(rule.id, error);
    }
  }

  private add(rule: Rule, level: Level, finding: Finding): void {
    const diagnostic = { ...finding, rule: rule.id, level: milder(level, finding.level) };
    const by = this.suppression.silencing(rule.id, finding);
    if (by.length === 0) this.diagnostics.push(diagnostic);
    else this.environment.onSilenced?.(diagnostic, by);
  }

  /** Rules that find nothing without a registry or a superior's plan: an ignore of theirs is not unused for that. */
  private canJudge({ id }: Rule): boolean {
    const { registry, superiors } = this.environment;
    if (id.startsWith('trace/')) return superiors !== undefined && superiors.plans.length > 0;
    return !id.startsWith('unit/') || registry !== undefined;
  }
}

function collected(check: (tell: Report) => void): readonly Finding[] {
  let findings: Finding[] | undefined;
  check((finding) => (findings ??= []).push(finding));
  return findings ?? NO_FINDINGS;
}

const NO_FINDINGS: readonly Finding[] = [];

const SEVERITY: Readonly<Record<Setting, number>> = { error: 4, warning: 3, info: 2, hint: 1, off: 0 };

/** A finding may be milder than its rule's level, never more severe. */
function milder(configured: Level, own: Level | undefined): Level {
  return own !== undefined && SEVERITY[own] < SEVERITY[configured] ? own : configured;
}

function inTextOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
