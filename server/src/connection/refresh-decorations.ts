import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Services } from './services';

/** Settings decide what is shown between the lines, and editors ask for that again only when told to. */
export function refreshDecorations({ connection, client, log }: Services): void {
  const requests = [
    ...(client.lensRefresh ? [CodeLensRefreshRequest.type] : []),
    ...(client.hintRefresh ? [InlayHintRefreshRequest.type] : []),
    ...(client.tokenRefresh ? [SemanticTokensRefreshRequest.type] : []),
  ];
  for (const type of requests) {
    connection.sendRequest(type.method).catch((error: unknown) => log.failure(type.method, error));
  }
}
