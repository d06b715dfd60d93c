import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { makeLedger } from '../support/make-ledger';
import { openDraft, workspaceFolder } from '../support/workspace';

const TEXT =
  '---\n文种: 工作要点\n发文机关: 云溪县教育局\n主送: 各学校\n---\n\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位。新增学位600个。〔责任单位：县教育局；完成时限：2026年8月底前〕\n';

function previewTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('yaodian.preview'),
    );
}

describe('the official document in the editor', function () {
  this.timeout(120_000);

  it('导出 writes the draft as a Word file where it is told', async () => {
    await openDraft('导出.要点.md', TEXT);
    const target = vscode.Uri.file(path.join(workspaceFolder(), '导出.docx'));
    const written = await eventually(
      async () => vscode.commands.executeCommand<vscode.Uri | undefined>('yaodian.export', 'docx', target),
      45_000,
    );
    assert.equal(written.fsPath, target.fsPath);
    const bytes = await vscode.workspace.fs.readFile(target);
    assert.equal(Buffer.from(bytes.subarray(0, 2)).toString(), 'PK');
    const left = await vscode.workspace.fs.readDirectory(vscode.Uri.file(workspaceFolder()));
    assert.deepEqual(
      left.map(([name]) => name).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('a draft without a file is called by its title', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaodian', content: TEXT });
    await vscode.window.showTextDocument(document);
    const label = (): string | undefined =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.includes('yaodian.preIssueCheck'),
        )?.label;
    await eventuallyHolds(async () => {
      await vscode.commands.executeCommand('yaodian.preIssueCheck');
      assert.equal(label(), '发文前检查：云溪县2026年教育工作要点');
    }, 45_000);
  });

  it('生成工作台账 writes the ledger that is asked for, and a file for each unit', async () => {
    await openDraft('台账.要点.md', TEXT);
    const folder = vscode.Uri.file(path.join(workspaceFolder(), '清单'));
    await vscode.workspace.fs.createDirectory(folder);
    const written = await makeLedger('单位清单', 'folder', folder);
    assert.equal(written.fsPath, folder.fsPath);
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(names, ['云溪县教育局任务清单.xlsx'], 'the registry of the folder names the unit');
    const calendar = vscode.Uri.joinPath(folder, '时限.ics');
    await makeLedger('日历', 'ics', calendar);
    const text = Buffer.from(await vscode.workspace.fs.readFile(calendar)).toString();
    assert.match(text, /DTSTART;VALUE=DATE:20260831/);
  });

  it('预览 opens beside the text, bears the plan’s title and follows what is typed', async () => {
    const document = await openDraft('预览.要点.md', TEXT);
    await vscode.commands.executeCommand('yaodian.preview');
    await eventuallyHolds(() => assert.equal(previewTab()?.label, '预览：云溪县2026年教育工作要点'), 45_000);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('教育工作要点');
    edit.insert(document.uri, document.positionAt(at), '公共');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventuallyHolds(
      () => assert.equal(previewTab()?.label, '预览：云溪县2026年公共教育工作要点'),
      45_000,
    );
  });
});
