import { RequestType } from 'vscode-languageserver';
import { bytesOfBase64 } from '../../base64';
import { readDraft } from '../../dialect/draft';
import { isImportError } from '../../importers/import-error';
import type { ImportedDraft } from '../../importers/report';
import {
  IMPORT_FILE,
  IMPORT_FRAGMENT,
  TAKE_COMMENTS,
  type ImportFailure,
  type ImportFileParams,
  type ImportFragmentParams,
  type ImportResult,
  type TakeCommentsParams,
  type TakeCommentsResult,
} from '../../protocol';
import { formatNotes } from '../../review/notes/notes-file';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** Imports for the editor. What reads files is loaded when somebody imports. */
export const importingHandlers: readonly Handler[] = [
  onRequest(new RequestType<ImportFileParams, ImportResult, void>(IMPORT_FILE), {}, importOne),
  onCustomDraft<TakeCommentsParams, TakeCommentsResult>(TAKE_COMMENTS, takeComments),
  onRequest(
    new RequestType<ImportFragmentParams, string, void>(IMPORT_FRAGMENT),
    {},
    async ({ html, text }) => {
      const { importFragment } = await import('../../importers/text/import-fragment');
      if (html === undefined || html.trim() === '') return importFragment(text);
      const { readHtml } = await import('../../importers/html/read-html');
      return importFragment(readHtml(html) || text);
    },
  ),
];

async function importOne(params: ImportFileParams, services: Services): Promise<ImportResult> {
  const imported = await read(params, services);
  if ('error' in imported) return imported;
  const { renderReport, summariseReport } = await import('../../importers/report');
  const { text, report, comments } = imported;
  const attention = report.entries.filter(({ kind }) => kind === 'attention').length;
  const { notes } = services;
  return {
    text,
    report: renderReport(report, params.name),
    summary: summariseReport(report),
    attention,
    ...(comments.length > 0 ? { notes: formatNotes(notes.ofComments(readDraft(text), comments)) } : {}),
  };
}

async function takeComments(
  { uri }: Snapshot,
  params: TakeCommentsParams,
  services: Services,
): Promise<TakeCommentsResult> {
  const imported = await read(params, services);
  if ('error' in imported) return imported;
  const { text, comments } = imported;
  const taken = await services.notes.take(uri, readDraft(text), comments);
  if (typeof taken === 'string') return { error: taken, advice: '' };
  return { comments: comments.length, added: taken.added, changed: taken.changed };
}

async function read(
  { name, content }: ImportFileParams,
  { programs: { convertOffice: office } }: Services,
): Promise<ImportedDraft | ImportFailure> {
  const { importFile } = await import('../../importers/import-file');
  try {
    return await importFile({ name, bytes: bytesOfBase64(content), office });
  } catch (error) {
    if (isImportError(error)) return { error: error.message, advice: error.advice };
    throw error;
  }
}
