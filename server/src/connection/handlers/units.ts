import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type Location,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver-types';
import { callingTasks, type CallingTask } from '../../features/unit-calls';
import { describeCollective, describeUnit, unitHover } from '../../features/unit-hover';
import { refuseName, renameUnit } from '../../features/unit-rename';
import { workspaceSymbols, type WorkspaceSymbol } from '../../features/workspace-symbols';
import { registryPlaces } from '../../registry/registry-places';
import { identityFor, occurrencesOf } from '../../registry/unit-occurrences';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import {
  editsInFiles,
  everywhere,
  inForce,
  locationOf,
  positionsOf,
  unitUnderCursor,
  type UnitUnderCursor,
} from '../workspace-units';
import { onRequest, type Handler } from './handler';
import { t } from '../../localise';

type Position = Location['range']['start'];

/** `LSPErrorCodes.RequestFailed`: the editor shows the message and renames nothing. */
const REQUEST_FAILED = -32803;

/** Units as symbols: requests of which only units are the subject. The rest is in navigation.ts. */
export const unitHandlers: readonly Handler[] = [
  onRequest(
    PrepareRenameRequest.type,
    { renameProvider: { prepareProvider: true } },
    async ({ textDocument, position }, services) => {
      const unit = await unitUnderCursor(textDocument.uri, position, services);
      return unit ? { range: unit.at.rangeOf(unit.range), placeholder: unit.written } : null;
    },
  ),
  onRequest(RenameRequest.type, {}, async ({ textDocument, position, newName }, services) => {
    const unit = await unitUnderCursor(textDocument.uri, position, services);
    if (!unit) return null;
    const refusal = refuseName(newName);
    if (refusal) throw new ResponseError(REQUEST_FAILED, refusal);
    const { written, identity, registry } = unit;
    const files = renameUnit({ written, newName, identity }, await everywhere(services), registry);
    return editsInFiles(files, services);
  }),
  onRequest(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, async ({ query }, services) => {
    const drafts = await everywhere(services);
    const registries = [...new Set(drafts.flatMap(({ registry }) => registry ?? []))];
    const symbols = workspaceSymbols(query, drafts, registries);
    const places = await snapshotsByUri(services);
    return symbols.flatMap((symbol) => toSymbol(symbol, places, services));
  }),
  onRequest(
    CallHierarchyPrepareRequest.type,
    { callHierarchyProvider: true },
    async ({ textDocument, position }, services) => {
      const unit = await unitUnderCursor(textDocument.uri, position, services);
      return unit ? [toCalled(unit)] : null;
    },
  ),
  onRequest(CallHierarchyIncomingCallsRequest.type, {}, async ({ item }, services) => {
    const identity = typeof item.data === 'string' ? item.data : '';
    const tasks = callingTasks(identity, await everywhere(services));
    const places = await snapshotsByUri(services);
    return tasks.flatMap((task) => toCaller(task, places));
  }),
  onRequest(CallHierarchyOutgoingCallsRequest.type, {}, () => []),
];

/** The registry's line of the unit at a place; undefined where there is no unit or no registry has it. */
export async function unitDefinition(
  uri: string,
  position: Position,
  services: Services,
): Promise<Location | undefined> {
  const entry = (await unitUnderCursor(uri, position, services))?.entry;
  return entry && locationOf(entry.uri, entry.name.range, services);
}

/** Every place that means the unit, in all drafts, and its names in the registry where the declaration is asked for. */
export async function unitReferences(
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  services: Services,
): Promise<Location[] | undefined> {
  const unit = await unitUnderCursor(uri, position, services);
  if (!unit) return undefined;
  const places = await snapshotsByUri(services);
  const mentions = (await everywhere(services)).flatMap((place) => {
    const at = places.get(place.uri)?.at;
    return at
      ? occurrencesOf(unit.identity, place).map(({ range }) => ({ uri: place.uri, range: at.rangeOf(range) }))
      : [];
  });
  return [...(includeDeclaration ? declarationsOf(unit, services) : []), ...mentions];
}

function declarationsOf({ identity, registry }: UnitUnderCursor, services: Services): Location[] {
  return (registry?.files ?? []).flatMap((file) => {
    const at = positionsOf(file.uri, services);
    if (!at) return [];
    return registryPlaces(file)
      .filter(({ text: { value } }) => identityFor(value, registry?.resolve(value)) === identity)
      .map(({ text }) => ({ uri: file.uri, range: at.rangeOf(text.range) }));
  });
}

/** What to say of the unit at a place, as Markdown. */
export async function unitHoverAt(
  uri: string,
  position: Position,
  services: Services,
): Promise<{ readonly range: Location['range']; readonly sections: readonly string[] } | undefined> {
  const snapshot = services.documents.get(uri);
  if (snapshot?.isDraft) {
    const { at } = snapshot;
    const found = unitHover(
      await inForce(snapshot, services),
      at.offsetAt(position),
      await everywhere(services),
    );
    return found && { range: at.rangeOf(found.range), sections: found.sections };
  }
  const unit = await unitUnderCursor(uri, position, services);
  if (!unit?.entry) return undefined;
  const { entry, identity } = unit;
  const drafts = await everywhere(services);
  const tasks = callingTasks(identity, drafts);
  const count = t('{0} 份稿件 {1} 项任务', new Set(tasks.map((task) => task.uri)).size, tasks.length);
  const about = 'members' in entry ? describeCollective(entry) : describeUnit(entry);
  return { range: unit.at.rangeOf(unit.range), sections: [...about, count] };
}

async function snapshotsByUri({ workspaceDrafts }: Services): Promise<ReadonlyMap<string, Snapshot>> {
  return new Map((await workspaceDrafts.all()).map((snapshot) => [snapshot.uri, snapshot]));
}

const KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  unit: SymbolKind.Class,
  collective: SymbolKind.Enum,
  task: SymbolKind.Event,
};

function toSymbol(symbol: WorkspaceSymbol, drafts: ReadonlyMap<string, Snapshot>, services: Services) {
  const { uri, name, container: containerName, kind, range } = symbol;
  const at = drafts.get(uri)?.at ?? positionsOf(uri, services);
  return at ? [{ name, containerName, kind: KINDS[kind], location: { uri, range: at.rangeOf(range) } }] : [];
}

function toCalled({ entry, written, range, identity, uri, at }: UnitUnderCursor): CallHierarchyItem {
  const place = at.rangeOf(range);
  return {
    name: entry?.name.value ?? written,
    kind: entry && 'members' in entry ? SymbolKind.Enum : SymbolKind.Class,
    uri,
    range: place,
    selectionRange: place,
    data: identity,
  };
}

function toCaller(task: CallingTask, drafts: ReadonlyMap<string, Snapshot>) {
  const at = drafts.get(task.uri)?.at;
  if (!at) return [];
  const from: CallHierarchyItem = {
    name: task.name,
    kind: SymbolKind.Event,
    detail: task.detail,
    uri: task.uri,
    range: at.rangeOf(task.range),
    selectionRange: at.rangeOf(task.selectionRange),
  };
  return [{ from, fromRanges: task.mentions.map((range) => at.rangeOf(range)) }];
}
