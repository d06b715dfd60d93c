import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const FOLDER = '审稿试验';
const TEXT = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线。接通率达90%。\n';
const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(workspaceFolder(), FOLDER, name));

async function notesIn(name: string): Promise<string[]> {
  const bytes = await vscode.workspace.fs.readFile(uriOf(name));
  const { notes } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    notes: Record<string, { text: string }>;
  };
  return Object.values(notes).map(({ text }) => text);
}

async function isThere(name: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uriOf(name)).then(
    () => true,
    () => false,
  );
}

describe('审稿意见', function () {
  this.timeout(120_000);
  // Tried again on files that are new.
  afterEach(() => vscode.workspace.fs.delete(uriOf(''), { recursive: true }));

  it('go along when their draft is renamed or moved', async () => {
    await vscode.workspace.fs.writeFile(uriOf('稿.要点.md'), Buffer.from(TEXT, 'utf8'));
    await openDraft(path.join(FOLDER, '稿.要点.md'), TEXT);
    const range = new vscode.Range(4, 8, 4, 15);
    await vscode.commands.executeCommand('yaodian.addNote', { range, text: '出处？' });
    await eventuallyHolds(async () => assert.deepEqual(await notesIn('稿.审稿.json'), ['出处？']), 45_000);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf('稿.要点.md'), uriOf('定稿/2026.要点.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventuallyHolds(async () => {
      assert.deepEqual(await notesIn('定稿/2026.审稿.json'), ['出处？']);
      assert.equal(await isThere('稿.审稿.json'), false);
    });
  });
});
