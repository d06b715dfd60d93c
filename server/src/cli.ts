import { isMainThread, parentPort } from 'node:worker_threads';
import { createNodeIo } from './cli/node-io';
import { run } from './cli/run';
import { optimiseLate } from './engine';

/** The command line's own process; the threads that check many files start from the same script. */
if (isMainThread) {
  optimiseLate();
  void run(process.argv.slice(2), createNodeIo(process, serve)).then((code) => {
    // Setting the exit code instead of calling exit lets what is still in the pipe reach its reader.
    process.exitCode = code;
  });
} else {
  void import('./cli/check/thread').then(({ answerRequests }) => answerRequests(parentPort, process.cwd()));
}

/** `yaodian lsp` is the language server itself; its bundle is loaded only then. */
async function serve(): Promise<void> {
  const { ended } = await import('./server');
  await ended;
}
