import {
  commands,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Client } from './client';
import { t } from './localise';
import type { DraftEdit, Range as ProtocolRange } from '../../server/src/protocol';

export interface EditRequest {
  readonly uri: string;
  readonly method: string;
  readonly params: object;
  /** Whether the person goes on in the text: the editor takes the focus and shows the place. */
  readonly show: 'focus' | 'reveal' | 'nothing';
}

/** Asks the server for edits and applies them as one step. True where they were applied. */
export async function editDraft({ server }: Client, request: EditRequest): Promise<boolean> {
  const { uri, method, params, show } = request;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const answer = await server
    .request<DraftEdit | null>(method, { textDocument: { uri: document.uri.toString() }, ...params })
    .catch(() => null);
  if (!answer) return refuse(t('语言服务没有回答，请稍后再试。'));
  if ('problem' in answer) return refuse(answer.problem);
  if (answer.version !== document.version) return refuse(t('稿件刚刚又有改动，没有写入。请再做一次。'));
  if (!(await apply(document, answer))) return false;
  const { selection, warning } = answer;
  if (selection && show !== 'nothing') await reveal(document, toRange(selection), show === 'focus');
  if (warning) void window.showWarningMessage(warning);
  return true;
}

function refuse(problem: string): false {
  void window.showInformationMessage(problem);
  return false;
}

async function apply(
  document: TextDocument,
  { edits }: Extract<DraftEdit, { edits: unknown }>,
): Promise<boolean> {
  if (edits.length === 0) return true;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  const applied = await workspace.applyEdit(edit);
  if (applied) window.setStatusBarMessage(t('已改，可以撤销（Ctrl+Z）'), 5000);
  return applied;
}

/** In the editor that shows the draft already, where there is one. */
async function reveal(document: TextDocument, range: Range, focus: boolean): Promise<TextEditor> {
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn,
    preserveFocus: !focus,
  });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Offers values for the gap the cursor is in. */
export function suggest(): Thenable<unknown> {
  return commands.executeCommand('editor.action.triggerSuggest');
}
