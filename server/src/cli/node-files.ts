import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Dirent,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileError, type FileEntry, type FileKind, type Files } from './io';

/** The disk. Synchronous: a command reads few files at a time, and threads read their own. */
export class NodeFiles implements Files {
  read(path: string): Uint8Array {
    return attempt(path, () => readFileSync(path));
  }

  kindOf(path: string): FileKind {
    const stats = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
    if (!stats) return 'absent';
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  }

  list(folder: string): readonly FileEntry[] {
    const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    return entries.map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }));
  }

  realPath(path: string): string {
    return attempt(path, () => realpathSync(path));
  }

  replace(path: string, content: Uint8Array): void {
    attempt(path, () => {
      // A rename would put the new file over one the user has protected.
      accessSync(path, constants.W_OK);
      const target = realpathSync(path);
      const mode = statSync(target).mode & 0o7777;
      writeBeside(target, content, (written) => {
        chmodSync(written, mode);
        renameSync(written, target);
      });
    });
  }

  write(path: string, content: Uint8Array, overwrite: boolean): void {
    if (overwrite && this.kindOf(path) === 'file') return this.replace(path, content);
    // A reader, or a killed process, never leaves half a file: it is put there when it is whole.
    attempt(path, () => writeBeside(path, content, (written) => installNew(written, path)));
  }
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

function kindOfEntry(entry: Dirent): FileEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

/** Writes a temporary file in the target's folder (a rename across disks is a copy) and takes it away on failure. */
function writeBeside(target: string, content: Uint8Array, install: (written: string) => void): void {
  const unique = `${process.pid.toString(36)}${Math.random().toString(36).slice(2, 10)}`;
  const temporary = join(dirname(target), `.${basename(target)}.${unique}.tmp`);
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

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new FileError(path, code);
  }
}
