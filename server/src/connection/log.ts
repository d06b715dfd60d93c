import type { Connection } from 'vscode-languageserver';

/** Tells people who look for it what went wrong inside; never throws, whatever it is given. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** `doing`: what failed, e.g. `textDocument/hover`. */
  failure(doing: string, error: unknown): void;
}

export function logTo(connection: Pick<Connection, 'console'>): Log {
  return {
    info: (message) => quietly(() => connection.console.info(message)),
    warn: (message) => quietly(() => connection.console.warn(message)),
    failure: (doing, error) => quietly(() => connection.console.error(`${doing}: ${describe(error)}`)),
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A connection that is gone cannot be told, and there is nobody else to tell. */
function quietly(send: () => void): void {
  try {
    send();
  } catch {
    return;
  }
}
