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
} from '../../protocol';
import { RequestType } from 'vscode-languageserver';
import { renumbering } from '../../features/renumbering';
import { effectiveRules } from '../effective-rules';
import { inPositions } from '../in-positions';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** The requests of our own protocol. */
export const ownHandlers: readonly Handler[] = [
  onCustomDraft<DocumentParams, DraftOverview>(DRAFT_OVERVIEW, ({ uri, version, draft, at }) => ({
    uri,
    version,
    ...inPositions(draftOverview(draft), at),
  })),
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
