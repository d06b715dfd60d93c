import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const RULE = 'text/half-width-punctuation';
const text = (place: string): string =>
  `# ${place}2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位,提高质量,办好学校。\n\n（三）规范收费。\n`;
const fixed = (place: string): string => text(place).replaceAll(',', '，');

async function writeDraft(name: string, content: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.file(path.join(workspaceFolder(), '同类', name));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(content, 'utf8'));
  return uri;
}

const textNow = async (uri: vscode.Uri): Promise<string> =>
  (await vscode.workspace.openTextDocument(uri)).getText();

/** Undefined until the editor is ready to ask our server when it saves. */
async function offersFixAll({ uri, lineCount }: vscode.TextDocument): Promise<true | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(0, 0, lineCount, 0),
    vscode.CodeActionKind.SourceFixAll.value,
  );
  return actions.length > 0 ? true : undefined;
}

async function append({ uri, lineAt, lineCount }: vscode.TextDocument, more: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, lineAt(lineCount - 1).range.end, more);
  await vscode.workspace.applyEdit(edit);
}

const comparisons = (): string[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ label }) => label)
    .filter((label) => label.startsWith('修复前后'));

describe('修复同一类问题', function () {
  this.timeout(120_000);
  afterEach(async () => {
    await vscode.commands.executeCommand('yaodian.discardProposal');
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('changes the drafts of a workspace only after the comparison is accepted, and can be undone', async () => {
    const first = await writeDraft('甲.要点.md', text('甲县'));
    const second = await writeDraft('乙.要点.md', text('乙县'));
    await openDraft('打开的.要点.md', text('丙县'));
    void vscode.commands.executeCommand('yaodian.fixRule', RULE, 'workspace');
    await eventuallyHolds(() => assert.equal(comparisons().length, 1), 30_000);
    assert.equal(await textNow(first), text('甲县'));
    await vscode.commands.executeCommand('yaodian.acceptProposal');
    assert.deepEqual(comparisons(), []);
    assert.equal(await textNow(first), fixed('甲县'));
    assert.equal(await textNow(second), fixed('乙县'));
    // Not saved: what stands on the disk is as it was.
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(second)).toString('utf8'), text('乙县'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(second));
    await vscode.commands.executeCommand('undo');
    await eventuallyHolds(async () => assert.equal(await textNow(second), text('乙县')));
  });

  it('changes nothing where the comparison is discarded', async () => {
    const document = await openDraft('不改.要点.md', text('丁县'));
    void vscode.commands.executeCommand('yaodian.fixRule', RULE, 'file');
    const after = await eventually(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
    });
    assert.equal((await vscode.workspace.openTextDocument(after)).getText(), fixed('丁县'));
    await vscode.commands.executeCommand('yaodian.discardProposal');
    assert.deepEqual(comparisons(), []);
    assert.equal(document.getText(), text('丁县'));
  });
});

describe('source.fixAll when saving', function () {
  this.timeout(60_000);

  it('repairs what can be repaired safely, for those who ask for it', async () => {
    const document = await openDraft('存盘修复.要点.md', text('戊县'));
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' });
    try {
      await eventually(() => offersFixAll(document));
      await append(document, '\n（四）植树。');
      await eventuallyHolds(async () => {
        // Now and then the first save repairs nothing, perhaps as the setting has only just been made.
        await append(document, '\n');
        await document.save();
        assert.match(document.getText(), /增加学位，提高质量，办好学校。/);
        assert.match(document.getText(), /（二）规范收费。\n\n（三）植树。/);
        assert.equal(document.isDirty, false);
      });
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  it('leaves the text alone where nobody asks', async () => {
    const document = await openDraft('存盘不修.要点.md', text('己县'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 3), '大力');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    assert.match(document.getText(), /大力增加学位,提高质量,办好学校。[^]*（三）规范收费/);
  });
});
