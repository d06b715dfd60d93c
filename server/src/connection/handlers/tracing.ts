import type { CodeLens as LspLens, Location } from 'vscode-languageserver';
import { sameFile } from '../uris';
import {
  carriedOutLenses,
  carriesOutLenses,
  type Subordinate,
  type TraceLens,
  type TracePlace,
} from '../../features/trace-lenses';
import { traceDefinition } from '../../features/trace-navigation';
import { SHOW_PLACES_COMMAND, TRACE_DRAFT, type TraceParams, type TraceResult } from '../../protocol';
import { superiorsNamedBy } from '../../trace/superiors';
import { base64OfBytes } from '../../base64';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { onCustomDraft, type Handler } from './handler';
import { t } from '../../localise';

/** Between a draft and the plans of its superiors: lenses, definitions, the table. */
export const tracingHandlers: readonly Handler[] = [
  onCustomDraft<TraceParams, TraceResult>(TRACE_DRAFT, writeTable),
];

async function writeTable(
  { draft, uri }: Snapshot,
  { format }: TraceParams,
  { superiors }: Services,
): Promise<TraceResult> {
  const { plans, missing } = await superiors.inForce(draft, uri);
  if (plans.length === 0) {
    const [first] = missing;
    return {
      problem: first?.message ?? t('文首没有写“上级要点”'),
      advice: t('在文首写“上级要点: 文件的路径”。'),
    };
  }
  const { writeTrace } = await import('../../exporters/trace/write-trace');
  return { base64: base64OfBytes(await writeTrace(draft, plans, format)) };
}

/** Lenses of a draft, in its role as the lower plan and as the higher one. */
export async function traceLensesOf(snapshot: Snapshot, services: Services): Promise<LspLens[]> {
  const { plans } = await services.superiors.inForce(snapshot.draft, snapshot.uri);
  const lenses = [
    ...carriesOutLenses(snapshot.draft, plans),
    ...carriedOutLenses(await subordinatesOf(snapshot, services)),
  ];
  return lenses.map((lens) => toLens(lens, snapshot, services));
}

/** Of the drafts at hand, those that name the document as a superior's plan. */
async function subordinatesOf({ uri }: Snapshot, services: Services): Promise<readonly Subordinate[]> {
  const candidates = services.workspaceDrafts
    .atHand()
    .filter(({ draft }) => superiorsNamedBy(draft).length > 0);
  const found = candidates.map(async (candidate): Promise<Subordinate[]> => {
    const { plans } = await services.superiors.inForce(candidate.draft, candidate.uri);
    const superior = plans.find((plan) => sameFile(plan.uri, uri));
    return superior ? [{ uri: candidate.uri, draft: candidate.draft, superiors: plans, superior }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A client without our command, or a lens that leads nowhere, shows the words all the same. */
function toLens({ range, title, places }: TraceLens, { uri, at }: Snapshot, services: Services): LspLens {
  const locations = places.flatMap((place) => locationOf(place, services) ?? []);
  const lspRange = at.rangeOf(range);
  const command =
    services.client.commands.has(SHOW_PLACES_COMMAND) && locations.length > 0
      ? { title, command: SHOW_PLACES_COMMAND, arguments: [uri, lspRange.start, locations] }
      : { title, command: '' };
  return { range: lspRange, command };
}

export async function traceDefinitionAt(
  { draft, uri }: Snapshot,
  offset: number,
  services: Services,
): Promise<Location | undefined> {
  const { plans } = await services.superiors.inForce(draft, uri);
  const found = traceDefinition(draft, offset, plans);
  return found && locationOf(found, services);
}

/** Undefined for a file whose text is not what an editor shows. */
function locationOf(
  { uri, range }: TracePlace,
  { superiors, workspaceDrafts }: Services,
): Location | undefined {
  const snapshot =
    superiors.snapshotOf(uri) ?? workspaceDrafts.atHand().find((draft) => sameFile(draft.uri, uri));
  return snapshot && { uri: snapshot.uri, range: snapshot.at.rangeOf(range) };
}
