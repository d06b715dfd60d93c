import { env, UIKind, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { bytesOfBase64 } from '../../../server/src/base64';
import { t } from '../localise';

/**
 * Pages inside the editor cannot be printed, a browser prints the same ones: it is opened where this computer is the
 * one the person sits at; elsewhere `download` sends the file there.
 */
export async function printPages(
  base64: string,
  name: string,
  { globalStorageUri }: ExtensionContext,
  download: (name: string, base64: string) => Thenable<unknown>,
): Promise<void> {
  if (env.uiKind === UIKind.Web || env.remoteName !== undefined) {
    await download(name, base64);
    void window.showInformationMessage(t('已下载打印用的网页，请用浏览器打开它来打印。'));
    return;
  }
  const file = Uri.joinPath(globalStorageUri, 'print.html');
  await workspace.fs.createDirectory(globalStorageUri);
  await workspace.fs.writeFile(file, bytesOfBase64(base64));
  await env.openExternal(file);
  void window.showInformationMessage(t('已用浏览器打开，请在浏览器里打印。'));
}
