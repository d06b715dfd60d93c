import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { base64OfBytes } from '../../base64';
import type { DocumentPlan } from '../../exporters/document/plan';
import { draftLength } from '../../features/draft-length';
import { isExportError } from '../../exporters/export-error';
import { t } from '../../localise';
import {
  DOCUMENT_PREVIEW,
  DRAFT_SIZE,
  EXPORT_DOCUMENT,
  type DocumentParams,
  type DocumentPreview,
  type DraftSize,
  type DraftSizeParams,
  type ExportParams,
  type ExportResult,
} from '../../protocol';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** The official document, as a file and as pages on the screen. What writes them is loaded when first asked for. */
export const exportHandlers: readonly Handler[] = [
  onRequest(new RequestType<ExportParams, ExportResult | null, void>(EXPORT_DOCUMENT), {}, exportDocument),
  onCustomDraft<DocumentParams, DocumentPreview>(DOCUMENT_PREVIEW, preview),
  onCustomDraft<DraftSizeParams, DraftSize>(DRAFT_SIZE, draftSize),
];

async function planOf(snapshot: Snapshot, { surroundings }: Services): Promise<DocumentPlan> {
  const { planDocument } = await import('../../exporters/document/plan-document');
  const { readProfile } = await import('../../exporters/document/profile');
  const { layout } = await surroundings.find(snapshot.uri);
  return planDocument(snapshot.draft, readProfile(snapshot.draft, layout));
}

async function preview(snapshot: Snapshot, _: DocumentParams, services: Services): Promise<DocumentPreview> {
  const plan = await planOf(snapshot, services);
  const { documentStyles, renderPages } = await import('../../exporters/html/write-html');
  const { uri, version } = snapshot;
  return { uri, version, title: plan.title, styles: documentStyles(plan), pages: [...renderPages(plan)] };
}

async function draftSize(
  snapshot: Snapshot,
  { range }: DraftSizeParams,
  services: Services,
): Promise<DraftSize> {
  const { draft, version, at } = snapshot;
  const { paginate } = await import('../../exporters/document/paginate');
  return {
    version,
    characters: draftLength(draft),
    ...(range ? { selected: draftLength(draft, at.offsetsOf(range)) } : {}),
    pages: paginate(await planOf(snapshot, services)).length,
  };
}

async function exportDocument(
  params: ExportParams,
  services: Services,
  token: CancellationToken,
): Promise<ExportResult | null> {
  const snapshot = services.documents.get(params.textDocument.uri);
  if (!snapshot?.isDraft) return null;
  await services.checker.prepare(snapshot);
  const { settings } = await services.surroundings.find(snapshot.uri);
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  const { writeDocument } = await import('../../exporters/write-document');
  try {
    const how = { named: settings.office, signal: controller.signal };
    const plan = await planOf(snapshot, services);
    const commented = params.notes ? await withNotes(plan, snapshot, services) : plan;
    if ('problem' in commented) return commented;
    const content = await writeDocument(commented, params.format, (docx) =>
      services.programs.writePdf(docx, how),
    );
    return { base64: base64OfBytes(content) };
  } catch (error) {
    if (isExportError(error)) return { problem: error.message, advice: error.advice };
    throw error;
  }
}

async function withNotes(
  plan: DocumentPlan,
  { uri, draft }: Snapshot,
  { notes }: Services,
): Promise<DocumentPlan | { readonly problem: string; readonly advice: string }> {
  const { placeComments } = await import('../../exporters/document/place-comments');
  const { planComments } = await import('../../review/comments/plan-comments');
  const known = await notes.read(uri);
  if (typeof known === 'string')
    return { problem: known, advice: t('请先改好这个文件，或者不带审稿意见导出。') };
  return placeComments(plan, draft.text, planComments(draft, known));
}
