import type { Directive, Draft } from '../dialect/model';
import { taskOf } from '../dialect/reread/reread-draft';
import { registryFor } from '../registry/draft-registry';
import type { Registry } from '../registry/registry';
import { NO_SUPERIORS, type Superiors } from '../trace/superiors';
import { frontMatterLayer } from './configuration/front-matter-layer';
import {
  explainLevel,
  LEVELS,
  optionsFor,
  type Configuration,
  type ConfigurationLayer,
} from './configuration/levels';
import { FindingList } from './finding-list';
import type { FindingMemory, RunCircumstances, StandingFindings } from './finding-memory';
import { allRules } from './index';
import { FindingTable } from './finding-table';
import { factsOf, rangesIn, type Found, type FoundAt } from './found';
import type {
  Diagnostic,
  DraftRule,
  Finding,
  Fix,
  Level,
  Manner,
  Report,
  Rule,
  RuleContext,
  RuleId,
  RunOutcome,
  RunRule,
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
  return listFindings(draft, configuration, environment).all();
}

/** The same as a list whose findings are spelt out when somebody looks at them. */
export function listFindings(
  draft: Draft,
  configuration: Configuration,
  environment: RunEnvironment = {},
): FindingList {
  const { rules = allRules, memory, sift } = environment;
  const own = frontMatterLayer(draft, rules);
  const layers = own === undefined ? configuration.layers : [own.layer, ...configuration.layers];
  const registry = registryFor(draft, environment.registry);
  const circumstances = circumstancesOf(draft, configuration, environment);
  const run = new Run(draft, layers, { ...environment, registry }, memory?.recall(draft, circumstances));
  for (const rule of rules) run.check(rule);
  run.conclude(rules, own?.problems ?? []);
  memory?.keep({ draft, circumstances, ran: run.ran, manners: run.manners, found: run.found });
  const found = run.unsilenced();
  return sift === undefined ? found : FindingList.of(sift(draft, found.all()));
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
  /** The rules that ran to their end, or needed not to run. */
  readonly ran = new Set<RuleId>();
  /** Of rules that have one, as JSON. */
  readonly manners = new Map<RuleId, string | undefined>();
  /** With what directives silence; whole once the run is concluded. */
  found = FindingTable.EMPTY;
  private fresh: FoundAt[] = [];
  /** Repairs of what is found in this run. */
  private readonly fixes = new Map<Found, readonly Fix[]>();
  private readonly suppression: Suppression;
  private readonly contexts = new Map<RuleId, { readonly rule: Rule; readonly context: RuleContext }>();
  /** What rules found once more, by rule and task, because somebody looks at a repair. */
  private readonly again = new Map<string, readonly Finding[]>();

  constructor(
    private readonly draft: Draft,
    private readonly layers: readonly ConfigurationLayer[],
    private readonly environment: RunEnvironment,
    private standing: StandingFindings | undefined,
  ) {
    this.suppression = new Suppression(draft);
  }

  /** Runs a rule of draft or task scope, as far as what it found before does not stand. */
  check(rule: Rule): void {
    if (rule.scope === 'run') return;
    this.guard(rule, (context, level) => {
      if (rule.scope === 'task') this.checkTasks(rule, context, level);
      else if (this.standing?.standsFor(rule, context) !== true) this.checkDraft(rule, context, level);
      this.ran.add(rule.id);
    });
  }

  private checkDraft(rule: DraftRule, context: RuleContext, level: Level): void {
    rule.check(this.draft, context, this.reportTo(rule, level));
  }

  private checkTasks(rule: TaskRule, context: RuleContext, level: Level): void {
    // One report for all tasks: a function for each would be made some thousand times.
    const place = { task: 0, order: 0 };
    const report = this.reportTo(rule, level, place);
    const { draft } = this;
    const indices = this.tasksToCheck(rule, context) ?? draft.tasks.keys();
    for (const index of indices) {
      const task = taskOf(draft, index);
      place.task = index;
      place.order = 0;
      if (task !== undefined) rule.check(draft, context, report, task);
    }
  }

  /** Undefined for all of them. */
  private tasksToCheck(rule: TaskRule, context: RuleContext): ReadonlySet<number> | undefined {
    const { manner } = rule;
    const { standing } = this;
    if (manner === undefined) return standing?.tasksFor(rule);
    const stands = standing?.isOverlookedBy({ id: rule.id, ...manner }, context) === true;
    const now = stands ? standing?.mannerOf(rule) : JSON.stringify(manner.of(this.draft));
    this.manners.set(rule.id, now);
    if (stands || now === undefined) return NO_TASKS;
    const changed = standing?.mannerOf(rule) === now ? standing.tasksFor(rule) : undefined;
    return changed ?? this.tasksOf(manner);
  }

  private tasksOf({ concerns }: Manner): ReadonlySet<number> {
    const { draft } = this;
    const tasks = new Set<number>();
    for (const [index, isConcerned] of concerns(draft).entries()) if (isConcerned) tasks.add(index);
    return tasks;
  }

  /** Runs the rules that look at the run itself, and puts what was found in order. */
  conclude(rules: readonly Rule[], configurationProblems: RunOutcome['configurationProblems']): void {
    const standing = this.standing?.moved(this.suppression) ?? FindingTable.EMPTY;
    // The version before is needed no more.
    this.standing = undefined;
    this.found = standing.with(this.fresh);
    this.fresh = [];
    const outcome: RunOutcome = {
      ruleIds: rules.map(({ id }) => id),
      unusedIgnores: this.suppression.unused(
        rules.filter((rule) => this.ran.has(rule.id) && this.canJudge(rule)),
        new Set(this.found.silenced().flatMap((index) => this.found.found(index).silencedBy)),
      ),
      configurationProblems,
    };
    for (const rule of rules) {
      if (rule.scope === 'run')
        this.guard(rule, (context, level) => this.checkRun(rule, context, level, outcome));
    }
    if (this.fresh.length > 0) this.found = this.found.with(this.fresh);
  }

  private checkRun(rule: RunRule, context: RuleContext, level: Level, outcome: RunOutcome): void {
    rule.check(this.draft, context, this.reportTo(rule, level), outcome);
  }

  private guard(rule: Rule, check: (context: RuleContext, level: Level) => void): void {
    const { value: level } = explainLevel(rule, this.layers);
    if (level === 'off') return;
    const { registry, siblings = [], superiors = NO_SUPERIORS } = this.environment;
    try {
      const context = { options: optionsFor(rule, this.layers), registry, siblings, superiors };
      this.contexts.set(rule.id, { rule, context });
      check(context, level);
    } catch (error) {
      this.environment.onRuleFailure?.(rule.id, error);
    }
  }

  /** Takes what a rule finds in the task of `place`, or in the whole draft, in this order. */
  private reportTo({ id: rule }: Rule, level: Level, place = { task: 0, order: 0 }): Report {
    // Bound: of a function made for each rule the engine would forget after every run what it has compiled.
    return this.take.bind(this, rule, level, place);
  }

  private take(rule: RuleId, level: Level, place: { task: number; order: number }, reported: Finding): void {
    const finding = factsOf(reported);
    const { fixes } = reported;
    const found: Found = {
      rule,
      level: milder(level, finding.level),
      task: place.task,
      order: place.order++,
      finding,
      repairs: fixes?.map(isSafe),
      silencedBy: this.suppression.silencing(rule, finding),
    };
    this.fresh.push({ found, ranges: rangesIn(finding) });
    if (fixes) this.fixes.set(found, fixes);
  }

  /** What directives do not silence. */
  unsilenced(): FindingList {
    this.tellOfSilenced();
    return this.listOf(this.found.unsilenced());
  }

  private tellOfSilenced(): void {
    const { onSilenced } = this.environment;
    if (onSilenced === undefined) return;
    const all = this.listOf(this.found);
    for (const index of this.found.silenced())
      onSilenced(all.spell(index), this.suppression.directives(this.found.found(index).silencedBy));
  }

  private listOf(table: FindingTable): FindingList {
    return new FindingList(table, (found) => this.findAgain(found)[found.order]?.fixes, this.fixes);
  }

  private findAgain({ rule: id, task }: Found): readonly Finding[] {
    const key = `${id} ${task}`;
    let findings = this.again.get(key);
    if (findings === undefined) this.again.set(key, (findings = this.collect(id, task)));
    return findings;
  }

  private collect(id: RuleId, task: number): readonly Finding[] {
    const findings: Finding[] = [];
    const report = (finding: Finding): void => void findings.push(finding);
    const checked = this.contexts.get(id);
    if (checked === undefined) return findings;
    const { rule, context } = checked;
    const seen = taskOf(this.draft, task);
    if (rule.scope === 'draft') rule.check(this.draft, context, report);
    else if (rule.scope === 'task' && seen !== undefined) rule.check(this.draft, context, report, seen);
    return findings;
  }

  /** Rules that find nothing without a registry or a superior's plan: an ignore of theirs is not unused for that. */
  private canJudge({ id }: Rule): boolean {
    const { registry, superiors } = this.environment;
    if (id.startsWith('trace/')) return superiors !== undefined && superiors.plans.length > 0;
    return !id.startsWith('unit/') || registry !== undefined;
  }
}

const isSafe = ({ safe }: Fix): boolean => safe;
const NO_TASKS: ReadonlySet<number> = new Set();

/** A finding may be milder than its rule's level, never more severe. */
function milder(configured: Level, own: Level | undefined): Level {
  return own !== undefined && LEVELS.indexOf(own) > LEVELS.indexOf(configured) ? own : configured;
}
