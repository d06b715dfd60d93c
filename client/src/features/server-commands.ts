import { commands, window, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';

/** 显示运行日志, 重新启动语言服务. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.showOutput', () => server.output.show()),
    commands.registerCommand('yaodian.restartServer', async () => {
      await server.restart();
      window.setStatusBarMessage(t('语言服务已重新启动'), 5000);
    }),
  );
}
