import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { CHECK_WORKSPACE, type CheckWorkspaceResult, type DraftsParams } from '../../protocol';
import type { Services } from '../services';
import { visitDrafts } from '../visit-drafts';
import { onRequest, type Handler } from './handler';
import { t } from '../../localise';

/** Checks the drafts of whole folders, open or not, and shows what is found in all of them. */
export const workspaceHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<DraftsParams, CheckWorkspaceResult | null, void>(CHECK_WORKSPACE),
    {},
    (params, services, token) => checkPlaces(params ?? { places: [] }, services, token),
  ),
];

async function checkPlaces(
  params: DraftsParams,
  services: Services,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  let drafts = 0;
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  const { cancelled } = await visitDrafts(
    {
      ...params,
      title: t('检查稿件'),
      token,
      onDraft: (checked) => {
        drafts++;
        services.publisher.publish(checked.snapshot, checked);
        for (const { level } of checked.findings) findings[level]++;
      },
    },
    services,
  );
  return { drafts, findings, cancelled };
}
