import { commands, window, workspace, type ExtensionContext, type TextEditor } from 'vscode';
import type { Client } from '../client';
import { toRange } from '../draft-edits';
import type { OutlineNode } from '../../../server/src/protocol';

/**
 * Tab and Shift+Tab change the level of a numbered line, with its marker, while the cursor is at the marker: the
 * condition `yaodian.atMarker` of their key bindings. Within the text they are what they always are.
 */
export function activate(context: ExtensionContext, { drafts }: Client): void {
  let atMarker = false;
  const update = (): void => {
    const now = isAtMarker(window.activeTextEditor, drafts);
    if (now === atMarker) return;
    atMarker = now;
    void commands.executeCommand('setContext', 'yaodian.atMarker', now);
  };
  context.subscriptions.push(
    window.onDidChangeTextEditorSelection(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(update),
    drafts.onDidChange(update),
  );
}

function isAtMarker(editor: TextEditor | undefined, drafts: Client['drafts']): boolean {
  const overview = editor && drafts.overviewOf(editor.document.uri.toString());
  // An older overview does not know where markers are by now.
  if (!overview || overview.version !== editor.document.version || !editor.selection.isEmpty) return false;
  const { active } = editor.selection;
  const leads = (nodes: readonly OutlineNode[]): boolean =>
    nodes.some(({ lead, children }) => (lead && toRange(lead).contains(active)) || leads(children));
  return leads(overview.outline);
}
