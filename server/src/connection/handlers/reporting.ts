import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { summariseTasks } from '../../dialect/summary';
import { MAKE_REPORT, type ReportParams, type ReportResult } from '../../protocol';
import { describeOpenNotes } from '../../reports/describe-notes';
import { describeFinding, type Sibling } from '../../reports/describe-finding';
import type { FileFailure, FileReport } from '../../reports/file-report';
import { localDay } from '../../reports/local-day';
import { readLastReport } from '../../reports/read-last-report';
import { allRules } from '../../rules/index';
import type { Checked } from '../checker';
import type { Services } from '../services';
import { nameOf, pathOf, wayTo } from '../uris';
import { visitDrafts } from '../visit-drafts';
import { onRequest, type Handler } from './handler';
import { t } from '../../localise';

/** The page on the drafts of a workspace, as `yaodian check --format html` makes it. */
export const reportingHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<ReportParams, ReportResult | null, void>(MAKE_REPORT),
    {},
    (params, services, token) => makeReport(params, services, token),
  ),
];

async function makeReport(
  { last, ...params }: ReportParams,
  services: Services,
  token: CancellationToken,
): Promise<ReportResult> {
  const reports: Promise<FileReport>[] = [];
  const failures: FileFailure[] = [];
  const { cancelled } = await visitDrafts(
    {
      ...params,
      title: t('生成检查报告'),
      token,
      onDraft: (checked) => reports.push(reportOn(checked, services)),
      onUnreadable: (uri) =>
        failures.push({
          what: t('读不了 {0}', placeOf(uri, services)),
          advice: t('请检查文件的大小和读取权限。'),
        }),
    },
    services,
  );
  const files = await Promise.all(reports);
  const { writePage } = await import('../../reports/page/write-page');
  const html = writePage({
    files,
    failures,
    rules: allRules,
    date: localDay(new Date()),
    last: last === undefined ? undefined : readLastReport(last),
    version,
  });
  return { html, drafts: files.length, cancelled };
}

async function reportOn(
  { snapshot: { uri, draft }, findings }: Checked,
  services: Services,
): Promise<FileReport> {
  const siblings = services.workspaceDrafts.atHand().map((sibling): Sibling => ({
    uri: sibling.uri,
    path: placeOf(sibling.uri, services),
    draft: sibling.draft,
  }));
  return {
    path: placeOf(uri, services),
    findings: findings.all().map((finding) => describeFinding(draft, finding, siblings)),
    summary: summariseTasks(draft.tasks),
    notes: describeOpenNotes(draft, await services.notes.read(uri)),
  };
}

/** The way from the folder of the workspace, with `/` on every system; the folder's name first where there are several. */
function placeOf(uri: string, { roots }: Services): string {
  for (const root of roots) {
    const way = wayTo(root, uri);
    if (way !== undefined) return roots.length > 1 ? `${nameOf(root)}/${way}` : way;
  }
  return pathOf(uri);
}
