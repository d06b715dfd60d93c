import { FileType, Uri, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { base64OfBytes } from '../../../server/src/base64';
import {
  LIST_FILES,
  READ_FILE,
  WRITE_FILE,
  type ListFilesParams,
  type ReadFileParams,
  type WriteFileParams,
} from '../../../server/src/protocol';

/** Reads and writes for the server what lies on no disk: folders of a repository on the web, or all files where it runs in a browser. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    server.onDidStart((client) => {
      client.onRequest(READ_FILE, read);
      client.onRequest(WRITE_FILE, write);
      client.onRequest(LIST_FILES, list);
    }),
  );
}

async function read({ uri, most }: ReadFileParams): Promise<string | null> {
  try {
    const file = Uri.parse(uri);
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > most) return null;
    return base64OfBytes(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

async function write({ uri, text }: WriteFileParams): Promise<null> {
  await workspace.fs.writeFile(Uri.parse(uri), new TextEncoder().encode(text));
  return null;
}

async function list({ uri, ending, most }: ListFilesParams): Promise<string[]> {
  const start = Uri.parse(uri);
  const found: string[] = [];
  const folders = (await isFile(start)) ? [] : [start];
  if (folders.length === 0 && uri.toLowerCase().endsWith(ending)) found.push(uri);
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const [name, type] of await entriesOf(folder)) {
      const entry = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !/^\.|^node_modules$/.test(name)) folders.push(entry);
      else if (type === FileType.File && name.toLowerCase().endsWith(ending)) found.push(entry.toString());
    }
    if (found.length >= most) break;
  }
  return found;
}

async function isFile(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.File) !== 0,
    () => false,
  );
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  return workspace.fs.readDirectory(folder).then(
    (entries) => entries,
    () => [],
  );
}
