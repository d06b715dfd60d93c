import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { noPrograms } from '../connection/programs';
import { startServer } from '../connection/start';

/** The global scope of a worker, as far as it is needed here. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the page that started this worker: the client reads all files, and there are no other programs. */
export function serveInWorker(scope: WorkerScope): void {
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  scope.addEventListener('unhandledrejection', ({ reason }: { reason: unknown }) =>
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
  );
  startServer(connection, {
    version,
    disk: undefined,
    programs: noPrograms('浏览器里不能启动别的程序'),
    // Pages of an extension that runs in a browser are at no address a link could name.
    pageOf: () => undefined,
  });
}
