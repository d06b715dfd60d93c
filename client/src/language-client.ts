import {
  CancellationTokenSource,
  commands,
  type CancellationToken,
  EventEmitter,
  type Disposable,
  type ExtensionContext,
  type OutputChannel,
  window,
} from 'vscode';
import type { BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type { DraftsParams } from '../../server/src/protocol';
import { t } from './localise';
import { WorkProgress } from './work-progress';

/** Makes the client for a server where this editor can run one; `giveUp` is called when it ends again and again. */
export type CreateClient = (
  context: ExtensionContext,
  output: OutputChannel,
  giveUp: () => void,
) => Promise<BaseLanguageClient>;

/** What is read when the first draft is opened: the client library is large. */
export interface ClientLibrary {
  readonly createClient: CreateClient;
  readonly workDone: typeof WorkDoneProgress.type;
}

/**
 * The language server, started when somebody first needs it: opening an ordinary Markdown file activates the
 * extension (its front matter may make it a draft) and must not cost a process.
 */
export class LanguageServer implements Disposable {
  readonly output: OutputChannel;
  private running: Promise<BaseLanguageClient> | undefined;
  private walks = 0;
  private readonly started = new EventEmitter<BaseLanguageClient>();
  /** Each start, restarts included: the place to listen for notifications. */
  readonly onDidStart = this.started.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly load: () => Promise<ClientLibrary>,
  ) {
    this.output = window.createOutputChannel(t('要点'), { log: true });
  }

  start(): Promise<BaseLanguageClient> {
    this.running ??= this.launch();
    return this.running;
  }

  async request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    const client = await this.start();
    // An absent token would be sent as a second parameter.
    return token
      ? client.sendRequest<Result>(method, params, token)
      : client.sendRequest<Result>(method, params);
  }

  /** One that goes through many drafts: tells how far it is, and can be stopped. */
  async requestOverDrafts<Result, Params extends DraftsParams = DraftsParams>(
    method: string,
    params: Params,
  ): Promise<Result> {
    const client = await this.start();
    const { workDone } = await this.load();
    const cancel = new CancellationTokenSource();
    const progress = new WorkProgress(cancel);
    const workDoneToken = `${method} ${++this.walks}`;
    const listening = client.onProgress(workDone, workDoneToken, (value) => progress.take(value));
    try {
      return await client.sendRequest<Result>(method, { ...params, workDoneToken }, cancel.token);
    } finally {
      progress.end();
      listening.dispose();
      cancel.dispose();
    }
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

  private async launch(): Promise<BaseLanguageClient> {
    try {
      const { createClient } = await this.load();
      const client = await createClient(this.context, this.output, () =>
        this.explain(t('要点语言服务几次意外停止，稿件暂时不能检查。')),
      );
      // Before the start, so that no notification of the server's first moments is lost.
      this.started.fire(client);
      await client.start();
      return client;
    } catch (error) {
      this.output.appendLine(String(error));
      void this.explain(t('要点语言服务没有启动，稿件暂时不能检查。'));
      throw error;
    }
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
