import type { MessagePort } from 'node:worker_threads';
import { speak } from '../../localise';
import type { Io, Output } from '../io';
import { NodeFiles } from '../node-files';
import type { CheckSettings } from './check-paths';
import { draftChecker, type Checked, type DraftChecker } from './draft-checker';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly settings: CheckSettings;
}

/** The other end of `checkOnThreads`: answers each `CheckRequest` with what came of its paths (`Checked[]`). */
export function answerRequests(port: MessagePort | null, cwd: string): void {
  let check: DraftChecker | undefined;
  port?.on('message', async ({ paths, settings }: CheckRequest) => {
    await speak(settings.language ?? 'zh');
    // One checker for all requests: it remembers configuration and registry.
    check ??= await draftChecker(settings, threadIo(cwd));
    const checked: Checked[] = [];
    for (const path of paths) checked.push(await check(path));
    port.postMessage(checked);
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
