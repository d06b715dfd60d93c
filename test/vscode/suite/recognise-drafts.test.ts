import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventuallyHolds } from '../support/eventually';
import { openDraft } from '../support/workspace';

describe('which files are drafts', () => {
  it('are Markdown files whose front matter says so', async () => {
    const document = await openDraft('写着文种的稿件.md', '---\n文种: 工作要点\n---\n\n一、总体要求\n');
    await eventuallyHolds(() => assert.equal(vscode.window.activeTextEditor?.document.languageId, 'yaodian'));
    assert.equal(document.getText().includes('一、总体要求'), true);
  });

  it('are not other Markdown files, even where they speak of 工作要点', async () => {
    const texts = [
      '# 说明\n\n文种: 工作要点\n',
      '---\n标题: 文种\n---\n文种: 工作要点\n',
      '---\n文种: 通知\n---\n',
    ];
    for (const [index, text] of texts.entries()) {
      const document = await openDraft(`不是稿件${index}.md`, text);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(document.languageId, 'markdown');
    }
  });

  it('become drafts when the front matter is written and saved', async () => {
    const document = await openDraft('后来写上文种.md', '一、总体要求\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '---\n文种: 工作要点\n---\n\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await eventuallyHolds(() => assert.equal(vscode.window.activeTextEditor?.document.languageId, 'yaodian'));
  });
});

describe('the settings of a draft', () => {
  it('wrap lines, and put no boxes round Chinese punctuation', async () => {
    const document = await openDraft('设置.要点.md', '一、总体要求\n');
    const settings = vscode.workspace.getConfiguration('editor', document);
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('unicodeHighlight.ambiguousCharacters'), false);
    assert.equal(settings.get('unicodeHighlight.invisibleCharacters'), false);
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
  });
});
