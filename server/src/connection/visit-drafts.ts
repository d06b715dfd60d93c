import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { DraftsParams } from '../protocol';
import type { Checked } from './checker';
import type { Snapshot } from './document-store';
import { nextTurn } from './next-turn';
import type { Services } from './services';

export interface Visit extends DraftsParams {
  /** What the progress is of. */
  readonly title: string;
  readonly token: CancellationToken;
  readonly onDraft: (checked: Checked) => void;
  /** Told of a file that cannot be read. */
  readonly onUnreadable?: (uri: string) => void;
}

/** Checks the drafts below some places, open or not, with progress that can be cancelled. Whether it was. */
export async function visitDrafts(
  visit: Visit,
  services: Services,
): Promise<{ readonly cancelled: boolean }> {
  const { places = [], token } = visit;
  const uris = await filesIn(places.length > 0 ? places : services.roots, services);
  const progress = await progressOf(visit, services);
  const isCancelled = (): boolean =>
    token.isCancellationRequested || progress?.token?.isCancellationRequested === true;
  progress?.begin(visit.title, 0, '', true);
  for (const [index, uri] of uris.entries()) {
    if (isCancelled()) break;
    progress?.report(Math.round((100 * index) / uris.length), `${index + 1}/${uris.length}`);
    await visitFile(uri, visit, services);
    // Requests of the editor get their turn between two files.
    await nextTurn();
  }
  const cancelled = isCancelled();
  progress?.done();
  return { cancelled };
}

/** The client's own, cancelled by way of the request; else one that the server asks for, with a token of its own. */
async function progressOf(
  { workDoneToken }: DraftsParams,
  { client, connection }: Services,
): Promise<(WorkDoneProgressReporter & { readonly token?: CancellationToken }) | undefined> {
  if (workDoneToken !== undefined) return connection.window.attachWorkDoneProgress(workDoneToken);
  return client.progress ? connection.window.createWorkDoneProgress() : undefined;
}

async function filesIn(places: readonly string[], { files }: Services): Promise<string[]> {
  const lists = await Promise.all(places.map((place) => files.list(place, '.md')));
  return [...new Set(lists.flat())].sort();
}

async function visitFile(uri: string, visit: Visit, services: Services): Promise<void> {
  const snapshot = await open(uri, services);
  if (!snapshot) visit.onUnreadable?.(uri);
  else if (snapshot.isDraft) visit.onDraft(await services.checker.check(snapshot));
}

/** A draft that is open counts as the editor has it. */
async function open(uri: string, { documents, files }: Services): Promise<Snapshot | undefined> {
  const known = documents.find(uri);
  if (known) return known;
  const text = await files.read(uri);
  return text === undefined ? undefined : documents.unopened(uri, text);
}
