const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up when this process is ended from outside (Ctrl-C, a closed terminal) or ends itself; the process then ends
 * as it would have. Gives what takes the promise back. Whoever cleans up must not wait for anything.
 */
export function onProcessEnd(cleanUp: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    forget();
    cleanUp();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', cleanUp);
    for (const signal of SIGNALS) process.off(signal, end);
  };
  process.once('exit', cleanUp);
  for (const signal of SIGNALS) process.once(signal, end);
  return forget;
}
