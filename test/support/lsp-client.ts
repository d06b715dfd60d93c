import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  LogMessageNotification,
  MessageType,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export interface StartOptions {
  /** Arguments of node; the built server over stdio unless a test asks for another way in. */
  command?: string[];
  /** Environment variables besides those of the tests; undefined takes one away. */
  env?: NodeJS.ProcessEnv;
  /** A folder on disk that is opened as the workspace. */
  workspace?: string;
  /** What the client answers to `workspace/configuration`, by section. */
  configuration?: Record<string, unknown>;
  /** Overrides what the client says it can do. */
  capabilities?: ClientCapabilities;
  initializationOptions?: unknown;
  /** The language of the client's person; Chinese unless a test says otherwise. */
  locale?: string;
  /** How long any wait may last, in milliseconds. */
  patience?: number;
}

const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.fixAll'] },
      },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    foldingRange: { lineFoldingOnly: true },
    selectionRange: {},
  },
  general: { positionEncodings: ['utf-16'] },
};

/**
 * A real server process with a client that is as plain as a client can be. Everything that waits gives up after
 * `patience` and then shows what the server wrote to stderr.
 *
 *     const server = await startServer();
 *     const uri = server.open('草案.要点.md', text);
 *     const { diagnostics } = await server.diagnostics(uri);
 *     const symbols = await server.request(DocumentSymbolRequest.type, { textDocument: { uri } });
 *     await server.stop();
 */
export class TestServer {
  readonly registrations: Registration[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  configuration: Record<string, unknown>;
  stderr = '';
  /** What went wrong inside, as the server logs it: it answers with null then, and goes on. */
  readonly failures: string[] = [];
  initialized!: InitializeResult;
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    private readonly options: StartOptions,
  ) {
    this.configuration = options.configuration ?? {};
    process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const look of this.waiting) look();
    });
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) this.failures.push(message);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) =>
        section === undefined ? this.configuration : (this.configuration[section] ?? null),
      ),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    connection.listen();
  }

  async initialize(): Promise<void> {
    const { workspace } = this.options;
    const uri = workspace === undefined ? null : pathToFileURL(workspace).href;
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: path.basename(uri) }],
      locale: this.options.locale ?? 'zh-cn',
      capabilities: this.options.capabilities ?? capabilities,
      initializationOptions: this.options.initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Opens a document and returns its uri. A bare name is put into the workspace (or a folder that does not exist). */
  open(name: string, text: string, languageId = 'yaodian'): string {
    const uri = /^\w+:/.test(name)
      ? name
      : pathToFileURL(path.join(this.options.workspace ?? '/草稿', name)).href;
    this.versions.set(uri, 1);
    void this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Sends changes (ranges, or one whole text) as the next version and returns that version. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): number {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  close(uri: string): void {
    this.versions.delete(uri);
    void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The latest diagnostics of a whole document for its current version, or for the one asked for. */
  diagnostics(uri: string, version = this.versions.get(uri)): Promise<PublishDiagnosticsParams> {
    const find = () =>
      this.published.findLast(
        (p) => p.uri === uri && (p.version === undefined || p.version === version) && !isOfHeadAlone(p),
      );
    const arrived = new Promise<PublishDiagnosticsParams>((resolve) => {
      const look = () => {
        const params = find();
        if (params === undefined) return;
        this.waiting.delete(look);
        resolve(params);
      };
      this.waiting.add(look);
      look();
    });
    return this.within(`diagnostics of version ${version} of ${uri}`, arrived);
  }

  /** Waits until the latest diagnostics of a document are as wanted, and returns their codes. */
  async until(uri: string, wanted: (codes: readonly string[]) => boolean): Promise<readonly string[]> {
    const latest = () => this.published.findLast((published) => published.uri === uri)?.diagnostics;
    const codes = () => latest()?.map(({ code }) => String(code));
    let look: () => void = () => undefined;
    const arrived = new Promise<readonly string[]>((resolve) => {
      look = () => {
        const found = codes();
        if (found && wanted(found)) resolve(found);
      };
      this.waiting.add(look);
      look();
    });
    try {
      return await this.within(`such diagnostics of ${uri} (last: ${codes()?.join()})`, arrived);
    } finally {
      this.waiting.delete(look);
    }
  }

  readonly request: ProtocolConnection['sendRequest'] = (...args: unknown[]) =>
    this.within(
      String((args[0] as { method?: string }).method ?? args[0]),
      (this.connection.sendRequest as (...args: unknown[]) => Promise<never>)(...args),
    );

  readonly notify: ProtocolConnection['sendNotification'] = (...args: unknown[]) =>
    (this.connection.sendNotification as (...args: unknown[]) => Promise<void>)(...args);

  private async within<T>(what: string, answer: Promise<T>): Promise<T> {
    const patience = this.options.patience ?? 8000;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no ${what} within ${patience} ms; stderr: ${this.stderr || '(nothing)'}`)),
        patience,
      );
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  /** Shuts the server down as the protocol asks and returns its exit code (null when it had to be killed). */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    try {
      await this.request(ShutdownRequest.type);
      await this.notify(ExitNotification.type);
      return await this.within('exit', ended);
    } catch {
      this.process.kill('SIGKILL');
      return ended;
    } finally {
      this.connection.dispose();
    }
  }
}

/** Whether these are only what is found in the beginning of a long draft: the whole is being checked. */
export function isOfHeadAlone({ diagnostics }: PublishDiagnosticsParams): boolean {
  return diagnostics[0]?.code === '先列开头';
}

/** Starts the built server and initializes it. Build first (`npm run test:lsp` does). */
export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const command = options.command ?? [path.join(root, 'dist/server.cjs'), '--stdio'];
  const env = { ...process.env, ...options.env };
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'pipe', env });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const server = new TestServer(child, connection, options);
  await server.initialize();
  return server;
}
