import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { TRUST_GRANTED } from '../protocol';
import { clientFeatures } from './client-features';
import { createServices, type Host } from './create-services';
import { languageOf, speak } from '../localise';
import { handlers } from './handlers';
import { logTo } from './log';
import type { Services } from './services';
import { announce, followConfiguration, followDocuments, followFiles } from './synchronisation';

/** Wires a server to a connection; it works from when the client introduces itself until the connection ends. */
export function startServer(connection: Connection, host: Host): void {
  const session = new ServerSession();
  const log = logTo(connection);
  connection.onInitialize(async (params) => {
    await speak(languageOf(params.locale));
    return session.begin(connection, params, host);
  });
  connection.onInitialized(() => {
    const { services } = session;
    if (services) void announce(services).catch((error) => log.failure('initialized', error));
  });
  connection.onShutdown(() => session.end());
  connection.onNotification(TRUST_GRANTED, () => session.trust(host));
  followDocuments(connection, () => session.services);
  followConfiguration(connection, () => session.services);
  followFiles(connection, () => session.services);
  for (const handler of handlers) handler.listen(connection, session);
  connection.listen();
}

class ServerSession {
  services: Services | undefined;
  shutDown = false;

  begin(connection: Connection, params: InitializeParams, host: Host): InitializeResult {
    const client = clientFeatures(params);
    this.services = createServices(connection, client, params, host);
    const announced = handlers.map((handler) => handler.capabilities(client));
    return {
      serverInfo: { name: 'yaodian', version: host.version },
      capabilities: Object.assign(
        {
          positionEncoding: client.encoding,
          textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
          workspace: {
            workspaceFolders: { supported: true, changeNotifications: true },
            // What goes with a folder moves with it.
            fileOperations: {
              willRename: { filters: [{ pattern: { glob: '**/*.{md,txt}', matches: 'file' } }] },
            },
          },
        },
        ...announced,
      ),
    };
  }

  trust({ programs }: Host): void {
    if (this.services) this.services.programs = programs;
  }

  end(): void {
    this.shutDown = true;
    this.services?.dispose();
  }
}
