import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileEvent,
} from 'vscode-languageserver';
import { superiorsNamedBy } from '../trace/superiors';
import { isBaselineName } from './baseline-files';
import { CONFIGURATION_FILE } from './configuration-files';
import { NOTES_CHANGED } from '../protocol';
import { nextTurn } from './next-turn';
import { isNotesFile } from './review-notes';
import { refreshAll, refreshComparisons, showFindings } from './publish-findings';
import { refreshDecorations, refreshLenses } from './refresh-decorations';
import type { Services } from './services';
import { t } from '../localise';

type Current = () => Services | undefined;

export function followDocuments(connection: Connection, current: Current): void {
  const guard = guarded(current);
  connection.onDidOpenTextDocument(
    guard('textDocument/didOpen', ({ textDocument }, services) => {
      showFindings(services.documents.opened(textDocument), services);
      followSuperior(textDocument.uri, services);
    }),
  );
  connection.onDidChangeTextDocument(
    guard('textDocument/didChange', (params, services) => {
      const snapshot = services.documents.changed(params);
      if (snapshot) showFindings(snapshot, services);
      if (snapshot) followSuperior(snapshot.uri, services);
      else services.log.warn(`didChange of ${params.textDocument.uri}, which is not open`);
    }),
  );
  connection.onDidCloseTextDocument(
    guard('textDocument/didClose', ({ textDocument: { uri } }, services) => {
      const wasDraft = services.documents.get(uri)?.isDraft === true;
      services.documents.closed(uri);
      services.workspaceDrafts.forget(uri);
      followSuperior(uri, services);
      services.scheduler.drop(uri);
      services.settings.forget(uri);
      services.publisher.clear(uri);
      // What was typed into a registry and not saved is no longer so.
      if (services.registries.isRegistry(uri)) rereadFiles(services);
      services.fileProblems.closed(uri);
      services.overviews.forget(uri);
      services.traceLenses.forget(uri);
      services.surroundings.forget(uri);
      // To the other drafts it is one still, as it stands on the disk.
      if (wasDraft) readAhead(services);
    }),
  );
  // A client that does not watch files saves what it edits: configuration and registries are read again then.
  connection.onDidSaveTextDocument(
    guard('textDocument/didSave', ({ textDocument: { uri } }, services) => {
      const snapshot = services.documents.get(uri);
      if (snapshot?.isDraft)
        void services.notes.saved(snapshot).catch((error) => services.log.failure('notes', error));
      if (!services.client.watchedFilesRegistration) rereadFiles(services);
    }),
  );
}

export function followConfiguration(connection: Connection, current: Current): void {
  connection.onDidChangeConfiguration(
    guarded(current)('workspace/didChangeConfiguration', ({ settings }, services) => {
      void takeSettings(settings, services).catch((error) => services.log.failure('settings', error));
    }),
  );
}

/** VS Code also tells of its settings when it is asked to tell of changes, which is while the first draft is checked. */
async function takeSettings(settings: unknown, services: Services): Promise<void> {
  const changed = services.settings.changed(settings);
  // Whoever asks from now on is answered by what holds now.
  services.surroundings.forget();
  if (!(await changed)) return;
  refreshAll(services);
  refreshDecorations(services);
}

export function followFiles(connection: Connection, current: Current): void {
  connection.onDidChangeWatchedFiles(
    guarded(current)('workspace/didChangeWatchedFiles', ({ changes }, services) => {
      const drafts = changes.filter(({ uri }) => /\.md$/iu.test(uri));
      for (const { uri } of drafts) services.workspaceDrafts.forget(uri);
      if (drafts.length > 0) readAhead(services);
      for (const { uri } of changes) services.superiors.forget(uri);
      if (changes.some(({ uri }) => concernsUs({ uri }) || services.superiors.isInUse(uri))) {
        rereadFiles(services);
        refreshDecorations(services);
      }
      if (changes.some(({ uri }) => isNotesFile(uri))) void connection.sendNotification(NOTES_CHANGED);
    }),
  );
}

function rereadFiles(services: Services): void {
  services.configurationFiles.forget();
  services.registries.forget();
  services.superiors.forget();
  refreshAll(services);
}

/** A superior's plan reads differently now: the drafts that carry it out are checked again. */
function followSuperior(uri: string, services: Services): void {
  if (!services.superiors.isInUse(uri)) return;
  services.superiors.forget(uri);
  services.checker.forget();
  for (const snapshot of services.documents.all())
    if (snapshot.uri !== uri && snapshot.isDraft && superiorsNamedBy(snapshot.draft).length > 0)
      showFindings(snapshot, services);
}

function concernsUs({ uri }: Pick<FileEvent, 'uri'>): boolean {
  return /\.(?:ya?ml|csv|xlsx)$/iu.test(uri) || isBaselineName(uri);
}

/** Asks the client to tell of changes, as far as it can. */
export async function announce(services: Services): Promise<void> {
  const { connection, client } = services;
  if (client.configurationRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'yaodian' });
  }
  if (client.watchedFilesRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: `**/${CONFIGURATION_FILE}` },
        { globPattern: '**/*.{yaml,yml,csv,xlsx,md,txt,docx}' },
        { globPattern: '**/*{基线*,.审稿}.json' },
      ],
    });
    services.workspaceDrafts.trustWatching();
  }
  if (client.workspaceFolders) followFolders(services);
  readAhead(services);
}

/** Most files of a workspace that are read for comparisons between drafts without anybody asking for it. */
const MOST_AHEAD = 1000;

/** The scheduler's key of reading ahead, which no document has. */
const AHEAD = '';

/**
 * Rules that compare drafts need the others: they are read when there is time, which is when requests are answered and
 * what is open has been checked. Then open drafts that were checked without them are checked again.
 */
function readAhead(services: Services): void {
  const giveWay = async (): Promise<void> => {
    await nextTurn();
    await services.scheduler.othersDone(AHEAD);
  };
  services.scheduler.schedule(AHEAD, async (isStale) => {
    const left = await services.workspaceDrafts.readAhead(MOST_AHEAD, giveWay);
    if (left > 0)
      services.log.info(t('工作区的 Markdown 文件太多，有 {0} 个没有读取，不参加稿件之间的比较。', left));
    if (isStale()) return;
    refreshComparisons(services);
    if (mayTellOfOthers(services)) refreshLenses(services);
  });
}

/** Whether a lens may tell of drafts that nobody has open, or did: those of a superior's plan do. */
function mayTellOfOthers({ documents, superiors, workspaceDrafts }: Services): boolean {
  return (
    documents.all().some(({ uri }) => superiors.isInUse(uri)) ||
    workspaceDrafts.atHand().some(({ draft }) => superiorsNamedBy(draft).length > 0)
  );
}

function followFolders(services: Services): void {
  services.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map((folder) => folder.uri));
    services.roots = [
      ...services.roots.filter((root) => !gone.has(root)),
      ...added.map((folder) => folder.uri),
    ];
    services.configurationFiles.setRoots(services.roots);
    services.workspaceDrafts.setRoots(services.roots);
    // What may be read follows from the folders.
    rereadFiles(services);
    readAhead(services);
  });
}

/** A notification has no answer to put an error into: it is logged and the server lives on. */
function guarded(current: Current) {
  return <P>(method: string, act: (params: P, services: Services) => void) =>
    (params: P): void => {
      const services = current();
      if (!services) return;
      try {
        act(params, services);
      } catch (error) {
        services.log.failure(method, error);
      }
    };
}
