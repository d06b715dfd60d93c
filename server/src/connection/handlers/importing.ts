import { RequestType } from 'vscode-languageserver';
import { isImportError } from '../../importers/import-error';
import {
  IMPORT_FILE,
  IMPORT_FRAGMENT,
  type ImportFileParams,
  type ImportFragmentParams,
  type ImportResult,
} from '../../protocol';
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

async function importOne({ name, content }: ImportFileParams): Promise<ImportResult> {
  const { importFile } = await import('../../importers/import-file');
  const { officeConverter } = await import('../../importers/office/run-office');
  const { renderReport, summariseReport } = await import('../../importers/report');
  const office = officeConverter({ env: process.env, platform: process.platform });
  try {
    const { text, report } = await importFile({ name, bytes: Buffer.from(content, 'base64'), office });
    const attention = report.entries.filter(({ kind }) => kind === 'attention').length;
    return { text, report: renderReport(report, name), summary: summariseReport(report), attention };
  } catch (error) {
    if (isImportError(error)) return { error: error.message, advice: error.advice };
    throw error;
  }
}
