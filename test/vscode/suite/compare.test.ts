import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const OLD =
  '# 云溪县2025年教育工作要点\n\n一、重点任务\n\n1．增加学位。新增学位600个。\n\n2．规范收费。公示收费目录。\n';
const NEW =
  '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n1．规范收费。公示收费目录。\n\n2．增加学位。新增学位800个。\n';

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

describe('comparing drafts in the editor', function () {
  this.timeout(120_000);
  let old: vscode.Uri;
  let current: vscode.Uri;

  beforeEach(async () => {
    old = (await openDraft('去年.要点.md', OLD)).uri;
    current = (await openDraft('今年.要点.md', NEW)).uri;
    await eventuallyHolds(async () => {
      await vscode.commands.executeCommand('yaodian.compare', current, old);
      assert.ok(tabs().some(({ label }) => label === '比较：今年'));
    }, 45_000);
  });

  it('打开文本对比 shows both texts in the editor’s own comparison', async () => {
    await vscode.commands.executeCommand('yaodian.compareTexts');
    await eventuallyHolds(() => {
      const diff = tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff);
      assert.ok(diff?.input instanceof vscode.TabInputTextDiff);
      assert.equal(diff.input.original.toString(), old.toString());
      assert.equal(diff.input.modified.toString(), current.toString());
    });
  });

  it('存为花脸稿 writes the new draft with tracked changes', async () => {
    const target = vscode.Uri.file(path.join(workspaceFolder(), '花脸稿.docx'));
    const written = await eventually(async () =>
      vscode.commands.executeCommand<vscode.Uri | undefined>('yaodian.saveRedline', target),
    );
    assert.equal(written.fsPath, target.fsPath);
    const files = unzipSync(await vscode.workspace.fs.readFile(target));
    const xml = strFromU8(files['word/document.xml'] as Uint8Array);
    assert.match(xml, /<w:delText xml:space="preserve">600<\/w:delText>/);
  });

  it('says why a revision cannot be read instead of comparing with nothing', async () => {
    const before = tabs().length;
    await vscode.commands.executeCommand('yaodian.compare', current, { revision: 'no-such-revision' });
    assert.equal(tabs().length, before);
  });
});
