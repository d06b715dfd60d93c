import { commands, FileSystemError, Uri, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';

/** For the first day: open the samples, see the walkthrough. */
export function activate(context: ExtensionContext, _client: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.openSample', () => openSample(context)),
    commands.registerCommand('yaodian.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
    ),
  );
}

/** Opens a copy of the samples, which the person may change at will; the copy is kept from one time to the next. */
async function openSample(context: ExtensionContext): Promise<void> {
  const copy = Uri.joinPath(context.globalStorageUri, 'samples', t('要点示例'));
  try {
    await workspace.fs.copy(Uri.joinPath(context.extensionUri, 'samples'), copy, { overwrite: false });
  } catch (error) {
    if (!(error instanceof FileSystemError && error.code === 'FileExists')) throw error;
  }
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}
