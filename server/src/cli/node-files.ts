import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { createFile, replaceFile } from '../storage/replace-file';
import { updateFile } from '../storage/update-file';
import { FileError, type FileEntry, type FileKind, type Files } from './io';

/** The disk. Synchronous: a command reads few files at a time, and threads read their own. */
export class NodeFiles implements Files {
  bytesRead = 0;

  read(path: string): Uint8Array {
    const bytes = attempt(path, () => readFileSync(path));
    this.bytesRead += bytes.length;
    return bytes;
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
    attempt(path, () => replaceFile(path, content));
  }

  write(path: string, content: Uint8Array, overwrite: boolean): void {
    const kind = this.kindOf(path);
    if (kind === 'folder') throw new FileError(path, 'EISDIR');
    if (overwrite && kind === 'file') return this.replace(path, content);
    attempt(path, () => createFile(path, content));
  }

  async update(path: string, change: () => string): Promise<void> {
    await updateFile(path, change).catch((error: unknown) => fail(path, error));
  }
}

function kindOfEntry(entry: Dirent): FileEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    return fail(path, error);
  }
}

function fail(path: string, error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  throw new FileError(path, code);
}
