import type { Connection, InitializeParams } from 'vscode-languageserver';
import { BaselineFiles } from './baseline-files';
import { Checker } from './checker';
import type { ClientFeatures } from './client-features';
import { ConfigurationFiles } from './configuration-files';
import { DiagnosticPublisher, type PublisherOptions } from './diagnostic-publisher';
import { DocumentStore } from './document-store';
import { FileProblems } from './file-problems';
import { ClientFiles } from './client-files';
import { FilesByScheme, type Files } from './files';
import { logTo } from './log';
import { NOT_TRUSTED, type Programs } from './programs';
import { OverviewNotifier } from './overview-notifier';
import { refreshLenses } from './refresh-decorations';
import { ReviewNotes } from './review-notes';
import { RegistryFiles } from './registry-files';
import { Scheduler } from './scheduler';
import type { Services } from './services';
import { SettingsSource } from './settings-source';
import { SurroundingsFinder } from './surroundings';
import { SuperiorFiles } from './superior-files';
import { TraceLensNotifier } from './trace-lens-notifier';
import { WorkspaceDrafts } from './workspace-drafts';

/** What the process that runs the server brings. */
export interface Host extends Pick<PublisherOptions, 'pageOf' | 'onFirstFindings'> {
  readonly version: string;
  /** Absent in a browser. */
  readonly disk: Files | undefined;
  readonly programs: Programs;
}

export function createServices(
  connection: Connection,
  client: ClientFeatures,
  params: InitializeParams,
  host: Host,
): Services {
  const log = logTo(connection);
  const documents = new DocumentStore(client.encoding);
  const settings = new SettingsSource(client, (uri) => askSettings(connection, uri), log);
  const files = new FilesByScheme(host.disk, new ClientFiles(connection, client.readsFiles));
  const configurationFiles = new ConfigurationFiles(files);
  const roots = rootsOf(params);
  configurationFiles.setRoots(roots);
  const registries = new RegistryFiles(files, configurationFiles, (uri) => documents.find(uri)?.text);
  const workspaceDrafts = new WorkspaceDrafts(documents, files);
  workspaceDrafts.setRoots(roots);
  const publisher = new DiagnosticPublisher(connection, client, {
    pageOf: host.pageOf,
    onFirstFindings: host.onFirstFindings,
    positionsOf: (uri) => workspaceDrafts.atHand().find((draft) => draft.uri === uri)?.at,
  });
  const baselines = new BaselineFiles(files, configurationFiles);
  const surroundings = new SurroundingsFinder({ baselines, settings, configurationFiles, documents, log });
  const superiors = new SuperiorFiles({
    files,
    workspace: configurationFiles,
    documents,
    readingOf: (uri) => surroundings.find(uri),
  });
  const scheduler = new Scheduler((error) => log.failure('check', error));
  return {
    connection,
    client,
    documents,
    checker: new Checker((uri) => surroundings.find(uri), { registries, superiors, others: workspaceDrafts }),
    registries,
    baselines,
    superiors,
    notes: new ReviewNotes(files),
    fileProblems: new FileProblems(publisher, client.encoding),
    publisher,
    scheduler,
    settings,
    surroundings,
    configurationFiles,
    workspaceDrafts,
    overviews: new OverviewNotifier(connection, client),
    traceLenses: new TraceLensNotifier(documents, () => refreshLenses({ connection, client, log })),
    files,
    programs: client.options.restricted ? NOT_TRUSTED : host.programs,
    log,
    pageOf: host.pageOf,
    roots,
    dispose: () => scheduler.dispose(),
  };
}

function askSettings(connection: Connection, uri: string): Promise<unknown> {
  return connection.workspace.getConfiguration({ scopeUri: uri, section: 'yaodian' });
}

/** Older clients know one root, as uri or as path. */
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => folder.uri);
  return rootUri ? [rootUri] : [];
}
