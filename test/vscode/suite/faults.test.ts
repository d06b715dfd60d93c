import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft } from '../support/workspace';

const START = '# 2026年工作要点\n\n一、重点任务\n\n（一）修路。加快推进。\n\n（二）植树。加快推进。\n';

function codes(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .filter((code) => code.startsWith('numbering/'));
}

/** Processes of the language server that this editor has started. */
function serverProcesses(): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  const own = vscode.extensions.getExtension('yaodian.yaodian')?.extensionPath ?? '';
  return listed
    .split('\n')
    .filter((line) => line.includes(`${own}/dist/server.cjs`))
    .map((line) => Number.parseInt(line, 10));
}

describe('when the language server dies', function () {
  this.timeout(90_000);

  it('in the middle of typing, the findings are those of the text again', async () => {
    const document = await openDraft('猝死.要点.md', START);
    const append = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), text);
      await vscode.workspace.applyEdit(edit);
    };
    await append('\n（四）巡河。加快推进。\n');
    await eventuallyHolds(() => assert.deepEqual(codes(document.uri), ['numbering/gap']));

    const before = await eventually(() => (serverProcesses().length > 0 ? serverProcesses() : undefined));
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await append('\n（五）护林。加快推进。\n');
    await append('\n（八）造林。加快推进。\n');

    await eventuallyHolds(() =>
      assert.deepEqual(codes(document.uri).sort(), ['numbering/gap', 'numbering/gap']),
    );
    const after = serverProcesses();
    assert.equal(after.length, before.length);
    assert.ok(after.every((pid) => !before.includes(pid)));
  });
});
