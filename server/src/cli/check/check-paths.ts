import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { summariseTasks } from '../../dialect/summary';
import { checkDraft, type CheckedDraft } from '../../reports/pre-issue/check-draft';
import type { PreIssueReport } from '../../reports/pre-issue/pre-issue-report';
import { repairDraft, repairRule } from '../../rules/repair';
import type { Diagnostic, RuleId } from '../../rules/rule';
import { acceptFindings, unacceptedFindings, type BaselineEntry } from '../../review/baseline';
import { runRules, type RunEnvironment } from '../../rules/run-rules';
import { failureOf, formatError } from '../cli-error';
import type { Io } from '../io';
import { RegistryFinder } from '../registry-finder';
import {
  decodeSource,
  describeDecodingProblems,
  publishedText,
  readSource,
  STDIN,
  type Source,
} from '../read-source';
import { BaselineFinder } from './baselines';
import type { Detail, Sibling } from '../../reports/describe-finding';
import { describeOpenNotes } from '../../reports/describe-notes';
import type { FileFailure, FileReport } from '../../reports/file-report';
import { findNotesOf } from '../review-notes';
import { SurroundingsFinder, type Surroundings, type SurroundingsSettings } from '../surroundings';
import { writeBack } from './write-back';
import { SuperiorFinder } from '../superior-finder';
import type { Superiors } from '../../trace/superiors';
import { t, type Language } from '../../localise';

/** What came of one path. Plain data: threads send it. */
export interface CheckOutcome {
  readonly path: string;
  /** Undefined where the file could not be read or not be written. */
  readonly report: FileReport | undefined;
  /** 发文前检查, where it is asked for. */
  readonly preIssue?: PreIssueReport | undefined;
  /** Why there is no report. */
  readonly failure?: FileFailure;
  /** How many findings `--fix` repaired. */
  readonly repaired: number;
  /** How many findings the baseline accepts. */
  readonly accepted: number;
  /** What accepts the findings, where a baseline is to be written. */
  readonly entries: readonly BaselineEntry[];
  /** For stderr. */
  readonly messages: readonly string[];
  /** Whether input or output failed, wholly or in part. */
  readonly failed: boolean;
}

export interface CheckSettings extends SurroundingsSettings {
  /** Of the messages; threads cannot know what the command line was told. Chinese where absent. */
  readonly language?: Language;
  readonly fix: boolean;
  /** The only rule to repair; all where absent. */
  readonly rule?: string | undefined;
  /** Asks for 发文前检查 of each file, with the fonts that are on this machine where they are known. */
  readonly preIssue?: { readonly installedFonts: readonly string[] | undefined } | undefined;
  /** How much is told of each finding; all of it where absent. */
  readonly detail?: Detail;
  /** Whether open review notes are reported, too. */
  readonly notes?: boolean;
  /** `--baseline`: the file of accepted findings for all drafts, instead of the one the configuration names. */
  readonly baseline?: string | undefined;
  /** Whether all findings are to be accepted: then no baseline is in force. */
  readonly accept?: boolean;
  /** Whether the results are kept, and with them what they depend on. */
  readonly keep?: boolean;
}

/** Checks files one after another; what goes wrong with one does not keep the others from being checked. */
export class PathChecker {
  private readonly surroundings: SurroundingsFinder;
  private readonly registries: RegistryFinder;
  private readonly baselines: BaselineFinder;
  private readonly superiors: SuperiorFinder;

  private readonly drafts = new Map<string, Promise<readonly Sibling[]>>();

  /** `companions`: the paths whose drafts each draft is compared with. */
  constructor(
    private readonly settings: CheckSettings,
    private readonly io: Io,
    private readonly companions: readonly string[] = [],
  ) {
    this.surroundings = new SurroundingsFinder(settings, io);
    this.registries = new RegistryFinder(settings, io);
    this.baselines = new BaselineFinder(settings, io);
    this.superiors = new SuperiorFinder(io);
  }

  async check(path: string): Promise<CheckOutcome> {
    try {
      return await this.checkSource(await readSource(path, this.io));
    } catch (error) {
      const failure = failureOf(error) ?? { what: t('检查 {0} 时程序出错', path), advice: t('详情见终端。') };
      const nothing = { report: undefined, repaired: 0, accepted: 0, entries: [] };
      return { path, ...nothing, failure, messages: [formatError(error)], failed: true };
    }
  }

  private async checkSource(source: Source): Promise<CheckOutcome> {
    const { path, decoded } = source;
    const surroundings = this.surroundings.find(path);
    const defects: string[] = [];
    const read = (text: string): Draft => readDraft(text, surroundings.readOptions);
    // A repair is written into the file, whose lines stay as they are.
    let draft = read(this.settings.fix ? decoded.text : await publishedText(source));
    const { registry, messages } = await this.registries.find(path, draft, surroundings.registries);
    const siblings = await this.siblingsOf(path);
    const superiors = await this.superiors.find(path, draft, surroundings.readOptions);
    const baseline = this.baselines.find(path, surroundings.baseline);
    let all: readonly Diagnostic[] = [];
    const environment: RunEnvironment = {
      ...surroundings.environment,
      registry,
      siblings,
      superiors,
      onRuleFailure: (rule: RuleId, error: unknown) =>
        defects.push(t('规则 {0} 运行时出错，结果可能不全。{1}', rule, formatError(error))),
      sift: (draft, found) => unacceptedFindings(draft, (all = found), baseline.entries),
    };
    const damages = describeDecodingProblems(source).map((line) => t('警告：{0}\n', line));
    const { configuration } = surroundings;
    let repaired = 0;
    if (this.settings.fix) {
      const check = (draft: Draft): readonly Diagnostic[] => runRules(draft, configuration, environment);
      const { rule } = this.settings;
      ({ draft, repaired } =
        rule === undefined ? repairDraft(draft, check, read) : repairRule(draft, rule, { check, read }));
      writeBack(source, draft.text, this.io.files);
    }
    const places = [...siblings, ...placesOf(superiors)];
    const checked = checkDraft(draft, configuration, environment, places, this.settings.detail);
    const report: FileReport = {
      path,
      findings: checked.findings,
      summary: summariseTasks(draft.tasks),
      ...(this.settings.notes ? { notes: describeOpenNotes(draft, findNotesOf(path, this.io)) } : {}),
    };
    return {
      path,
      report,
      preIssue: await this.preIssueOf(path, draft, checked, surroundings),
      repaired,
      accepted: all.length - checked.findings.length,
      entries: this.settings.accept ? acceptFindings(draft, all) : [],
      messages: [...surroundings.messages, ...baseline.messages, ...messages, ...damages, ...defects],
      failed: damages.length > 0,
    };
  }

  private async preIssueOf(
    path: string,
    draft: Draft,
    checked: CheckedDraft,
    { layout }: Surroundings,
  ): Promise<PreIssueReport | undefined> {
    const wanted = this.settings.preIssue;
    if (wanted === undefined) return undefined;
    const { makeReport } = await import('../../reports/pre-issue/make-report');
    const { readProfile } = await import('../../exporters/document/profile');
    const [profile, notes] = [readProfile(draft, layout), findNotesOf(path, this.io)];
    return makeReport({ ...checked, ...wanted, draft, path, profile, notes });
  }

  private async siblingsOf(path: string): Promise<Sibling[]> {
    const siblings: Sibling[] = [];
    for (const companion of this.companions)
      if (companion !== path && companion !== STDIN) siblings.push(...(await this.readSibling(companion)));
    return siblings;
  }

  /** One that cannot be read is told of when its own turn comes. */
  private readSibling(path: string): Promise<readonly Sibling[]> {
    let sibling = this.drafts.get(path);
    if (!sibling) {
      sibling = this.siblingAt(path).catch(() => []);
      this.drafts.set(path, sibling);
    }
    return sibling;
  }

  private async siblingAt(path: string): Promise<readonly Sibling[]> {
    const text = await publishedText(decodeSource(path, this.io.files.read(path)));
    const draft = readDraft(text, this.surroundings.find(path).readOptions);
    return [{ path, uri: pathToFileURL(resolve(this.io.cwd, path)).href, draft }];
  }
}

/** Superiors' plans as other drafts that findings point into. */
function placesOf({ plans }: Superiors): Sibling[] {
  return plans.map(({ uri, named: { path }, draft }) => ({ uri, path, draft }));
}
