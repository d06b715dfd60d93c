import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

/** The folder that is open: a copy of samples/, which a test may change. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri.fsPath;
}

/** The first file of the workspace that matches a glob. */
export async function findSample(glob: string): Promise<vscode.Uri> {
  const [first] = (await vscode.workspace.findFiles(glob)).sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.ok(first, `no sample matches ${glob}`);
  return first;
}

/** Opens a file of the workspace (by name or uri) in the editor. */
export async function openSample(file: string | vscode.Uri): Promise<vscode.TextDocument> {
  const uri = typeof file === 'string' ? vscode.Uri.file(path.join(workspaceFolder(), file)) : file;
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a draft into the workspace and opens it. */
export async function openDraft(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.file(path.join(workspaceFolder(), name));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
  return openSample(uri);
}
