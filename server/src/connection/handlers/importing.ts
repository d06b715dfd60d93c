import { RequestType } from 'vscode-languageserver';
import { bytesOfBase64 } from '../../base64';
import { isImportError } from '../../importers/import-error';
import {
  IMPORT_FILE,
  IMPORT_FRAGMENT,
  type ImportFileParams,
  type ImportFragmentParams,
  type ImportResult,
} from '../../protocol';
import type { Services } from '../services';
import { onRequest, type Handler } from './handler';

/** Imports for the editor. What reads files is loaded when somebody imports. */
export const importingHandlers: readonly Handler[] = [
  onRequest(new RequestType<ImportFileParams, ImportResult, void>(IMPORT_FILE), {}, importOne),
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

async function importOne({ name, content }: ImportFileParams, { programs }: Services): Promise<ImportResult> {
  const { importFile } = await import('../../importers/import-file');
  const { renderReport, summariseReport } = await import('../../importers/report');
  const office = programs.convertOffice;
  try {
    const { text, report } = await importFile({ name, bytes: bytesOfBase64(content), office });
    const attention = report.entries.filter(({ kind }) => kind === 'attention').length;
    return { text, report: renderReport(report, name), summary: summariseReport(report), attention };
  } catch (error) {
    if (isImportError(error)) return { error: error.message, advice: error.advice };
    throw error;
  }
}
