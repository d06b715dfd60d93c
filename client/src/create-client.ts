import { window } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  WorkDoneProgress,
  type ErrorHandler,
} from 'vscode-languageclient/node';
import { clientOptions } from './client-options';
import type { CreateClient } from './language-client';
import { t } from './localise';

export const workDone = WorkDoneProgress.type;

/** The server as a process. The client library is read with this file, when the first draft is opened. */
export const createClient: CreateClient = async (context, output, giveUp) => {
  const module = context.asAbsolutePath('dist/server.cjs');
  const transport = TransportKind.ipc;
  return new LanguageClient(
    'yaodian',
    t('要点语言服务'),
    { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6011'] } } },
    { ...clientOptions(output), errorHandler: patientHandler(giveUp) },
  );
};

/** Restarts a server that ends, and says so once where it ends several times in a row, unless that does not stop. */
function patientHandler(giveUp: () => void): ErrorHandler {
  const patience = { ends: 4, milliseconds: 3 * 60_000 };
  const ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((end) => now - end < patience.milliseconds);
      if (recent.length < patience.ends) {
        if (recent.length === 1)
          void window.showInformationMessage(t('要点语言服务意外停止，已自动重新启动；稿件没有受影响。'));
        return { action: CloseAction.Restart, handled: true };
      }
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
