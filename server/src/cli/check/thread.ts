import type { MessagePort } from 'node:worker_threads';
import { speak } from '../../localise';
import type { Io, Output } from '../io';
import { NodeFiles } from '../node-files';
import { PathChecker, type CheckOutcome, type CheckSettings } from './check-paths';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly settings: CheckSettings;
}

/** The other end of `checkOnThreads`: answers each `CheckRequest` with the outcomes of its paths. */
export function answerRequests(port: MessagePort | null, cwd: string): void {
  let checker: PathChecker | undefined;
  port?.on('message', async ({ paths, settings }: CheckRequest) => {
    await speak(settings.language ?? 'zh');
    // One checker for all requests: it remembers configuration and registry.
    checker ??= new PathChecker(settings, threadIo(cwd));
    const outcomes: CheckOutcome[] = [];
    for (const path of paths) outcomes.push(await checker.check(path));
    port.postMessage(outcomes);
  });
}

/** A thread reads and writes drafts but says nothing itself. */
function threadIo(cwd: string): Io {
  const silent: Output = { isTerminal: false, columns: undefined, write: () => undefined };
  return {
    cwd,
    home: '',
    env: {},
    files: new NodeFiles(),
    stdout: silent,
    stderr: silent,
    readStdin: () => Promise.resolve(new Uint8Array()),
    now: () => 0,
  };
}
