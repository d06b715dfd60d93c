import { EventEmitter, type Disposable, type ExtensionContext, type OutputChannel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { t } from './localise';

/** Documents the server sees: not those of other schemes (`git:` in a comparison), whose findings come twice. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'memfs'];

/** Commands that the server may name in lenses and actions. */
const offeredCommands = [
  'yaodian.placeCursor',
  'yaodian.showTasks',
  'yaodian.renumber',
  'yaodian.openTaskTable',
];

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
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = this.context.asAbsolutePath('dist/server.cjs');
    const client = new LanguageClient(
      'yaodian',
      t('要点语言服务'),
      {
        run: { module, transport: TransportKind.ipc },
        debug: {
          module,
          transport: TransportKind.ipc,
          options: { execArgv: ['--nolazy', '--inspect=6011'] },
        },
      },
      {
        documentSelector: schemes.map((scheme) => ({ language: 'yaodian', scheme })),
        outputChannel: this.output,
        initializationOptions: { commands: offeredCommands },
      },
    );
    try {
      await client.start();
    } catch (error) {
      this.running = undefined;
      throw error;
    }
    this.started.fire(client);
    return client;
  }
}
