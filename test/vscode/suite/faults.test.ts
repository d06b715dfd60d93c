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

/** What the person is told from now on; `end` puts things back. */
function listen(): { readonly said: string[]; end(): void } {
  const { showInformationMessage } = vscode.window;
  const said: string[] = [];
  const hear = (message: string): Promise<undefined> => {
    said.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(vscode.window, { showInformationMessage: hear });
  return { said, end: () => void Object.assign(vscode.window, { showInformationMessage }) };
}

async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  await vscode.workspace.applyEdit(edit);
}

async function killServers(): Promise<readonly number[]> {
  const pids = await eventually(() => (serverProcesses().length > 0 ? serverProcesses() : undefined));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids;
}

describe('when the language server dies', function () {
  this.timeout(180_000);
  let heard: ReturnType<typeof listen>;
  beforeEach(() => (heard = listen()));
  afterEach(() => heard.end());

  it('twice in the middle of typing, the findings are those of the text again, and that is said once', async () => {
    const document = await openDraft('猝死.要点.md', START);
    await append(document, '\n（四）巡河。加快推进。\n');
    const gaps = ['numbering/gap'];
    await eventuallyHolds(() => assert.deepEqual(codes(document.uri), gaps));

    for (const missing of [
      ['五', '八'],
      ['九', '十一'],
    ]) {
      const before = await killServers();
      for (const number of missing) await append(document, `\n（${number}）护林。加快推进。\n`);
      gaps.push('numbering/gap');
      await eventuallyHolds(() => assert.deepEqual(codes(document.uri), gaps));
      const after = serverProcesses();
      assert.equal(after.length, before.length);
      assert.ok(after.every((pid) => !before.includes(pid)));
    }
    assert.deepEqual(heard.said, ['要点语言服务意外停止，已自动重新启动；稿件没有受影响。']);
  });
});
