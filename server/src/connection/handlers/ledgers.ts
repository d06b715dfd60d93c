import { base64OfBytes } from '../../base64';
import type { LedgerSource } from '../../exporters/ledgers/write-ledger';
import {
  MAKE_LEDGER,
  UNIT_LISTS,
  type DocumentParams,
  type ExportResult,
  type LedgerParams,
  type UnitListsResult,
} from '../../protocol';
import { ledgerNames } from '../../registry/ledger-names';
import { registryFor } from '../../registry/draft-registry';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { t } from '../../localise';
import { onCustomDraft, type Handler } from './handler';

/** Ledgers of a draft's tasks. What writes them is loaded when first asked for. */
export const ledgerHandlers: readonly Handler[] = [
  onCustomDraft<LedgerParams, ExportResult>(MAKE_LEDGER, makeLedger),
  onCustomDraft<DocumentParams, UnitListsResult>(UNIT_LISTS, makeUnitLists),
];

function noTasks(): Extract<ExportResult, { problem: string }> {
  return {
    problem: t('稿件里没有任务，没有生成台账'),
    advice: t('可以在“要点大纲”里看看识别出了哪些任务。'),
  };
}

async function makeLedger(
  snapshot: Snapshot,
  { kind, format }: LedgerParams,
  services: Services,
): Promise<ExportResult> {
  const source = await sourceOf(snapshot, services);
  if (source.entries.length === 0) return noTasks();
  const { writeLedger } = await import('../../exporters/ledgers/write-ledger');
  return { base64: encode(await writeLedger(kind, format, source, new Date())) };
}

async function makeUnitLists(
  snapshot: Snapshot,
  _: DocumentParams,
  services: Services,
): Promise<UnitListsResult> {
  const source = await sourceOf(snapshot, services);
  if (source.entries.length === 0) return noTasks();
  const { writeUnitLists } = await import('../../exporters/ledgers/write-ledger');
  const files: { name: string; base64: string }[] = [];
  for await (const { name, content } of writeUnitLists(source)) files.push({ name, base64: encode(content) });
  return { files };
}

function encode(content: string | Uint8Array): string {
  return base64OfBytes(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

async function sourceOf(snapshot: Snapshot, services: Services): Promise<LedgerSource> {
  const { planLedger } = await import('../../exporters/tasks/ledger');
  const { readProfile } = await import('../../exporters/document/profile');
  const { PLAIN_NAMES } = await import('../../exporters/ledgers/plan-ledgers');
  const { draft, uri } = snapshot;
  const { surroundings, registry: inForce } = await services.checker.check(snapshot);
  const registry = registryFor(draft, inForce.registry);
  return {
    title: draft.title?.value ?? '',
    entries: planLedger(uri, draft),
    names: registry ? ledgerNames(registry, draft.year) : PLAIN_NAMES,
    profile: readProfile(draft, surroundings.layout),
  };
}
