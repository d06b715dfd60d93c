/**
 * The file system as the server needs it, by uris. A disk is one (`NodeFiles`), what the client can reach is another
 * (`ClientFiles`).
 */
export interface Files {
  /** The text of a file, without a byte order mark; undefined where there is none that can be read. */
  read(uri: string): Promise<string | undefined>;
  readBytes(uri: string): Promise<Uint8Array | undefined>;
  /** Writes a file in one step; throws where it cannot be written. */
  write(uri: string, text: string): Promise<void>;
  /**
   * Changes a file that others change as well; `change` gets undefined where there is none, and its answer is written
   * unless it is undefined. Throws where the file cannot be written.
   */
  update(uri: string, change: (text: string | undefined) => string | undefined): Promise<void>;
  /** Files below a folder (or the file itself) whose names end so; hidden folders, node_modules and links left out. */
  list(uri: string, ending: string): Promise<string[]>;
  /** The uri behind all links; undefined where there is nothing. */
  real(uri: string): Promise<string | undefined>;
}

/** Bytes. */
export const LARGEST_FILE = 16 * 1024 * 1024;
export const MOST_FILES = 20_000;

/** Files of the disk are read here, all others by the client. */
export class FilesByScheme implements Files {
  constructor(
    /** Absent in a browser. */
    private readonly disk: Files | undefined,
    private readonly client: Files,
  ) {}

  read(uri: string): Promise<string | undefined> {
    return this.of(uri).read(uri);
  }

  readBytes(uri: string): Promise<Uint8Array | undefined> {
    return this.of(uri).readBytes(uri);
  }

  write(uri: string, text: string): Promise<void> {
    return this.of(uri).write(uri, text);
  }

  update(uri: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    return this.of(uri).update(uri, change);
  }

  list(uri: string, ending: string): Promise<string[]> {
    return this.of(uri).list(uri, ending);
  }

  real(uri: string): Promise<string | undefined> {
    return this.of(uri).real(uri);
  }

  private of(uri: string): Files {
    return this.disk && uri.startsWith('file:') ? this.disk : this.client;
  }
}
