import {
  commands,
  EventEmitter,
  type Disposable,
  type ExtensionContext,
  type OutputChannel,
  window,
} from 'vscode';
import type { ErrorHandler, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import {
  PLACE_CURSOR_COMMAND,
  SHOW_TASKS_COMMAND,
  type InitializationOptions,
} from '../../server/src/protocol';
import { t } from './localise';

/** Documents the server sees: not those of other schemes (`git:` in a comparison), whose findings come twice. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'memfs'];

const options: InitializationOptions = {
  commands: [PLACE_CURSOR_COMMAND, SHOW_TASKS_COMMAND, 'yaodian.openTaskTable', 'yaodian.renumber'],
};

/**
 * The language server, started when somebody first needs it: opening an ordinary Markdown file activates the
 * extension (its front matter may make it a draft) and must not cost a process.
 */
export class LanguageServer implements Disposable {
  readonly output: OutputChannel;
  private running: Promise<LanguageClient> | undefined;
  private readonly started = new EventEmitter<LanguageClient>();
  /** Each start, restarts included: the place to listen for notifications. */
  readonly onDidStart = this.started.event;

  constructor(private readonly context: ExtensionContext) {
    this.output = window.createOutputChannel(t('要点'), { log: true });
  }

  start(): Promise<LanguageClient> {
    this.running ??= this.launch();
    return this.running;
  }

  async request<Result>(method: string, params: unknown): Promise<Result> {
    const client = await this.start();
    return client.sendRequest<Result>(method, params);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    // A server that never came up has nothing to stop.
    const client = await running?.catch(() => undefined);
    await client?.dispose();
  }

  dispose(): void {
    this.started.dispose();
    this.output.dispose();
  }

  private async launch(): Promise<LanguageClient> {
    const library = await import('vscode-languageclient/node');
    const module = this.context.asAbsolutePath('dist/server.cjs');
    const transport = library.TransportKind.ipc;
    const client = new library.LanguageClient(
      'yaodian',
      t('要点语言服务'),
      { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6011'] } } },
      this.clientOptions(library),
    );
    // Before the start, so that no notification of the server's first moments is lost.
    this.started.fire(client);
    try {
      await client.start();
    } catch (error) {
      this.output.appendLine(String(error));
      void this.explain(t('要点语言服务没有启动，稿件暂时不能检查。'));
      throw error;
    }
    return client;
  }

  private clientOptions(library: typeof import('vscode-languageclient/node')): LanguageClientOptions {
    return {
      documentSelector: [
        ...schemes.map((scheme) => ({ language: 'yaodian', scheme })),
        // Registries: faults are shown, and a unit can be renamed, where they are written.
        ...schemes.map((scheme) => ({ pattern: '**/单位名录.{yaml,yml,csv}', scheme })),
      ],
      outputChannel: this.output,
      initializationOptions: options,
      // Without these two the library speaks English to the person.
      initializationFailedHandler: () => false,
      errorHandler: patientHandler(library, () =>
        this.explain(t('要点语言服务几次意外停止，稿件暂时不能检查。')),
      ),
    };
  }

  /** Says what happened and offers what helps. */
  private async explain(message: string): Promise<void> {
    const again = t('重新启动');
    const log = t('查看日志');
    const chosen = await window.showErrorMessage(message, again, log);
    if (chosen === again) await commands.executeCommand('yaodian.restartServer');
    if (chosen === log) this.output.show();
  }
}

/** Restarts a server that ends, unless it ends again and again. */
function patientHandler(
  { CloseAction, ErrorAction }: typeof import('vscode-languageclient/node'),
  giveUp: () => void,
): ErrorHandler {
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
