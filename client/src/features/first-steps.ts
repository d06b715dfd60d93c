import { commands, Uri, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { exists } from '../exists';
import { t } from '../localise';
import { SAMPLES } from '../samples';

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
async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const copy = Uri.joinPath(globalStorageUri, 'samples', t('要点示例'));
  if (!(await exists(copy)))
    for (const name of SAMPLES) {
      const content = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', name));
      await workspace.fs.writeFile(Uri.joinPath(copy, name), content);
    }
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}
