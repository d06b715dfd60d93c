import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ourFindings } from '../support/our-findings';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft } from '../support/workspace';

const gap =
  '# 2026年工作要点\n\n一、重点任务\n\n（一）修路。加快推进。\n\n（二）植树。加快推进。\n\n（四）巡河。按第（二）项执行。\n\n（五）护林。见第（四）项。\n';

/** Findings of one kind only, so that new rules do not change what these tests see. */
const numberingFindings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  ourFindings(uri).filter(({ code }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return String(rule).startsWith('numbering/');
  });

async function openWithFinding(name: string, text = gap): Promise<vscode.TextDocument> {
  const document = await openDraft(name, text);
  await eventuallyHolds(() => assert.notEqual(numberingFindings(document.uri).length, 0));
  return document;
}

describe('commands', function () {
  this.timeout(60_000);

  it('are all there that the manifest declares', async () => {
    await openDraft('命令.要点.md', gap);
    const { contributes } = vscode.extensions.getExtension('yaodian.yaodian')?.packageJSON ?? {};
    const declared: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    const known = await eventually(async () => {
      const commands = await vscode.commands.getCommands(true);
      return commands.includes('yaodian.fixAll') ? commands : undefined;
    });
    assert.deepEqual(
      declared.filter((command) => !known.includes(command)),
      [],
    );
  });

  it('修复全部 closes the gap, repairs references to what moved, and is undone in one step', async () => {
    const document = await openWithFinding('修复全部.要点.md');
    await vscode.commands.executeCommand('yaodian.fixAll');
    await eventuallyHolds(() =>
      assert.match(document.getText(), /（三）巡河。按第（二）项执行。[^]*（四）护林。见第（三）项。/),
    );
    await eventuallyHolds(() => assert.deepEqual(numberingFindings(document.uri), []));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), gap);
  });

  it('重新编号（所选） changes the selected items at once', async () => {
    const document = await openWithFinding('重新编号所选.要点.md');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = document.positionAt(gap.indexOf('（四）'));
    editor.selection = new vscode.Selection(start, document.lineAt(start.line).range.end);
    await vscode.commands.executeCommand('yaodian.renumberSelection');
    await eventuallyHolds(() => assert.match(document.getText(), /（三）巡河/));
    assert.match(document.getText(), /（五）护林。见第（三）项/);
  });

  it('重新编号（全文） shows before and after, and changes nothing until that is accepted', async () => {
    const document = await openWithFinding('重新编号全文.要点.md');
    void vscode.commands.executeCommand('yaodian.renumber');
    const after = await eventually(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
    });
    const renumbered = /（三）巡河[^]*（四）护林。见第（三）项/;
    assert.match((await vscode.workspace.openTextDocument(after)).getText(), renumbered);
    assert.equal(document.getText(), gap);
    await vscode.commands.executeCommand('yaodian.acceptProposal');
    assert.match(document.getText(), renumbered);
    const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    assert.deepEqual(
      open.filter(({ input }) => input instanceof vscode.TabInputTextDiff),
      [],
    );
  });

  it('检查工作区 finds what is wrong in drafts that nobody has opened', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, '没打开过.要点.md');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(gap, 'utf8'));
    void vscode.commands.executeCommand('yaodian.checkWorkspace');
    await eventuallyHolds(
      () => assert.match(numberingFindings(uri)[0]?.message ?? '', /（四）.*（三）/),
      30_000,
    );
    assert.equal(
      vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
      false,
    );
  });

  it('生成检查报告 writes a page on the drafts, and compares it with the one it replaces', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const target = vscode.Uri.joinPath(folder, '检查报告.html');
    await vscode.workspace.fs.delete(target).then(undefined, () => undefined);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, '报告用.要点.md'),
      Buffer.from(gap, 'utf8'),
    );
    const pageNow = async (): Promise<string> => {
      await vscode.commands.executeCommand('yaodian.makeReport', target);
      return Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8');
    };
    const first = await pageNow();
    assert.match(first, /<th scope="row"><span lang="zh-CN">报告用\.要点\.md<\/span><\/th>/);
    assert.doesNotMatch(first, /相比/);
    assert.match(await pageNow(), /与 \d{4}-\d{2}-\d{2} 的报告相比/);
  });

  it('查看检查规则说明 opens the page of a rule from the extension itself', async () => {
    await vscode.commands.executeCommand('yaodian.openRulePage', 'numbering/gap');
    await eventuallyHolds(() => {
      const { label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      assert.match(label ?? '', /gap\.md/);
    });
  });

  it('placing the cursor selects the gap that a fix has opened', async () => {
    const document = await openDraft('光标.要点.md', gap);
    const range = { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } };
    await vscode.commands.executeCommand('yaodian.placeCursor', document.uri.toString(), range);
    const selection = vscode.window.activeTextEditor?.selection;
    assert.equal(selection && document.getText(selection), '重点任务');
  });

  it('重新启动语言服务 brings the findings back', async () => {
    const document = await openWithFinding('重启.要点.md');
    await vscode.commands.executeCommand('yaodian.restartServer');
    await eventuallyHolds(() => assert.notEqual(numberingFindings(document.uri).length, 0));
  });
});
