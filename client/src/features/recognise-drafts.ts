import { languages, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import type { Client } from '../client';
import { isDraft } from '../draft-documents';

/** Front matter is short; a file that says nothing about its kind in so many lines is left as it is. */
const maximalLines = 60;

/** Makes an ordinary Markdown file a draft when its front matter says so, and starts the server for drafts. */
export function activate(context: ExtensionContext, { server }: Client): void {
  const recognise = (document: TextDocument): void => {
    if (isDraft(document)) void server.start().catch(() => undefined);
    else if (document.languageId === 'markdown' && declaresDraft(document)) {
      void languages.setTextDocumentLanguage(document, 'yaodian');
    }
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(recognise),
    workspace.onDidSaveTextDocument(recognise),
  );
  workspace.textDocuments.forEach(recognise);
}

function declaresDraft(document: TextDocument): boolean {
  if (
    document
      .lineAt(0)
      .text.replace(/^\uFEFF/, '')
      .trimEnd() !== '---'
  )
    return false;
  const end = Math.min(document.lineCount, maximalLines);
  for (let line = 1; line < end; line++) {
    const text = document.lineAt(line).text;
    if (/^文种\s*[:：]\s*(["']?)工作要点\1\s*(#.*)?$/.test(text)) return true;
    if (/^(---|\.\.\.)\s*$/.test(text)) return false;
  }
  return false;
}
