import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import snippets from '../../../snippets/yaodian.json';
import { eventually, eventuallyHolds } from '../support/eventually';
import { ourFindings } from '../support/our-findings';
import { openDraft, openSample, workspaceFolder } from '../support/workspace';

const SAMPLE = '2026年云溪县安全生产工作要点.要点.md';
/** The third number is missing. */
const GAP = '# 2026年云溪县水利工作要点\n\n一、修建水库\n\n二、加固堤防\n\n四、巡查河道\n';

describe('what helps reading and writing', function () {
  this.timeout(90_000);
  const settings = () => vscode.workspace.getConfiguration('yaodian');

  it('lenses above title and chapters count tasks, open the table and export', async () => {
    const { uri } = await openSample(SAMPLE);
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        200,
      );
      return found.length > 0 ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('任务 25 · 完整 22'), titles.join('\n'));
    assert.ok(titles.includes('任务 9 · 完整 8'), titles.join('\n'));
    assert.ok(lenses.some(({ command }) => command?.command === 'yaodian.export'));
    const lacking = lenses.find(({ command }) => command?.title === '缺时限 2')?.command;
    assert.ok(lacking, titles.join('\n'));
    await vscode.commands.executeCommand(lacking.command, ...(lacking.arguments ?? []));
    await eventuallyHolds(() => assert.match(labelsOfTabs(), /任务表：2026年云溪县安全生产工作要点/));
  });

  it('hints between the words are shown to those who ask for them, and to nobody else', async () => {
    const document = await openSample(SAMPLE);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return found.map(({ label }) => String(label));
    };
    await eventuallyHolds(async () => assert.deepEqual(await hints(), []));
    try {
      await settings().update('时限提示', true, vscode.ConfigurationTarget.Workspace);
      await settings().update('单位全称', true, vscode.ConfigurationTarget.Workspace);
      await eventuallyHolds(async () => {
        const shown = await hints();
        assert.ok(shown.includes('→2026-10-31'), shown.join('\n'));
        assert.ok(shown.includes('→云溪县应急管理局'), shown.join('\n'));
      });
    } finally {
      await settings().update('时限提示', undefined, vscode.ConfigurationTarget.Workspace);
      await settings().update('单位全称', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('markers, leads and deadlines are coloured by what they mean', async () => {
    const { uri } = await openSample(SAMPLE);
    await eventuallyHolds(async () => {
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        uri,
      );
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        uri,
      );
      const types = new Set([...tokens.data].filter((_, index) => index % 5 === 3));
      const names = [...types].map((type) => legend.tokenTypes[type]);
      for (const name of ['marker', 'taskTitle', 'unit', 'deadline', 'fieldLabel'])
        assert.ok(names.includes(name), names.join('\n'));
    });
  });

  for (const name of ['前置信息', '通知', '章', '任务', '责任分工括注', '任务表', '附件'] as const)
    it(`the snippet ${name} is put in as it stands in the list`, async () => {
      const document = await openDraft('片段.要点.md', '');
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'yaodian', name });
      const fixed = snippets[name].body.find((line) => line !== '' && !line.includes('$'));
      await eventuallyHolds(() => {
        assert.ok(document.getText().length > 4, document.getText());
        if (fixed !== undefined) assert.ok(document.getText().includes(fixed), document.getText());
        assert.doesNotMatch(document.getText(), /\$\{?\d/);
      });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

  it('the standard outline has the chapters, and the breadcrumbs with it', async () => {
    const { uri } = await openSample(SAMPLE);
    const symbols = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return found.length > 0 ? found : undefined;
    });
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    assert.ok(names.includes('三、深化重点领域整治'), names.join('\n'));
  });

  it('a draft that is not on disk is checked as it is typed', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaodian', content: GAP });
    assert.equal(document.uri.scheme, 'untitled');
    await vscode.window.showTextDocument(document);
    await eventuallyHolds(() => assert.deepEqual(gapsIn(document.uri), ['numbering/gap']));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(6, 0, 6, 1), '三');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventuallyHolds(() => assert.deepEqual(gapsIn(document.uri), []));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('the old side of a comparison is coloured as a draft and not checked', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('old-side', {
      provideTextDocumentContent: () => GAP,
    });
    try {
      const { uri } = await openDraft('比对.要点.md', GAP);
      const old = await vscode.workspace.openTextDocument(uri.with({ scheme: 'old-side' }));
      await vscode.commands.executeCommand('vscode.diff', old.uri, uri);
      assert.equal(old.languageId, 'yaodian');
      await eventuallyHolds(() => assert.deepEqual(gapsIn(uri), ['numbering/gap']));
      assert.deepEqual(gapsIn(old.uri), []);
    } finally {
      provider.dispose();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(vscode.Uri.file(path.join(workspaceFolder(), '比对.要点.md')));
    }
  });
});

function labelsOfTabs(): string {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join('\n');
}

function gapsIn(uri: vscode.Uri): unknown[] {
  const codes = ourFindings(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
  return codes.filter((code) => code === 'numbering/gap');
}
