import { workspace, type Uri } from 'vscode';
import { base64OfBytes } from '../../server/src/base64';
import { IMPORT_FILE, type ImportFileParams, type ImportResult } from '../../server/src/protocol';
import type { Client } from './client';
import { t } from './localise';

/** The text of a draft, or why there is none. */
export type DraftText = { readonly text: string } | { readonly failure: string };

/** Whether the editor itself shows the file as a draft's text. */
export function isShownAsText({ scheme, path }: Uri): boolean {
  return scheme === 'untitled' || path.endsWith('.md');
}

/** A draft as the editor has it; any other file as an import makes a draft of it. */
export async function readDraftText(server: Client['server'], source: Uri): Promise<DraftText> {
  if (isShownAsText(source)) return { text: (await workspace.openTextDocument(source)).getText() };
  const bytes = await workspace.fs.readFile(source);
  const params: ImportFileParams = { name: nameOf(source), content: base64OfBytes(bytes) };
  const result = await server.request<ImportResult | null>(IMPORT_FILE, params);
  if (result && 'text' in result) return { text: result.text };
  return { failure: result ? `${result.error}。${result.advice}` : t('详情见日志。') };
}

export function nameOf(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
