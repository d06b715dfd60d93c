import type { CodeAction } from 'vscode';
import {
  CodeActionKind,
  commands,
  Range,
  window,
  workspace,
  type ExtensionContext,
  type TextEditor,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';

/** 修复全部: applies the server's `source.fixAll` and says how many places it changed. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerTextEditorCommand('yaodian.fixAll', async (editor) => {
      await server.start();
      await fixAll(editor);
    }),
  );
}

async function fixAll({ document }: TextEditor): Promise<void> {
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    CodeActionKind.SourceFixAll.value,
    1,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) {
    void window.showInformationMessage(t('没有可以自动修复的问题。其余问题请看“问题”面板。'));
    return;
  }
  const places = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
  if (await workspace.applyEdit(edit)) {
    window.setStatusBarMessage(t('已修复 {0} 处，可以撤销', places), 5000);
  }
}
