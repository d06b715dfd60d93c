import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { ourFindings } from '../support/our-findings';
import { eventually, eventuallyHolds } from '../support/eventually';
import { makeLedger } from '../support/make-ledger';

/**
 * What holds wherever the extension runs: on a disk with a server process (test/vscode), and in a browser with a
 * server in a worker and files in memory (test/web). Nothing here knows which of the two it is.
 */
const TEXT = `---
文种: 工作要点
发文机关: 云溪县教育局
---

# 云溪县2026年教育工作要点

一、重点任务

（一）增加学位。新增学位600个。〔责任单位：县教体局；完成时限：2026年8月底前〕

（三）改善校舍。〔责任单位：县财政局；完成时限：2026年9月底前〕
`;

function folder(): vscode.Uri {
  const open = vscode.workspace.workspaceFolders?.[0];
  assert.ok(open, 'no folder is open');
  return vscode.Uri.joinPath(open.uri, '核心功能');
}

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.createDirectory(folder());
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function openDraft(name: string, text = TEXT): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(name, text));
  await vscode.window.showTextDocument(document);
  return document;
}

const findings = (uri: vscode.Uri): readonly (readonly [string, string])[] =>
  ourFindings(uri).map(({ code, message }) => [
    String(typeof code === 'object' ? code.value : code),
    message,
  ]);

const messageOf = (uri: vscode.Uri, rule: string): string =>
  findings(uri).find(([found]) => found === rule)?.[1] ?? '';

describe('the core features', function () {
  this.timeout(60_000);

  before(async () => {
    await write(
      '单位名录.yaml',
      '区划: 云溪县\n单位:\n  - 名称: 云溪县教育体育局\n    简称: [县教育局]\n  - 名称: 云溪县财政局\n    简称: [县财政局]\n',
    );
    await write('.yaodian.yaml', '检查:\n  text/look-alike: 关闭\n');
  });

  it('find what is wrong, with the units of the registry beside the draft', async () => {
    const { uri, languageId } = await openDraft('检查.要点.md');
    assert.equal(languageId, 'yaodian');
    await eventuallyHolds(() => {
      assert.match(messageOf(uri, 'numbering/gap'), /（二）/);
      assert.match(
        findings(uri)
          .map(([, message]) => message)
          .join('\n'),
        /县教体局/,
      );
      assert.doesNotMatch(
        findings(uri)
          .map(([, message]) => message)
          .join('\n'),
        /县财政局/,
      );
    }, 45_000);
  });

  it('heed the configuration beside the draft, and its changes', async () => {
    const { uri } = await openDraft('配置.要点.md');
    await eventuallyHolds(() => assert.match(messageOf(uri, 'numbering/gap'), /（二）/));
    await write('.yaodian.yaml', '检查:\n  numbering/gap: 关闭\n');
    await eventuallyHolds(() => assert.equal(messageOf(uri, 'numbering/gap'), ''), 30_000);
    await write('.yaodian.yaml', '检查: {}\n');
    await eventuallyHolds(() => assert.match(messageOf(uri, 'numbering/gap'), /（二）/), 30_000);
  });

  it('outline the draft', async () => {
    const { uri } = await openDraft('大纲.要点.md');
    const [title] = await eventually(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return symbols?.length ? symbols : undefined;
    });
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.match(names(title ? [title] : []).join('\n'), /一、重点任务\n（一）增加学位\n（三）改善校舍/);
  });

  it('complete units, by their pinyin too', async () => {
    const document = await openDraft('补全.要点.md', TEXT.replace('县教体局', 'czj'));
    const at = document.positionAt(document.getText().indexOf('czj') + 3);
    const labels = await eventually(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.some((label) => label.includes('财政局')) ? found : undefined;
    }, 30_000);
    assert.ok(labels);
  });

  it('format the draft', async () => {
    const document = await openDraft('排版.要点.md', TEXT);
    await eventuallyHolds(async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      assert.match(document.getText(), /^## 一、重点任务$/m);
    });
  });

  it('repair what can be repaired', async () => {
    const document = await openDraft('修复.要点.md');
    await eventuallyHolds(() => assert.match(messageOf(document.uri, 'numbering/gap'), /（二）/));
    await vscode.commands.executeCommand('yaodian.fixAll');
    await eventuallyHolds(() => assert.match(document.getText(), /（二）改善校舍/));
  });

  it('check drafts that nobody has opened', async () => {
    const uri = await write('没打开.要点.md', TEXT);
    void vscode.commands.executeCommand('yaodian.checkWorkspace');
    await eventuallyHolds(() => assert.match(messageOf(uri, 'numbering/gap'), /（二）/), 30_000);
  });

  it('preview the document', async () => {
    await openDraft('预览核心.要点.md');
    await vscode.commands.executeCommand('yaodian.preview');
    await eventuallyHolds(() => {
      const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
      assert.ok(
        tabs.some((label) => /^(?:预览|Preview).*云溪县2026年教育工作要点$/.test(label)),
        tabs.join(),
      );
    }, 30_000);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('export the document as Word has it', async () => {
    await openDraft('导出核心.要点.md', TEXT.replace('（三）', '（二）'));
    const target = vscode.Uri.joinPath(folder(), `导出核心.docx`);
    await eventually(
      async () => vscode.commands.executeCommand<vscode.Uri | undefined>('yaodian.export', 'docx', target),
      45_000,
    );
    const bytes = await vscode.workspace.fs.readFile(target);
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), 'PK');
    assert.ok(bytes.length > 4000, `${bytes.length} bytes`);
    const left = await vscode.workspace.fs.readDirectory(folder());
    assert.ok(left.every(([name]) => !name.endsWith('.tmp')));
  });

  it('make a ledger of the draft as Excel has it', async () => {
    await openDraft('台账核心.要点.md');
    const target = vscode.Uri.joinPath(folder(), '台账核心.xlsx');
    await makeLedger('督办', 'xlsx', target);
    const parts = unzipSync(await vscode.workspace.fs.readFile(target));
    const text = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, part]) => strFromU8(part))
      .join();
    assert.match(text, /增加学位/);
    assert.match(text, /state="frozen"/);
  });
});
