import { workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Client } from '../client';
import { TRUST_GRANTED } from '../../../server/src/protocol';

/** Tells the server when it may start other programs: it begins without in a workspace that is not trusted. */
export function activate(context: ExtensionContext, { server }: Client): void {
  let running: BaseLanguageClient | undefined;
  context.subscriptions.push(
    server.onDidStart((client) => (running = client)),
    workspace.onDidGrantWorkspaceTrust(() => void running?.sendNotification(TRUST_GRANTED)),
  );
}
