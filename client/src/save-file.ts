import { commands, env, FileSystemError, Uri, window, workspace } from 'vscode';
import { t } from './localise';

/** Writes a file and says what stood in the way. What was there is replaced: the person has been asked. */
export async function saveFile(target: Uri, content: Uint8Array): Promise<boolean> {
  const problem = await writeWhole(target, content, { overwrite: true });
  if (problem !== undefined) void window.showErrorMessage(problem);
  return problem === undefined;
}

/**
 * Beside the target first, then in its place: what stood there stays whole until the new file is complete. Gives what
 * stood in the way, in words for the person.
 */
export async function writeWhole(
  target: Uri,
  content: Uint8Array,
  options: { readonly overwrite: boolean },
): Promise<string | undefined> {
  const name = target.path.split('/').at(-1) ?? '';
  const beside = Uri.joinPath(target, '..', `.${name}.${Date.now().toString(36)}.tmp`);
  try {
    await workspace.fs.writeFile(beside, content);
    await workspace.fs.rename(beside, target, options);
    return undefined;
  } catch (error) {
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    return describe(error, name);
  }
}

function describe(error: unknown, name: string): string {
  const code = error instanceof FileSystemError ? error.code : '';
  return code === 'NoPermissions' || code === 'Unavailable'
    ? t('写不了 {0}：文件可能正在 Word 或 WPS 中打开，或者没有写入权限。原文件没有改动。', name)
    : t('写不了 {0}：{1}。原文件没有改动。', name, error instanceof Error ? error.message : String(error));
}

/** `message` says what the file is. */
export async function offerToOpen(target: Uri, message: string): Promise<void> {
  const open = t('打开');
  const reveal = t('在文件夹中显示');
  // Other programs of this computer reach files on its disks only.
  const offers = target.scheme === 'file' ? [open, reveal] : [];
  const answer = await window.showInformationMessage(message, ...offers);
  if (answer === open) await env.openExternal(target);
  if (answer === reveal) await commands.executeCommand('revealFileInOS', target);
}
