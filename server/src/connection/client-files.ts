import type { Connection } from 'vscode-languageserver';
import { bytesOfBase64 } from '../base64';
import {
  LIST_FILES,
  READ_FILE,
  WRITE_FILE,
  type ListFilesParams,
  type ReadFileParams,
  type WriteFileParams,
} from '../protocol';
import { LARGEST_FILE, MOST_FILES, type Files } from './files';

/** Files that only the client can reach, asked for one by one; none where the client does not offer to read any. */
export class ClientFiles implements Files {
  constructor(
    private readonly connection: Pick<Connection, 'sendRequest'>,
    private readonly isOffered: boolean,
  ) {}

  async read(uri: string): Promise<string | undefined> {
    const bytes = await this.readBytes(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  async readBytes(uri: string): Promise<Uint8Array | undefined> {
    const params: ReadFileParams = { uri, most: LARGEST_FILE };
    const base64 = await this.ask<string | null>(READ_FILE, params, null);
    return base64 === null ? undefined : bytesOfBase64(base64);
  }

  async write(uri: string, text: string): Promise<void> {
    const params: WriteFileParams = { uri, text };
    if (!this.isOffered) throw new Error(`cannot write ${uri}`);
    await this.connection.sendRequest(WRITE_FILE, params);
  }

  /** There is no lock between clients: the last to write has its way. */
  async update(uri: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const text = change(await this.read(uri));
    if (text !== undefined) await this.write(uri, text);
  }

  list(uri: string, ending: string): Promise<string[]> {
    const params: ListFilesParams = { uri, ending, most: MOST_FILES };
    return this.ask<string[]>(LIST_FILES, params, []);
  }

  /** Links are the business of whoever keeps such files: none leads out of them to this machine. */
  async real(uri: string): Promise<string | undefined> {
    return uri;
  }

  private async ask<T>(method: string, params: unknown, none: T): Promise<T> {
    if (!this.isOffered) return none;
    return this.connection.sendRequest<T>(method, params).catch(() => none);
  }
}
