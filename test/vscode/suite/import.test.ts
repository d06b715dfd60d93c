import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventuallyHolds } from '../support/eventually';
import { openDraft, workspaceFolder } from '../support/workspace';

const SOURCE = '首页 > 政务公开\n云溪县2026年教育工作要点\n一、重点任务\n加快发展。\n';

const FOLDER = '导入试验';
const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(workspaceFolder(), FOLDER, name));

async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = uriOf(name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
  return uri;
}

function openTexts(): Map<string, string> {
  return new Map(
    vscode.window.visibleTextEditors.map(({ document }) => [
      path.basename(document.fileName),
      document.getText(),
    ]),
  );
}

describe('导入', function () {
  this.timeout(60_000);
  afterEach(() => vscode.workspace.fs.delete(uriOf(''), { recursive: true }));

  it('writes a draft beside each file, opens the first and its report, and overwrites nothing', async () => {
    const first = await writeFile('导入甲.txt', SOURCE);
    const second = await writeFile('导入乙.txt', SOURCE.replace('教育', '卫生'));
    await writeFile('导入乙.要点.md', '已有的稿件');
    await vscode.commands.executeCommand('yaodian.import', first, [first, second]);
    await eventuallyHolds(() => {
      const texts = openTexts();
      assert.match(
        texts.get('导入甲.要点.md') ?? '',
        /^---\n文种: 工作要点\n[^]*\n# 云溪县2026年教育工作要点\n\n## 一、重点任务\n/,
      );
      assert.match(texts.get('导入甲.导入报告.md') ?? '', /首页 > 政务公开/);
    });
    const read = async (name: string): Promise<string> =>
      Buffer.from(await vscode.workspace.fs.readFile(uriOf(name))).toString('utf8');
    const names = (await vscode.workspace.fs.readDirectory(uriOf(''))).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.tmp')),
      [],
      'written whole, in place',
    );
    assert.equal(await read('导入乙.要点.md'), '已有的稿件');
    assert.match(await read('导入乙（2）.要点.md'), /云溪县2026年卫生工作要点/);
  });

  it('粘贴为要点 sets paragraphs apart', async () => {
    const document = await openDraft(path.join(FOLDER, '粘贴.要点.md'), '# 云溪县2026年教育工作要点\n\n');
    const editor = await vscode.window.showTextDocument(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.env.clipboard.writeText('　　一、重点任务\n　　加快发展。\n');
    await vscode.commands.executeCommand('yaodian.paste');
    await eventuallyHolds(() =>
      assert.equal(document.getText(), '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n加快发展。'),
    );
  });
});
