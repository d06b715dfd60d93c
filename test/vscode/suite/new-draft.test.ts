import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { ourFindings } from '../support/our-findings';
import { eventually, eventuallyHolds } from '../support/eventually';
import { workspaceFolder } from '../support/workspace';

const lastYear = (): vscode.Uri =>
  vscode.Uri.file(path.join(workspaceFolder(), '往年/2025年云溪县安全生产工作要点.要点.md'));

const rulesFound = (uri: vscode.Uri): string[] =>
  ourFindings(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

/** The editor in front once it holds an unsaved draft with a text. */
function newEditor(text: RegExp): Promise<vscode.TextEditor> {
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.isUntitled, true);
    assert.match(editor?.document.getText() ?? '', text);
    return editor;
  }, 45_000);
}

describe('新建要点', function () {
  this.timeout(120_000);
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('opens an unsaved draft with nothing to report but its gaps, which Tab goes through', async () => {
    void vscode.commands.executeCommand('yaodian.newDraft', {
      kind: 'notice',
      year: 2027,
      issuer: '云溪县人民政府',
      subject: '云溪县防汛抗旱',
    });
    const { document } = await newEditor(/^---\n文种: 工作要点[^]*# 2027年云溪县防汛抗旱工作要点/);
    assert.equal(document.languageId, 'yaodian');
    assert.equal(path.basename(document.fileName), '2027年云溪县防汛抗旱工作要点.要点.md');
    await eventuallyHolds(() =>
      assert.deepEqual([...new Set(rulesFound(document.uri))], ['text/placeholder']),
    );
    await vscode.commands.executeCommand('type', { text: '云溪府发' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '9' });
    await eventuallyHolds(() => assert.match(document.getText(), /^发文字号: 云溪府发〔2027〕9号$/m));
  });

  it('沿用上年稿件 rolls the years, keeps the registry and marks what is to be settled', async () => {
    void vscode.commands.executeCommand('yaodian.nextYear', lastYear());
    const { document, selection } = await newEditor(/^# 2026年云溪县安全生产工作要点$/m);
    assert.match(document.getText(), /^发文字号: 云溪府发〔2026〕××号$/m);
    assert.match(document.getText(), /^单位名录: 单位名录\.yaml$/m);
    assert.doesNotMatch(document.getText(), /2025/);
    assert.equal(document.getText(selection), '××');
    await eventuallyHolds(() => {
      // The other draft of 2026 in the folder has some of these tasks with other units.
      const rules = rulesFound(document.uri).filter((rule) => rule !== 'task/duplicate');
      assert.equal(rules.filter((rule) => rule === 'text/placeholder').length, 19);
      assert.deepEqual([...new Set(rules)], ['text/placeholder']);
    });
  });

  it('takes the name of a file that is there for no new draft', async () => {
    const taken = vscode.Uri.file(path.join(workspaceFolder(), '2026年云溪县安全生产工作要点.要点.md'));
    const before = await vscode.workspace.fs.readFile(taken);
    void vscode.commands.executeCommand('yaodian.nextYear', lastYear());
    const { document } = await newEditor(/^# 2026年云溪县安全生产工作要点$/m);
    assert.equal(path.basename(document.fileName), '2026年云溪县安全生产工作要点（2）.要点.md');
    assert.deepEqual(await vscode.workspace.fs.readFile(taken), before);
  });
});
