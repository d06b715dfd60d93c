import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../../vscode/support/eventually';

const TEXT = '# 2026年某县某项工作要点\n\n一、甲\n\n三、乙\n';

async function openDraft(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('in VS Code for the Web', function () {
  this.timeout(60_000);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse('memfs:/');

  it('runs without Node, on files that lie on no disk', () => {
    assert.equal(typeof (globalThis as { process?: { pid?: number } }).process?.pid, 'undefined');
    assert.equal(folder.scheme, 'memfs');
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });

  it('finds the registry of the samples', async () => {
    const [name] = await eventually(async () =>
      (await vscode.workspace.fs.readDirectory(folder)).find(([entry]) => entry.includes('安全生产')),
    );
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventuallyHolds(() => {
      const found = vscode.languages.getDiagnostics(uri).map(({ code }) => code);
      assert.ok(found.length > 0);
    }, 45_000);
  });

  it('says in English, as this editor does, that a PDF takes another program', async () => {
    await openDraft(vscode.Uri.joinPath(folder, '转换.要点.md'));
    const said: string[] = [];
    const show = vscode.window.showErrorMessage;
    Object.assign(vscode.window, {
      showErrorMessage: async (message: string) => void said.push(message),
      showWarningMessage: async (...parts: unknown[]) => parts.at(-1),
    });
    const target = vscode.Uri.joinPath(folder, '转换.pdf');
    await vscode.commands.executeCommand('yaodian.export', 'pdf', target);
    Object.assign(vscode.window, { showErrorMessage: show });
    assert.match(
      said.join(),
      /^A browser can start no other program, so no PDF can be made\. Export a docx and/,
    );
  });

  it('restarts its server', async () => {
    const { uri } = await openDraft(vscode.Uri.joinPath(folder, '重启.要点.md'));
    const gap = (): unknown =>
      vscode.languages.getDiagnostics(uri).find(({ range }) => range.start.line === 4);
    await eventuallyHolds(() => assert.ok(gap()));
    await vscode.commands.executeCommand('yaodian.restartServer');
    await eventuallyHolds(() => assert.ok(gap()));
  });
});
