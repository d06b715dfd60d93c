import * as vscode from 'vscode';

/** Mocha keeps this for itself in its types. */
interface Test {
  currentRetry(): number;
}

/** Before a test is tried again: takes away what its first try has left open, unsaved or asked. */
export async function backToTheBeginning(this: { currentTest?: unknown }): Promise<void> {
  const test = this.currentTest as Test | undefined;
  if (!test || test.currentRetry() === 0) return;
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
