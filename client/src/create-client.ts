import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  type ErrorHandler,
} from 'vscode-languageclient/node';
import type { ExtensionContext, OutputChannel } from 'vscode';
import {
  PLACE_CURSOR_COMMAND,
  SHOW_TASKS_COMMAND,
  type InitializationOptions,
} from '../../server/src/protocol';
import { schemes } from './draft-documents';
import { t } from './localise';

const options: InitializationOptions = {
  commands: [PLACE_CURSOR_COMMAND, SHOW_TASKS_COMMAND, 'yaodian.openTaskTable', 'yaodian.renumber'],
};

/** The client library is only in this file, which is read when the first draft is opened. */
export function createClient(
  context: ExtensionContext,
  outputChannel: OutputChannel,
  giveUp: () => void,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const transport = TransportKind.ipc;
  return new LanguageClient(
    'yaodian',
    t('要点语言服务'),
    { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6011'] } } },
    {
      documentSelector: [
        ...schemes.map((scheme) => ({ language: 'yaodian', scheme })),
        // Registries: faults are shown, and a unit can be renamed, where they are written.
        ...schemes.map((scheme) => ({ pattern: '**/单位名录.{yaml,yml,csv}', scheme })),
      ],
      outputChannel,
      initializationOptions: options,
      // Without these two the library speaks English to the person.
      initializationFailedHandler: () => false,
      errorHandler: patientHandler(giveUp),
    },
  );
}

/** Restarts a server that ends, unless it ends again and again. */
function patientHandler(giveUp: () => void): ErrorHandler {
  const patience = { ends: 4, milliseconds: 3 * 60_000 };
  const ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((end) => now - end < patience.milliseconds);
      if (recent.length < patience.ends) return { action: CloseAction.Restart, handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
