import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Puts new content in the place of a file in one step: whoever reads it sees the old or the new, never half. */
export function replaceFile(path: string, content: Uint8Array): void {
  // A rename would put the new file over one the user has protected.
  accessSync(path, constants.W_OK);
  const target = realpathSync(path);
  const mode = statSync(target).mode & 0o7777;
  writeBeside(target, content, (written) => {
    chmodSync(written, mode);
    renameSync(written, target);
  });
}

/**
 * Writes a file that is not there yet; one that is there is an error. A reader, or a killed process, never leaves half
 * a file: it is put there when it is whole.
 */
export function createFile(path: string, content: Uint8Array): void {
  writeBeside(path, content, (written) => installNew(written, path));
}

/** Puts a file of our own in its place in one step, whatever stands there. Nobody else may read it. */
export function putFile(path: string, content: Uint8Array): void {
  writeBeside(path, content, (written) => renameSync(written, path));
}

/** Modes of a file that a person makes, before the person's own mask takes from them. */
const NEW_FILE = 0o666;

/** Puts a written file in its place where nothing stands yet, in one step: a link does not overwrite. */
function installNew(written: string, path: string): void {
  chmodSync(written, NEW_FILE & ~process.umask());
  try {
    linkSync(written, path);
  } catch (error) {
    // Some disks (exFAT, network shares) know no links: there the last look is as good as it gets.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) throw exists(path);
    return renameSync(written, path);
  }
  rmSync(written);
}

function exists(path: string): Error {
  return Object.assign(new Error(path), { code: 'EEXIST' });
}

/** Names are of 255 bytes at most, and one of this many characters leaves room for what is put to it. */
const LONGEST_NAME = 60;

/** The path of a hidden file in the same folder that tells by its name which file it is for. */
export function besideFile(path: string, ending: string): string {
  return join(dirname(path), `.${basename(path).slice(0, LONGEST_NAME)}.${ending}`);
}

/** Writes a temporary file in the target's folder (a rename across disks is a copy) and takes it away on failure. */
function writeBeside(target: string, content: Uint8Array, install: (written: string) => void): void {
  const unique = `${process.pid.toString(36)}${Math.random().toString(36).slice(2, 10)}`;
  const temporary = besideFile(target, `${unique}.tmp`);
  try {
    writeAll(openSync(temporary, 'wx', 0o600), content);
    install(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, content: Uint8Array): void {
  try {
    for (let written = 0; written < content.length;) {
      written += writeSync(descriptor, content, written, content.length - written);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
