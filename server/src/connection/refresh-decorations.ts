import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Services } from './services';

type Asked = Pick<Services, 'connection' | 'client' | 'log'>;

/** Settings decide what is shown between the lines, and editors ask for that again only when told to. */
export function refreshDecorations(services: Asked): void {
  const { client } = services;
  refreshLenses(services);
  if (client.hintRefresh) send(InlayHintRefreshRequest.type.method, services);
  if (client.tokenRefresh) send(SemanticTokensRefreshRequest.type.method, services);
}

export function refreshLenses(services: Asked): void {
  if (services.client.lensRefresh) send(CodeLensRefreshRequest.type.method, services);
}

function send(method: string, { connection, log }: Asked): void {
  connection.sendRequest(method).catch((error: unknown) => log.failure(method, error));
}
