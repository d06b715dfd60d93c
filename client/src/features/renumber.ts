import {
  commands,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { RENUMBER_PREVIEW, type RenumberChange, type RenumberPreview } from '../../../server/src/protocol';

/** 重新编号: of the whole document with a preview to confirm, of a selection at once. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerTextEditorCommand('yaodian.renumber', (editor) => renumber(server, editor, undefined)),
    commands.registerTextEditorCommand('yaodian.renumberSelection', (editor) =>
      renumber(server, editor, editor.selection),
    ),
  );
}

async function renumber(
  server: Client['server'],
  editor: TextEditor,
  range: Range | undefined,
): Promise<void> {
  const { document } = editor;
  const preview = await server.request<RenumberPreview | null>(RENUMBER_PREVIEW, {
    textDocument: { uri: document.uri.toString() },
    range,
  });
  if (!preview || preview.changes.length === 0) {
    void window.showInformationMessage(t('编号都对，没有要改的。'));
    return;
  }
  if (preview.version !== document.version) {
    void window.showWarningMessage(t('稿件刚刚又有改动，请再执行一次“重新编号”。'));
    return;
  }
  const confirm = range === undefined;
  const applied = await workspace.applyEdit(editOf(document, preview.changes, confirm));
  if (applied && !confirm)
    window.setStatusBarMessage(t('已改 {0} 处编号和引用', preview.changes.length), 5000);
}

function editOf(document: TextDocument, changes: readonly RenumberChange[], confirm: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const change of changes) {
    const label = change.kind === 'marker' ? t('编号') : t('对编号的引用');
    const description = `${change.oldText} → ${change.newText}`;
    const { start, end } = change.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    edit.replace(document.uri, range, change.newText, { needsConfirmation: confirm, label, description });
  }
  return edit;
}
