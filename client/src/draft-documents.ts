import { workspace, type TextDocument, type WorkspaceFolder } from 'vscode';

/**
 * Where documents come from that the server sees: disks, the file systems of the folders that are open, and not a
 * comparison's other side (`git:`, a preview).
 */
export function schemesOfDrafts({
  workspaceFolders,
}: {
  readonly workspaceFolders: readonly Pick<WorkspaceFolder, 'uri'>[] | undefined;
}): readonly string[] {
  const open = (workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...open])];
}

export function isDraft(document: TextDocument): boolean {
  return document.languageId === 'yaodian' && schemesOfDrafts(workspace).includes(document.uri.scheme);
}
