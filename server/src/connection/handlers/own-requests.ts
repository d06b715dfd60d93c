import { draftOverview } from '../../features/draft-overview';
import {
  DRAFT_OVERVIEW,
  EFFECTIVE_RULES,
  RENUMBER_PREVIEW,
  type DocumentParams,
  type DraftOverview,
  type EffectiveRule,
  type RenumberParams,
  type RenumberPreview,
  WORKSPACE_DRAFTS,
  type WorkspaceDraft,
} from '../../protocol';
import { RequestType } from 'vscode-languageserver';
import { renumbering } from '../../features/renumbering';
import { effectiveRules } from '../effective-rules';
import { inPositions } from '../in-positions';
import type { Snapshot } from '../document-store';
import { sameFile } from '../uris';
import type { Services } from '../services';
import { summariseTasks } from '../../dialect/summary';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** The requests of our own protocol. */
export const ownHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<DocumentParams, DraftOverview | null, void>(DRAFT_OVERVIEW),
    {},
    async (params, services) => {
      const snapshot = await findDraft(params?.textDocument?.uri ?? '', services);
      if (!snapshot) return null;
      await services.checker.prepare(snapshot);
      const { uri, version, draft, at } = snapshot;
      return { uri, version, ...inPositions(draftOverview(draft), at) };
    },
  ),
  onRequest(
    new RequestType<void, WorkspaceDraft[] | null, void>(WORKSPACE_DRAFTS),
    {},
    async (_params, services) => {
      const drafts = await services.workspaceDrafts.all();
      return drafts.map(({ uri, draft }) => ({
        uri,
        title: draft.title?.value ?? null,
        summary: summariseTasks(draft.tasks),
      }));
    },
  ),
  onCustomDraft<RenumberParams, RenumberPreview>(
    RENUMBER_PREVIEW,
    ({ uri, version, draft, at }, { range }) => ({
      uri,
      version,
      changes: inPositions(renumbering(draft, range && at.offsetsOf(range)), at),
    }),
  ),
  onRequest(
    new RequestType<DocumentParams, EffectiveRule[] | null, void>(EFFECTIVE_RULES),
    {},
    (params, services) => effectiveRules(params?.textDocument?.uri ?? '', services),
  ),
];

/** A draft that is open counts as the editor has it. */
async function findDraft(uri: string, services: Services): Promise<Snapshot | undefined> {
  const open = services.documents.get(uri);
  if (open) return open.isDraft ? open : undefined;
  return (await services.workspaceDrafts.all()).find((draft) => sameFile(draft.uri, uri));
}
