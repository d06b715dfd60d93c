import type { RuleId } from '../rules/rule';
import type { Connection } from 'vscode-languageserver';
import type { BaselineFiles } from './baseline-files';
import type { ReviewNotes } from './review-notes';
import type { Checker } from './checker';
import type { ClientFeatures } from './client-features';
import type { ConfigurationFiles } from './configuration-files';
import type { DiagnosticPublisher } from './diagnostic-publisher';
import type { DocumentStore } from './document-store';
import type { FileProblems } from './file-problems';
import type { Files } from './files';
import type { Log } from './log';
import type { Programs } from './programs';
import type { RegistryFiles } from './registry-files';
import type { Scheduler } from './scheduler';
import type { SettingsSource } from './settings-source';
import type { SurroundingsFinder } from './surroundings';
import type { SuperiorFiles } from './superior-files';
import type { TraceLensNotifier } from './trace-lens-notifier';
import type { WorkspaceDrafts } from './workspace-drafts';
import type { OverviewNotifier } from './overview-notifier';

/** What handlers work with; there is one set a connection, made when the client introduces itself. */
export interface Services {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: DocumentStore;
  readonly checker: Checker;
  readonly publisher: DiagnosticPublisher;
  readonly scheduler: Scheduler;
  readonly settings: SettingsSource;
  readonly surroundings: SurroundingsFinder;
  readonly configurationFiles: ConfigurationFiles;
  readonly workspaceDrafts: WorkspaceDrafts;
  readonly registries: RegistryFiles;
  readonly baselines: BaselineFiles;
  readonly superiors: SuperiorFiles;
  readonly notes: ReviewNotes;
  readonly fileProblems: FileProblems;
  readonly overviews: OverviewNotifier;
  readonly traceLenses: TraceLensNotifier;
  readonly files: Files;
  /** What may be used now: other ones once the person trusts the workspace. */
  programs: Programs;
  readonly log: Log;
  /** The address of a rule's page; undefined where the pages are not at hand. */
  readonly pageOf: (rule: RuleId) => string | undefined;
  /** Folders of the workspace, as uris. */
  roots: readonly string[];
  dispose(): void;
}
