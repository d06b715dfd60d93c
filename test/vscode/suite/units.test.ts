import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft, openSample, workspaceFolder } from '../support/workspace';

const FOLDER = '单位试验';
const REGISTRY = `区划前缀: 云溪县
单位:
  - 全称: 云溪县河湖事务局
    简称: [县河湖局]
    职责: 河湖巡护
  - 全称: 云溪县水文局
`;

const draft = (units: string): string =>
  `2026年全县河湖工作要点\n\n一、重点任务\n\n1．巡河。巡查20次。〔责任单位：${units}；完成时限：2026年6月底前〕\n`;

const DRAFTS: Readonly<Record<string, string>> = {
  '甲.要点.md': draft('县河湖事务局、县水文局'),
  '乙.要点.md': draft('云溪县河湖事务局'),
  '丙.要点.md': draft('县河湖局、县河湖事务局'),
};

const uriOf = (name: string) => vscode.Uri.file(path.join(workspaceFolder(), FOLDER, name));
const place = (document: vscode.TextDocument, text: string) =>
  document.positionAt(document.getText().indexOf(text) + 1);

/** Runs one of the editor's own `vscode.execute…` commands until it has something to say. */
function ask<T>(command: string, ...parameters: unknown[]): Promise<T> {
  return eventually(async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...parameters);
    return Array.isArray(answer) && answer.length === 0 ? undefined : answer;
  });
}

describe('units in the editor', function () {
  this.timeout(90_000);
  let first: vscode.TextDocument;

  before(async () => {
    await vscode.workspace.fs.writeFile(uriOf('单位名录.yaml'), Buffer.from(REGISTRY, 'utf8'));
    for (const [name, text] of Object.entries(DRAFTS)) {
      await vscode.workspace.fs.writeFile(uriOf(name), Buffer.from(text, 'utf8'));
    }
    first = await openDraft(path.join(FOLDER, '甲.要点.md'), DRAFTS['甲.要点.md'] ?? '');
  });

  after(() => vscode.workspace.fs.delete(uriOf(''), { recursive: true }));

  it('lead to the registry', async () => {
    const [location] = await ask<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      first.uri,
      place(first, '县河湖事务局'),
    );
    assert.ok(location);
    assert.equal(path.basename(location.uri.fsPath), '单位名录.yaml');
    assert.equal(location.range.start.line, 2);
  });

  it('are described when the mouse rests on them', async () => {
    // The other drafts of the workspace are read in the background.
    await eventuallyHolds(async () => {
      const hovers = await ask<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        first.uri,
        place(first, '县河湖事务局'),
      );
      const text = hovers
        .flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value))
        .join();
      assert.match(text, /河湖巡护/);
      assert.match(text, /本稿 1 项任务，其他 2 份稿件 2 项/);
    });
  });

  it('are found in drafts that are not open', async () => {
    const locations = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        first.uri,
        place(first, '县河湖事务局'),
      );
      return found.filter(({ uri }) => uri.fsPath.endsWith('.md')).length === 4 ? found : undefined;
    });
    assert.ok(locations.some(({ uri }) => uri.fsPath.endsWith('丙.要点.md')));
  });

  it('are completed by their initials', async () => {
    const document = await openDraft(path.join(FOLDER, '丁.要点.md'), draft('hhsw'));
    const list = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place(document, 'hhsw').translate(0, 3),
      );
      return found.items.some(({ label }) => label === '县河湖事务局') ? found : undefined;
    });
    assert.equal(list.isIncomplete, true);
    await vscode.workspace.fs.delete(document.uri);
  });

  it('are among the symbols of the workspace', async () => {
    const symbols = await ask<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '河湖事务',
    );
    assert.ok(symbols.some(({ name }) => name === '云溪县河湖事务局'));
  });

  it('have their tasks as callers', async () => {
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      first.uri,
      place(first, '县河湖事务局'),
    );
    const calls = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.equal(calls.length, 3);
  });

  it('can be added to the registry from the light bulb', async () => {
    const document = await openDraft(path.join(FOLDER, '戊.要点.md'), draft('县巡护中心'));
    const at = place(document, '县巡护中心');
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      return found.some(({ title }) => title.includes('加入单位名录')) ? found : undefined;
    });
    const add = actions.find(({ title }) => title.includes('加入单位名录'));
    assert.ok(add?.edit);
    assert.ok(await vscode.workspace.applyEdit(add.edit));
    const registry = await vscode.workspace.openTextDocument(uriOf('单位名录.yaml'));
    await eventuallyHolds(() => assert.match(registry.getText(), /\n {2}- 全称: 县巡护中心\n/));
    await eventuallyHolds(() =>
      assert.ok(
        !vscode.languages.getDiagnostics(document.uri).some(({ code }) => codeOf(code) === 'unit/unknown'),
      ),
    );
    await vscode.workspace.fs.delete(document.uri);
  });

  it('are renamed in three drafts and the registry by one edit that is undone at once', async () => {
    await openSample(first.uri);
    const edit = await eventually(async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        first.uri,
        place(first, '县河湖事务局'),
        '县河湖管理局',
      ),
    );
    const files = edit.entries().map(([uri]) => path.basename(uri.fsPath));
    assert.deepEqual(files.sort(), ['丙.要点.md', '乙.要点.md', '单位名录.yaml', '甲.要点.md'].sort());
    const before = await textsOf();
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    const after = await textsOf();
    for (const text of after) assert.match(text, /县河湖管理局/);
    await vscode.commands.executeCommand('undo');
    await eventuallyHolds(async () => assert.deepEqual(await textsOf(), before));
  });

  async function textsOf(): Promise<readonly string[]> {
    const names = ['甲.要点.md', '乙.要点.md', '丙.要点.md', '单位名录.yaml'];
    const documents = await Promise.all(names.map((name) => vscode.workspace.openTextDocument(uriOf(name))));
    return documents.map((document) => document.getText());
  }
});

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
