import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const CITY =
  '# 青江市2026年水利工作要点\n\n一、工程建设\n\n1．加固病险水库。完成加固25座。\n\n2．治理中小河流。治理河道120公里。\n';
const COUNTY =
  '---\n文种: 工作要点\n上级要点: 市水利.要点.md\n---\n\n# 云溪县2026年水利工作要点\n\n一、重点任务\n\n1．加固水库。完成加固3座。〔落实：市要点第1项〕\n';

describe('superiors’ plans in the editor', function () {
  this.timeout(120_000);

  it('are checked against, gone to from the lens of a task, and exported as a table', async () => {
    const city = vscode.Uri.file(path.join(workspaceFolder(), '市水利.要点.md'));
    await vscode.workspace.fs.writeFile(city, Buffer.from(CITY, 'utf8'));
    const { uri } = await openDraft('县水利.要点.md', COUNTY);
    await eventuallyHolds(() => {
      const messages = vscode.languages.getDiagnostics(uri).map(({ message }) => message);
      assert.ok(
        messages.some((message) => message.includes('市要点有 1 项还没有任务写明落实：第2项')),
        messages.join(),
      );
    }, 45_000);
    const lens = await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
      );
      return lenses.find(({ command }) => command?.title === '落实 市要点第1项');
    });
    const target = vscode.Uri.file(path.join(workspaceFolder(), '落实情况.html'));
    const written = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      'yaodian.exportTrace',
      'html',
      target,
    );
    assert.equal(written?.fsPath, target.fsPath);
    const page = Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8');
    assert.match(page, /市要点第1项[^]*已落实[^]*市要点第2项[^]*未落实/u);
    assert.ok(lens.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, city.fsPath);
    assert.equal(editor && editor.document.getText(editor.selection), '1．加固病险水库');
  });

  it('are shown as a table beside the draft', async () => {
    await openDraft('县水利二.要点.md', COUNTY);
    await vscode.commands.executeCommand('yaodian.showTrace');
    await eventuallyHolds(() => {
      const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.ok(
        labels.some((label) => label.startsWith('上级要点落实情况：') || label.startsWith('Superior Plan')),
        labels.join(),
      );
    }, 45_000);
  });
});
