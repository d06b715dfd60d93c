import { RequestType } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { base64OfBytes } from '../../base64';
import { compareDrafts, type Comparison } from '../../comparison/compare-drafts';
import { decodeText } from '../../importers/decode-text';
import { isImportError } from '../../importers/import-error';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  PLACE_CURSOR_COMMAND,
  READ_REVISION,
  type ComparisonFileParams,
  type ComparisonPage,
  type ComparisonParams,
  type ExportResult,
  type RevisionParams,
  type RevisionResult,
} from '../../protocol';
import type { ComparisonReport } from '../../reports/comparison/comparison-report';
import type { LinkOf } from '../../reports/comparison/write-html';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { nameOf, pathOf } from '../uris';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** Drafts compared by task: a page in the editor, and files to hand on. */
export const comparingHandlers: readonly Handler[] = [
  onRequest(new RequestType<RevisionParams, RevisionResult, void>(READ_REVISION), {}, readRevision),
  onCustomDraft<ComparisonParams, ComparisonPage>(COMPARISON_PAGE, showPage),
  onCustomDraft<ComparisonFileParams, ExportResult>(COMPARISON_FILE, writeFile),
];

async function readRevision(
  { textDocument, revision }: RevisionParams,
  { programs }: Services,
): Promise<RevisionResult> {
  try {
    const bytes = await programs.readRevision({ revision, path: pathOf(textDocument.uri) });
    return { text: decodeText(bytes).text };
  } catch (error) {
    if (isImportError(error)) return { error: error.message, advice: error.advice };
    throw error;
  }
}

async function showPage(
  snapshot: Snapshot,
  params: ComparisonParams,
  services: Services,
): Promise<ComparisonPage> {
  const report = await describe(await compare(snapshot, params, services), snapshot, params);
  const { COMPARISON_STYLES, renderComparison } = await import('../../reports/comparison/write-html');
  const linkOf = services.client.commands.has(PLACE_CURSOR_COMMAND)
    ? linksInto({ old: params.old.uri, new: snapshot.uri })
    : undefined;
  return { styles: COMPARISON_STYLES, body: renderComparison(report, linkOf) };
}

async function writeFile(
  snapshot: Snapshot,
  params: ComparisonFileParams,
  services: Services,
): Promise<ExportResult> {
  const comparison = await compare(snapshot, params, services);
  if (params.format === 'docx')
    return { base64: base64OfBytes(await writeWord(comparison, snapshot, services)) };
  const { writeComparisonHtml } = await import('../../reports/comparison/write-html');
  const html = writeComparisonHtml(await describe(comparison, snapshot, params), version);
  return { base64: base64OfBytes(new TextEncoder().encode(html)) };
}

/** 花脸稿, by whom the program is called: an editor does not know its person's name. */
async function writeWord(
  comparison: Comparison,
  { draft, uri }: Snapshot,
  services: Services,
): Promise<Uint8Array> {
  const { writeRedline } = await import('../../exporters/docx/redline/write-redline');
  const { planDocument } = await import('../../exporters/document/plan-document');
  const { readProfile } = await import('../../exporters/document/profile');
  const profile = readProfile(draft, (await services.surroundings.find(uri)).layout);
  return writeRedline(planDocument(comparison.old, profile), planDocument(draft, profile), '要点');
}

async function compare(
  snapshot: Snapshot,
  { old }: ComparisonParams,
  { checker }: Services,
): Promise<Comparison> {
  const { registry } = await checker.check(snapshot);
  return compareDrafts(snapshot.readAgain(old.text), snapshot.draft, registry.registry);
}

async function describe(
  comparison: Comparison,
  { uri }: Snapshot,
  { old }: ComparisonParams,
): Promise<ComparisonReport> {
  const { describeComparison } = await import('../../reports/comparison/describe-comparison');
  return describeComparison(comparison, { old: old.name, new: nameOf(uri) || uri });
}

/** Lines of reports count from 1, those of the command from 0. */
function linksInto(uris: Readonly<Record<'old' | 'new', string>>): LinkOf {
  return (side, { line }) => {
    const start = { line: line - 1, character: 0 };
    const target = [uris[side], { start, end: start }];
    return `command:${PLACE_CURSOR_COMMAND}?${encodeURIComponent(JSON.stringify(target))}`;
  };
}
