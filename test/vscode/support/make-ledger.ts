import * as vscode from 'vscode';
import { eventually } from './eventually';

/** 生成工作台账 for the draft that is open, without its questions: tried until the server has the draft. */
export function makeLedger(kind: string, format: string, target: vscode.Uri): Promise<vscode.Uri> {
  return eventually(
    async () =>
      vscode.commands.executeCommand<vscode.Uri | undefined>('yaodian.makeLedger', { kind, format }, target),
    45_000,
  );
}
