import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { LineTable } from '../dialect/lines';
import type { Range } from '../dialect/range';
import type { FileEdits } from '../features/unit-rename';
import { registryFor } from '../registry/draft-registry';
import type { Collective, Registry, Unit } from '../registry/registry';
import { registryPlaceAt } from '../registry/registry-places';
import { identityFor, unitAt, type DraftInForce } from '../registry/unit-occurrences';
import type { Snapshot } from './document-store';
import { sameFile } from './uris';
import { Positions } from './positions';
import type { Services } from './services';

type Parts = Pick<Services, 'checker' | 'client' | 'documents' | 'registries' | 'workspaceDrafts'>;

/** A name of a unit that the cursor is on, in a draft or in a registry file. */
export interface UnitUnderCursor {
  readonly written: string;
  readonly identity: string;
  readonly range: Range;
  readonly entry: Unit | Collective | undefined;
  /** The registry in force where the cursor is. */
  readonly registry: Registry | undefined;
  readonly uri: string;
  readonly at: Positions;
}

/** A draft with the registry in force for it. */
export async function inForce(snapshot: Snapshot, { checker, registries }: Parts): Promise<DraftInForce> {
  const outside = await checker.prepare(snapshot);
  const { draft, uri } = snapshot;
  const { registry } = await registries.inForce(draft, uri, outside.registries);
  return { uri, draft, registry: registryFor(draft, registry, uri) };
}

/** Every draft of the workspace; the order is that of the list, open ones first. */
export async function everywhere(services: Parts): Promise<readonly DraftInForce[]> {
  const snapshots = await services.workspaceDrafts.all();
  return Promise.all(snapshots.map((snapshot) => inForce(snapshot, services)));
}

/** What is under the cursor in a draft, or in a registry file that drafts of the workspace use. */
export async function unitUnderCursor(
  uri: string,
  position: Location['range']['start'],
  services: Parts,
): Promise<UnitUnderCursor | undefined> {
  const snapshot = services.documents.get(uri);
  if (snapshot?.isDraft) {
    const place = await inForce(snapshot, services);
    const named = unitAt(place, snapshot.at.offsetAt(position));
    if (!named) return undefined;
    const { mention, identity, resolution } = named;
    const entry =
      resolution.status === 'unit'
        ? resolution.unit
        : resolution.status === 'collective'
          ? resolution.collective
          : undefined;
    return {
      written: mention.value,
      range: mention.range,
      identity,
      entry,
      registry: place.registry,
      uri,
      at: snapshot.at,
    };
  }
  return inRegistry(uri, position, services);
}

async function inRegistry(
  uri: string,
  position: Location['range']['start'],
  services: Parts,
): Promise<UnitUnderCursor | undefined> {
  // Registries are read for the drafts they are in force for.
  const user = (await everywhere(services)).find(({ registry }) =>
    registry?.files.some((file) => sameFile(file.uri, uri)),
  );
  const file = user?.registry?.files.find((each) => sameFile(each.uri, uri));
  const at = file && positionsOf(file.uri, services);
  if (!file || !at) return undefined;
  const place = registryPlaceAt(file, at.offsetAt(position));
  if (!place) return undefined;
  const resolution = user?.registry?.resolve(place.text.value);
  const identity = identityFor(place.text.value, resolution);
  const { value: written, range } = place.text;
  return { written, range, identity, entry: place.entry, registry: user?.registry, uri: file.uri, at };
}

export function locationOf(uri: string, range: Range, services: Parts): Location | undefined {
  const at = positionsOf(uri, services);
  return at && { uri, range: at.rangeOf(range) };
}

/** Positions in a document that is open, in a registry, or in a draft of the workspace that has been read. */
export function positionsOf(uri: string, { documents, registries, client }: Parts): Positions | undefined {
  const registry = registries.loaded(uri);
  if (registry) return new Positions(registry.text, LineTable.of(registry.text), client.encoding);
  return documents.find(uri)?.at;
}

/** One edit over several files: an editor undoes it as one. */
export async function editsInFiles(files: readonly FileEdits[], services: Parts): Promise<WorkspaceEdit> {
  const snapshots = await services.workspaceDrafts.all();
  const changes = files.flatMap(({ uri, edits }) => {
    const at = snapshots.find((snapshot) => snapshot.uri === uri)?.at ?? positionsOf(uri, services);
    if (!at) return [];
    return [{ uri, edits: edits.map(({ range, newText }) => ({ range: at.rangeOf(range), newText })) }];
  });
  if (!services.client.versionedEdits) {
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  }
  return {
    documentChanges: changes.map(({ uri, edits }) => ({
      textDocument: { uri, version: services.documents.get(uri)?.version ?? null },
      edits,
    })),
  };
}
