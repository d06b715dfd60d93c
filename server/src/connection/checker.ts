import type { Draft } from '../dialect/model';
import { isSameList } from '../dialect/same-list';
import type { Configuration } from '../rules/configuration/levels';
import type { ConfigurationProblem } from '../rules/configuration/read-checks';
import type { FindingList } from '../rules/finding-list';
import type { Diagnostic } from '../rules/rule';
import { listFindings, runRules, type RunEnvironment } from '../rules/run-rules';
import type { ConfigurationFile } from './configuration-files';
import type { Snapshot } from './document-store';
import type { RegistryFiles, RegistryInForce, RegistryPath } from './registry-files';
import type { EditorSettings } from './settings';
import type { SuperiorFiles } from './superior-files';
import type { WorkspaceDrafts } from './workspace-drafts';

/** Everything outside a document that its findings depend on. */
export interface Surroundings {
  /** 版式 of the configuration file: how drafts are exported. */
  readonly layout: Readonly<Record<string, unknown>>;
  readonly settings: EditorSettings;
  readonly file: ConfigurationFile | undefined;
  /** The baseline that the configuration names, as uri, whether it is there or not. */
  readonly baseline: string | undefined;
  readonly fileProblems: readonly ConfigurationProblem[];
  /** Chapter titles that hold no tasks, besides the usual ones. */
  readonly framingTitles: readonly string[];
  readonly configuration: Configuration;
  readonly environment: RunEnvironment;
  /** Registries named outside the draft. */
  readonly registries: readonly RegistryPath[];
}

/** A document version with its findings under the configuration of the moment. */
export interface Checked {
  readonly snapshot: Snapshot;
  readonly surroundings: Surroundings;
  readonly findings: FindingList;
  readonly registry: RegistryInForce;
}

/** A check that was begun, and as of what the checker knew then. */
export interface BegunCheck {
  readonly under: object;
  readonly checked: Promise<Checked>;
}

/** Other files that findings depend on. */
interface FilesAround {
  readonly registries: RegistryFiles;
  readonly superiors: Pick<SuperiorFiles, 'inForce'>;
  readonly others: Pick<WorkspaceDrafts, 'atHand'>;
}

/** Checks document versions, each at most once until something around them changes. */
export class Checker {
  /** Another one whenever settings, files or other drafts changed: what was found before may be wrong. */
  private circumstances = {};

  constructor(
    private readonly surroundingsOf: (uri: string) => Promise<Surroundings>,
    private readonly files: FilesAround,
  ) {}

  check(snapshot: Snapshot): Promise<Checked> {
    if (snapshot.check?.under !== this.circumstances)
      snapshot.check = { under: this.circumstances, checked: this.run(snapshot) };
    return snapshot.check.checked;
  }

  /** Drops what was found by comparing with other drafts than those at hand now; whether there was any. */
  forgetComparison(snapshot: Snapshot): boolean {
    const { comparedWith } = snapshot;
    if (comparedWith === undefined || isSameList(comparedWith, this.othersOf(snapshot))) return false;
    snapshot.check = undefined;
    return true;
  }

  /** Makes sure that the draft is read as its surroundings say, without checking it. */
  async prepare(snapshot: Snapshot): Promise<Surroundings> {
    const surroundings = await this.surroundingsOf(snapshot.uri);
    snapshot.readAs(surroundings);
    return surroundings;
  }

  forget(): void {
    this.circumstances = {};
  }

  private async run(snapshot: Snapshot): Promise<Checked> {
    const outside = await this.prepare(snapshot);
    const { draft, uri } = snapshot;
    const registry = await this.files.registries.inForce(draft, uri, outside.registries);
    const superiors = await this.files.superiors.inForce(draft, uri);
    const siblings = this.othersOf(snapshot);
    snapshot.comparedWith = siblings;
    const environment = { ...outside.environment, registry: registry.registry, siblings, superiors };
    const surroundings = { ...outside, environment };
    // Others who check with these surroundings check other texts: the memory is for this document alone.
    const memory = snapshot.findings;
    const findings = listFindings(draft, surroundings.configuration, { ...environment, memory });
    return { snapshot, surroundings, registry, findings };
  }

  private othersOf({ uri }: Snapshot): readonly Snapshot[] {
    return this.files.others.atHand().filter((other) => other.uri !== uri);
  }
}

export function findingsOf(
  draft: Draft,
  { configuration, environment }: Surroundings,
): readonly Diagnostic[] {
  return runRules(draft, configuration, environment);
}
