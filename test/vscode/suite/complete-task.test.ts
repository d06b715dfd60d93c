import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, eventuallyHolds } from '../support/eventually';
import { openDraft } from '../support/workspace';

const PLAN = `# 2026年云溪县教育工作要点

一、重点任务

1．办好学前教育。新建公办幼儿园2所。〔牵头单位：县教育局；完成时限：2026年8月底前〕

2．办好义务教育。新增学位600个。〔牵头单位：县教育局；完成时限：2026年8月底前〕
`;
const NEW_TASK = '\n3．办好高中教育。改造校舍3处。〔牵头单位：县教育局〕';

function findingsOn(document: vscode.TextDocument, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ code }) => codeOf(code) === rule);
}

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

describe('a task without a deadline', function () {
  this.timeout(180_000);

  it('is found as it is typed, completed with the fix, and then no longer found', async () => {
    const document = await openDraft('补时限.要点.md', PLAN);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await eventuallyHolds(() => assert.ok(vscode.languages.getDiagnostics(document.uri)));
    editor.selection = new vscode.Selection(
      document.positionAt(PLAN.length),
      document.positionAt(PLAN.length),
    );
    await vscode.commands.executeCommand('type', { text: NEW_TASK });

    // Findings come and go while the words are coming in; the last one names the whole title.
    const finding = await eventually(() => {
      const [found] = findingsOn(document, 'task/missing-deadline');
      assert.equal(found && document.getText(found.range), '办好高中教育');
      return found;
    });

    const action = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => /完成时限/.test(title) && !/忽略/.test(title));
    });
    assert.ok(action.edit, `an edit in ${action.title}`);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    if (action.command !== undefined)
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await eventuallyHolds(() =>
      assert.match(document.getText(), /校舍3处。〔牵头单位：县教育局；完成时限：[^〕]*〕/),
    );

    // The cursor stands where the date belongs: what is typed goes there.
    await vscode.commands.executeCommand('type', { text: '2026年9月底前' });
    await eventuallyHolds(() =>
      assert.match(document.getText(), /校舍3处。〔牵头单位：县教育局；完成时限：2026年9月底前[^〕]*〕/),
    );
    await eventuallyHolds(() => assert.deepEqual(findingsOn(document, 'task/missing-deadline'), []));
  });
});
