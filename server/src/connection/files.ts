import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The file system as the server needs it; uris in, so that a client's virtual files simply do not exist. */
export interface Files {
  /** The text of a file, without a byte order mark; undefined where there is none that can be read. */
  read(uri: string): Promise<string | undefined>;
  readBytes(uri: string): Promise<Uint8Array | undefined>;
  /** Files below a folder (or the file itself), hidden folders and node_modules left out. */
  list(uri: string, wanted: (uri: string) => boolean): Promise<string[]>;
}

const LARGEST_FILE = 16 * 1024 * 1024;
const MOST_FILES = 20_000;

export class NodeFiles implements Files {
  async read(uri: string): Promise<string | undefined> {
    const bytes = await this.readBytes(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  async readBytes(uri: string): Promise<Uint8Array | undefined> {
    const file = pathOfUri(uri);
    if (!file) return undefined;
    try {
      return (await stat(file)).size > LARGEST_FILE ? undefined : await readFile(file);
    } catch {
      return undefined;
    }
  }

  async list(uri: string, wanted: (uri: string) => boolean): Promise<string[]> {
    const start = pathOfUri(uri);
    if (!start) return [];
    if (await isFile(start)) return wanted(uri) ? [uri] : [];
    const found: string[] = [];
    const folders = [start];
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      for (const entry of await entriesOf(folder)) {
        const full = path.join(folder, entry.name);
        if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) folders.push(full);
        else if (entry.isFile() && wanted(uriOfPath(full))) found.push(uriOfPath(full));
      }
      if (found.length >= MOST_FILES) break;
    }
    return found;
  }
}

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

/** Undefined for a document that is not a file of this machine (`untitled:`, `vscode-vfs:`). */
export function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The path a document has, or will have once it is saved: editors open new documents under the name they are meant for
 * (`untitled:/folder/name`). Undefined for one without a name (`untitled:Untitled-1`), and for virtual files.
 */
export function placeOfDocument(uri: string): string | undefined {
  return pathOfUri(uri.replace(/^untitled:\/+/, 'file:///'));
}

export function uriOfPath(file: string): string {
  return pathToFileURL(file).href;
}

/**
 * One spelling for a file's uri: clients escape differently (`%3A`, Chinese as itself), and a uri of ours must equal
 * theirs to mean the same document.
 */
export function sameFile(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [pathOfUri(a), pathOfUri(b)];
  return left !== undefined && left === right;
}
