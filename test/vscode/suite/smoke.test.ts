import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findSample, openSample } from '../support/workspace';
import { eventually } from '../support/eventually';

describe('the extension in the editor', () => {
  it('gives sample drafts the language 要点 and starts with them', async () => {
    const document = await openSample(await findSample('**/*.要点.md'));
    assert.equal(document.languageId, 'yaodian');
    await eventually(() => {
      const ours = vscode.extensions.all.filter(({ packageJSON }) => packageJSON.name === 'yaodian');
      assert.deepEqual(
        ours.map(({ isActive }) => isActive),
        [true],
      );
    });
  });
});
