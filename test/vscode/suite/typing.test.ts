import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventuallyHolds } from '../support/eventually';
import { openDraft } from '../support/workspace';

const text =
  '# 2026年工作要点\n\n一、重点任务\n\n（一）修路。加快推进。\n（二）植树。见第（一）项。\n（三）护林。见第（二）项。\n';

/** With the server at work: what is typed before it answers is nobody's to continue. */
async function openAt(name: string, behind: string): Promise<vscode.TextEditor> {
  const document = await openDraft(name, text);
  const lenses = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  await eventuallyHolds(async () => assert.notEqual((await lenses()).length, 0));
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const place = document.positionAt(text.indexOf(behind) + behind.length);
  editor.selection = new vscode.Selection(place, place);
  return editor;
}

const type = (typed: string) => vscode.commands.executeCommand('type', { text: typed });

describe('typing', function () {
  this.timeout(60_000);

  it('Enter behind a task begins the next one, and the cursor stands behind its number', async () => {
    const { document } = await openAt('续编号.要点.md', '修路。加快推进。');
    await type('\n');
    await eventuallyHolds(() =>
      assert.match(
        document.getText(),
        /加快推进。\n（二）\n（三）植树。见第（一）项。\n（四）护林。见第（三）项。/,
      ),
    );
    await type('补种。');
    await eventuallyHolds(() => assert.match(document.getText(), /\n（二）补种。\n（三）植树/));
  });

  it('Enter behind a number without text ends the list', async () => {
    const { document } = await openAt('止编号.要点.md', '护林。见第（二）项。');
    await type('\n');
    await eventuallyHolds(() => assert.match(document.getText(), /第（二）项。\n（四）\n$/));
    await type('\n');
    await eventuallyHolds(() => assert.doesNotMatch(document.getText(), /（四）/));
  });

  it('Tab and Shift+Tab at a number change the level of its line, each undone at once', async () => {
    const { document } = await openAt('换级.要点.md', '（二）');
    await vscode.commands.executeCommand('yaodian.demote');
    await eventuallyHolds(() =>
      assert.match(document.getText(), /（一）修路。加快推进。\n1\. ?植树。见第（一）项。\n（二）护林。/),
    );
    await vscode.commands.executeCommand('yaodian.promote');
    await eventuallyHolds(() =>
      assert.match(document.getText(), /推进。\n（二）植树。见第（一）项。\n（三）护林。/),
    );
    await vscode.commands.executeCommand('undo');
    await eventuallyHolds(() => assert.match(document.getText(), /\n1\. ?植树/));
    await vscode.commands.executeCommand('undo');
    await eventuallyHolds(() => assert.equal(document.getText(), text));
  });
});
