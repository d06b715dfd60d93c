import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { onProcessEnd } from './on-process-end';

export type Ending = 'ended' | 'late' | 'cancelled';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Limits {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds. */
  readonly timeLimit: number;
  readonly platform: NodeJS.Platform;
}

/** Runs a program until it ends by itself, is late, is cancelled, or this process ends: it never outlives any of them. */
export function runUntilEnded(
  { command, args }: Program,
  { signal, timeLimit, platform }: Limits,
): Promise<Ending> {
  if (signal?.aborted) return Promise.resolve('cancelled');
  return new Promise((resolve) => {
    // soffice starts a second process and waits for it: both end when their group is ended.
    const child = spawn(command, args, {
      stdio: 'ignore',
      detached: platform !== 'win32',
      windowsHide: true,
    });
    let ending: Ending = 'ended';
    const stop = (why: Ending): void => {
      ending = why;
      endGroup(child, platform);
    };
    const timer = setTimeout(() => stop('late'), timeLimit);
    const cancel = (): void => stop('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    // A group of its own does not hear Ctrl-C of the terminal.
    const forget = onProcessEnd(cancel);
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      forget();
      resolve(ending);
    };
    child.once('error', end);
    child.once('exit', end);
  });
}

/** Without waiting for an event: the process may be about to end. */
function endGroup(child: ChildProcess, platform: NodeJS.Platform): void {
  if (child.pid === undefined) return;
  try {
    if (platform === 'win32')
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
