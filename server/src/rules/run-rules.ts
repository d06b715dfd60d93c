import type { Directive, Draft } from '../dialect/model';
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
import { allRules } from './index';
import type {
  Diagnostic,
  Finding,
  Level,
  Report,
  Rule,
  RuleContext,
  RuleId,
  RunOutcome,
  Setting,
} from './rule';
import { Suppression } from './suppression';

/** What surrounds a run besides configuration. Everything may be absent. */
export interface RunEnvironment {
  /** The registry files in force; units that the draft's own front matter holds are put before them. */
  readonly registry?: Registry | undefined;
  readonly siblings?: RuleContext['siblings'];
  readonly superiors?: Superiors;
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
  const run = new Run(draft, layers, { ...environment, registry });
  for (const rule of rules) run.check(rule);
  run.conclude(rules, own?.problems ?? []);
  const found = run.diagnostics.sort(inTextOrder);
  return environment.sift?.(draft, found) ?? found;
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
  ) {
    this.suppression = new Suppression(draft);
  }

  /** Runs a rule of draft or task scope. */
  check(rule: Rule): void {
    if (rule.scope === 'run') return;
    this.guard(rule, (context, report) => {
      if (rule.scope === 'draft') rule.check(this.draft, context, report);
      else for (const task of this.draft.tasks) rule.check(this.draft, context, report, task);
      if (this.canJudge(rule)) this.ran.push(rule.id);
    });
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
