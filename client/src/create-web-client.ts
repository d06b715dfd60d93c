import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, WorkDoneProgress, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options';
import type { CreateClient } from './language-client';
import { t } from './localise';

/** Workers of browsers, as far as they are used; with all the types of browsers, Node's own would be hidden. */
interface Worker {
  terminate(): void;
}
declare const Worker: new (address: string) => Worker;

export const workDone = WorkDoneProgress.type;

/** The server in a worker, for editors that run in a browser alone. */
export const createClient: CreateClient = async (context, output) => {
  const address = await serverAddress(context);
  const worker = new Worker(address);
  return new WorkerClient(clientOptions(output), worker, () => URL.revokeObjectURL(address));
};

/** Ends the worker after the server has answered that it ends. */
class WorkerClient extends LanguageClient {
  constructor(
    options: LanguageClientOptions,
    private readonly serverWorker: Worker,
    private readonly ended: () => void,
  ) {
    super('yaodian', t('要点语言服务'), options, serverWorker);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.serverWorker.terminate();
      this.ended();
    }
  }
}

/**
 * The script by way of its text: a worker may not be started from where an extension lies in every editor (VS Code
 * refuses it for extensions that come from a remote machine).
 */
async function serverAddress({ extensionUri }: ExtensionContext): Promise<string> {
  const script = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'web', 'server.js'));
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
