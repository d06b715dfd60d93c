import type { Uri } from 'vscode';
import { commands, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { CHECK_WORKSPACE, type CheckWorkspaceResult } from '../../../server/src/protocol';

/**
 * 检查工作区: findings of every draft in the folders, open or not; and the same of what is chosen in the explorer. With
 * progress, and can be cancelled.
 */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.checkWorkspace', () =>
      check(
        server,
        (workspace.workspaceFolders ?? []).map((folder) => folder.uri),
      ),
    ),
    commands.registerCommand('yaodian.checkHere', (clicked: Uri, selected: readonly Uri[] = [clicked]) =>
      check(server, selected),
    ),
  );
}

async function check(server: Client['server'], places: readonly Uri[]): Promise<void> {
  if (places.length === 0) {
    void window.showInformationMessage(t('请先打开稿件所在的文件夹，再检查工作区。'));
    return;
  }
  const result = await server.requestOverDrafts<CheckWorkspaceResult | null>(CHECK_WORKSPACE, {
    places: places.map((place) => place.toString()),
  });
  if (result) await report(result);
}

async function report({ drafts, findings, cancelled }: CheckWorkspaceResult): Promise<void> {
  if (cancelled) return;
  if (drafts === 0) {
    void window.showInformationMessage(
      t('没有找到稿件。稿件的文件名以“.要点.md”结尾，或在前置信息中写“文种: 工作要点”。'),
    );
    return;
  }
  const total = findings.error + findings.warning + findings.info;
  if (total === 0) {
    void window.showInformationMessage(t('检查了 {0} 份稿件，没有发现问题。', drafts));
    return;
  }
  const show = t('查看问题');
  const summary = t(
    '检查了 {0} 份稿件：错误 {1}，警告 {2}，信息 {3}。',
    drafts,
    findings.error,
    findings.warning,
    findings.info,
  );
  if ((await window.showInformationMessage(summary, show)) === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}
