import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findSample, openDraft, openSample } from '../support/workspace';
import { eventually, eventuallyHolds } from '../support/eventually';

describe('the extension in the editor', () => {
  it('gives sample drafts the language 要点 and starts with them', async () => {
    const document = await openSample(await findSample('**/*.要点.md'));
    assert.equal(document.languageId, 'yaodian');
    await eventuallyHolds(() => {
      const ours = vscode.extensions.all.filter(({ packageJSON }) => packageJSON.name === 'yaodian');
      assert.deepEqual(
        ours.map(({ isActive }) => isActive),
        [true],
      );
    });
  });

  it('shows what the language server finds in a draft', async () => {
    const { uri } = await openDraft('缺号.要点.md', '# 2026年某县某项工作要点\n\n一、甲\n\n三、乙\n');
    const found = await eventually(() =>
      vscode.languages.getDiagnostics(uri).find(({ range }) => range.start.line === 4),
    );
    assert.match(found.message, /缺“二、”/);
  });
});
