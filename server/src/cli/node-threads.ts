import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Thread, ThreadSource } from './io';

/** Threads that run the command line's own script again; it sees that it is not the main thread. */
export function nodeThreads(script: string | undefined): ThreadSource | undefined {
  const count = availableParallelism();
  return script === undefined || count < 2 ? undefined : { count, start: () => startThread(script) };
}

function startThread(script: string): Thread {
  const worker = new Worker(script);
  const waiting: { resolve(answer: unknown): void; reject(error: unknown): void }[] = [];
  worker.on('message', (answer) => waiting.shift()?.resolve(answer));
  worker.on('error', (error) => waiting.splice(0).forEach(({ reject }) => reject(error)));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(request);
      }),
    stop: () => void worker.terminate(),
  };
}
