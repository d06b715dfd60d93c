import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { besideFile, createFile, replaceFile } from './replace-file';

/** How long another process may take over its change, and when a lock is one of a process that is gone. Milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 20;

/**
 * Changes a file that other processes change as well: what they wrote is read first, and nobody writes in between.
 * `change` gets undefined where there is no file; what it returns is written.
 */
export async function updateFile(
  path: string,
  change: (content: string | undefined) => string | undefined,
): Promise<void> {
  const lock = besideFile(path, 'lock');
  await takeLock(lock);
  try {
    const known = existsSync(path);
    const text = change(known ? readFileSync(path, 'utf8') : undefined);
    if (text === undefined) return;
    const content = new TextEncoder().encode(text);
    if (known) replaceFile(path, content);
    else createFile(path, content);
  } finally {
    rmSync(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  while (!createLock(lock)) {
    if (isAbandoned(lock)) await clearAbandoned(lock);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function createLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Several may find the same lock abandoned. They take it away one after another, each looking again before it does:
 * what stands there by then may be the lock of one who was faster.
 */
async function clearAbandoned(lock: string): Promise<void> {
  const clearing = `${lock}.lock`;
  await takeLock(clearing);
  try {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(clearing, { force: true });
  }
}

function isAbandoned(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > PATIENCE;
}
