import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { CHECK_WORKSPACE, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol';
import type { Level } from '../../rules/rule';
import type { Snapshot } from '../document-store';
import { sameFile } from '../files';
import type { Services } from '../services';
import { onRequest, type Handler } from './handler';

/** Checks the drafts of whole folders, open or not, and shows what is found in all of them. */
export const workspaceHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<CheckWorkspaceParams, CheckWorkspaceResult | null, void>(CHECK_WORKSPACE),
    {},
    (params, services, token) => checkPlaces(params?.places ?? [], services, token),
  ),
];

async function checkPlaces(
  places: readonly string[],
  services: Services,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  const uris = await filesIn(places.length > 0 ? places : services.roots, services);
  const progress = services.client.progress
    ? await services.connection.window.createWorkDoneProgress()
    : undefined;
  const isCancelled = () => token.isCancellationRequested || progress?.token.isCancellationRequested === true;
  const result: CheckWorkspaceResult = {
    drafts: 0,
    findings: { error: 0, warning: 0, info: 0, hint: 0 },
    cancelled: false,
  };
  progress?.begin('检查稿件', 0, '', true);
  for (const [index, uri] of uris.entries()) {
    if (isCancelled()) break;
    progress?.report(Math.round((100 * index) / uris.length), `${index + 1}/${uris.length}`);
    const levels = await checkFile(uri, services);
    if (levels) result.drafts++;
    for (const level of levels ?? []) result.findings[level]++;
    // Requests of the editor get their turn between two files.
    await setImmediate();
  }
  result.cancelled = isCancelled();
  progress?.done();
  return result;
}

async function filesIn(places: readonly string[], { files }: Services): Promise<string[]> {
  const lists = await Promise.all(places.map((place) => files.list(place, (uri) => /\.md$/iu.test(uri))));
  return [...new Set(lists.flat())].sort();
}

/** The levels of the findings; undefined for a file that is no draft. */
async function checkFile(uri: string, services: Services): Promise<Level[] | undefined> {
  const snapshot = (await open(uri, services)) ?? undefined;
  if (!snapshot?.isDraft) return undefined;
  const checked = await services.checker.check(snapshot);
  services.publisher.publish(snapshot, checked);
  return checked.findings.map(({ level }) => level);
}

/** A draft that is open counts as the editor has it. */
async function open(uri: string, { documents, files }: Services): Promise<Snapshot | undefined> {
  const known = documents.all().find((snapshot) => sameFile(snapshot.uri, uri));
  if (known) return known;
  const text = await files.read(uri);
  return text === undefined ? undefined : documents.unopened(uri, text);
}
