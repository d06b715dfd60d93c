import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const TEXT = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线。接通率达90%。\n';
const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(workspaceFolder(), name));

async function readNotes(name: string): Promise<{ text: string; quote: string }[]> {
  const bytes = await vscode.workspace.fs.readFile(uriOf(name));
  const { notes } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    notes: Record<string, { text: string; anchor: { quote: string } }>;
  };
  return Object.values(notes).map(({ text, anchor }) => ({ text, quote: anchor.quote }));
}

describe('review notes and Word comments', function () {
  this.timeout(120_000);

  it('收取 Word 批注 brings the comments of a Word file to the same words of a draft', async () => {
    await openDraft('送审.要点.md', TEXT);
    const range = new vscode.Range(4, 8, 4, 15);
    await vscode.commands.executeCommand('yaodian.addNote', { range, text: '依据是什么？' });
    await eventuallyHolds(() => readNotes('送审.审稿.json'));
    const word = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.Uri | undefined>(
          'yaodian.export',
          'docx',
          uriOf('送审.docx'),
          true,
        ),
      45_000,
    );
    await openDraft('另一份.要点.md', TEXT.replace('一、重点任务', '一、总体要求\n\n略。\n\n二、重点任务'));
    await vscode.commands.executeCommand('yaodian.takeComments', word);
    await eventuallyHolds(async () =>
      assert.deepEqual(await readNotes('另一份.审稿.json'), await readNotes('送审.审稿.json')),
    );
  });
});
