import { availableParallelism } from 'node:os';
import type { Thread, ThreadSource } from './io';

/** Threads that run this script; undefined where they would only take turns. */
export function nodeThreads(script: string): ThreadSource | undefined {
  const count = availableParallelism();
  return count < 2 ? undefined : { count, start: () => startThread(script) };
}

async function startThread(script: string): Promise<Thread> {
  // Few commands need threads, and each start would load them.
  const { Worker } = await import('node:worker_threads');
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
