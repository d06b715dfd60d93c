import { version } from '../../../../package.json';
import { base64OfBytes } from '../../base64';
import type { ExportProfile } from '../../exporters/document/plan';
import {
  PLACE_CURSOR_COMMAND,
  PRE_ISSUE_FILE,
  PRE_ISSUE_PAGE,
  type DocumentParams,
  type ExportResult,
  type PreIssueFileParams,
  type PreIssuePage,
} from '../../protocol';
import type { PlaceRange } from '../../reports/file-report';
import type { LinkOf } from '../../reports/pre-issue/write-html';
import { entriesOf, type PreIssueReport } from '../../reports/pre-issue/pre-issue-report';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { nameOf } from '../uris';
import { onCustomDraft, type Handler } from './handler';

/** 发文前检查: a page before an export, and a file to hand on. */
export const preIssueHandlers: readonly Handler[] = [
  onCustomDraft<DocumentParams, PreIssuePage>(PRE_ISSUE_PAGE, showPage),
  onCustomDraft<PreIssueFileParams, ExportResult>(PRE_ISSUE_FILE, writeFile),
];

async function showPage(snapshot: Snapshot, _: DocumentParams, services: Services): Promise<PreIssuePage> {
  const { report } = await reportOn(snapshot, services);
  const { PRE_ISSUE_STYLES, renderCounts, renderReport } = await import('../../reports/pre-issue/write-html');
  const linkOf = services.client.commands.has(PLACE_CURSOR_COMMAND) ? linksInto(snapshot) : undefined;
  const entries = entriesOf(report);
  return {
    styles: PRE_ISSUE_STYLES,
    body: renderCounts([report]) + renderReport(report, linkOf),
    errors: entries.filter(({ level }) => level === 'error').length,
    entries: entries.length,
  };
}

async function writeFile(
  snapshot: Snapshot,
  { format }: PreIssueFileParams,
  services: Services,
): Promise<ExportResult> {
  const { report, profile } = await reportOn(snapshot, services);
  const content =
    format === 'html' ? new TextEncoder().encode(await writeHtml(report)) : await writeWord(report, profile);
  return { base64: base64OfBytes(content) };
}

async function writeHtml(report: PreIssueReport): Promise<string> {
  const { writePreIssueHtml } = await import('../../reports/pre-issue/write-html');
  return writePreIssueHtml([report], { version });
}

async function writeWord(report: PreIssueReport, profile: ExportProfile): Promise<Uint8Array> {
  const { planPreIssueDocument } = await import('../../reports/pre-issue/plan-document');
  const { writeDocx } = await import('../../exporters/docx/write-docx');
  return writeDocx(planPreIssueDocument([report], profile));
}

async function reportOn(
  snapshot: Snapshot,
  services: Services,
): Promise<{ readonly report: PreIssueReport; readonly profile: ExportProfile }> {
  const { surroundings } = await services.checker.check(snapshot);
  const { checkDraft } = await import('../../reports/pre-issue/check-draft');
  const { makeReport } = await import('../../reports/pre-issue/make-report');
  const { readProfile } = await import('../../exporters/document/profile');
  const { draft, uri } = snapshot;
  const profile = readProfile(draft, surroundings.layout);
  const report = makeReport({
    ...checkDraft(draft, surroundings.configuration, surroundings.environment),
    draft,
    path: nameOf(uri) || uri,
    profile,
    installedFonts: await services.programs.installedFonts(),
    notes: await services.notes.read(uri),
  });
  return { report, profile };
}

/** Places of reports count from 1 in UTF-16 units; the command, whose client counts so too, from 0. */
function linksInto({ uri }: Snapshot): LinkOf {
  const position = ({ line, column }: PlaceRange['start']): { line: number; character: number } => ({
    line: line - 1,
    character: column - 1,
  });
  return ({ start, end }) => {
    const target = [uri, { start: position(start), end: position(end) }];
    return `command:${PLACE_CURSOR_COMMAND}?${encodeURIComponent(JSON.stringify(target))}`;
  };
}
