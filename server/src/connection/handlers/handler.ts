import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolRequestType,
  RequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ClientFeatures } from '../client-features';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';

/** The server's state as handlers see it. */
export interface Session {
  readonly services: Services | undefined;
  readonly shutDown: boolean;
}

/** A row of the handler table: what is announced and what answers it, together. */
export interface Handler {
  readonly method: string;
  readonly capabilities: (client: ClientFeatures) => ServerCapabilities;
  listen(connection: Connection, session: Session): void;
}

type Capabilities = ServerCapabilities | ((client: ClientFeatures) => ServerCapabilities);
type OfDocument = { textDocument: { uri: string } };

/** Answers about a draft that is open; null for every other document. */
export function onDraft<P extends OfDocument, R, PR, RO>(
  type: ProtocolRequestType<P, R | null, PR, void, RO>,
  capabilities: Capabilities,
  answer: Answer<P, R>,
): Handler {
  return onRequest(type, capabilities, answerOfDraft(answer));
}

type Answer<P, R> = (snapshot: Snapshot, params: P, services: Services) => R | null | Promise<R | null>;

function answerOfDraft<P extends OfDocument, R>(answer: Answer<P, R>) {
  return async (params: P, services: Services): Promise<R | null> => {
    const snapshot = services.documents.get(params?.textDocument?.uri);
    if (!snapshot?.isDraft) return null;
    await services.checker.prepare(snapshot);
    return answer(snapshot, params, services);
  };
}

/**
 * Answers a request. Whatever goes wrong inside is logged and answered with null: an editor shows nothing then,
 * where an error would come up as a message on every keystroke.
 */
export function onRequest<P, R, PR, RO>(
  type: ProtocolRequestType<P, R | null, PR, void, RO> | RequestType<P, R | null, void>,
  capabilities: Capabilities,
  answer: (params: P, services: Services, token: CancellationToken) => R | null | Promise<R | null>,
): Handler {
  return {
    method: type.method,
    capabilities: typeof capabilities === 'function' ? capabilities : () => capabilities,
    listen: (connection, session) =>
      void connection.onRequest(type.method, async (params: P, token: CancellationToken) => {
        const refusal = refuse(session, token);
        if (refusal) return refusal;
        const services = session.services as Services;
        try {
          return await answer(params, services, token);
        } catch (error) {
          // An answer to the person (why a name cannot be given), not a failure.
          if (error instanceof ResponseError) return error;
          services.log.failure(type.method, error);
          return null;
        }
      }),
  };
}

function refuse({ services, shutDown }: Session, token: CancellationToken): ResponseError | undefined {
  if (shutDown) return new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
  if (!services) return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return undefined;
}

/** A request of our own protocol about a draft. */
export function onCustomDraft<P extends OfDocument, R>(method: string, answer: Answer<P, R>): Handler {
  return onRequest(new RequestType<P, R | null, void>(method), {}, answerOfDraft(answer));
}
