import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createFile, replaceFile } from '../storage/replace-file';
import { updateFile } from '../storage/update-file';
import { LARGEST_FILE, MOST_FILES, type Files } from '../connection/files';

/** The disk. */
export class NodeFiles implements Files {
  async read(uri: string): Promise<string | undefined> {
    const bytes = await this.readBytes(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  async readBytes(uri: string): Promise<Uint8Array | undefined> {
    const file = pathOfUri(uri);
    if (!file) return undefined;
    try {
      const stats = await stat(file);
      // A pipe or a device would never end.
      return stats.isFile() && stats.size <= LARGEST_FILE ? await readFile(file) : undefined;
    } catch {
      return undefined;
    }
  }

  async write(uri: string, text: string): Promise<void> {
    const file = fileOf(uri);
    const content = new TextEncoder().encode(text);
    if (existsSync(file)) replaceFile(file, content);
    else createFile(file, content);
  }

  async update(uri: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    await updateFile(fileOf(uri), change);
  }

  async list(uri: string, ending: string): Promise<string[]> {
    const start = pathOfUri(uri);
    if (!start) return [];
    if (await isFile(start)) return endsWith(start, ending) ? [uri] : [];
    const found: string[] = [];
    const folders = [start];
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      for (const entry of await entriesOf(folder)) {
        const full = path.join(folder, entry.name);
        if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) folders.push(full);
        else if (entry.isFile() && endsWith(full, ending)) found.push(uriOfPath(full));
      }
      if (found.length >= MOST_FILES) break;
    }
    return found;
  }

  async real(uri: string): Promise<string | undefined> {
    try {
      return uriOfPath(await realpath(pathOfUri(uri) ?? ''));
    } catch {
      return undefined;
    }
  }
}

const endsWith = (name: string, ending: string): boolean => name.toLowerCase().endsWith(ending);

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Undefined for a uri that means nothing on this machine. */
function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

function fileOf(uri: string): string {
  const file = pathOfUri(uri);
  if (file === undefined) throw new Error(`not a file of this machine: ${uri}`);
  return file;
}

export function uriOfPath(file: string): string {
  return pathToFileURL(file).href;
}
