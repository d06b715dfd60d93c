/* What the server asks of its host, and what it is told of it. */

/** Client → server: who works here, by git or the system; '' where it cannot be told. */
export const USER_NAME = 'yaodian/userName';

/**
 * Server → client: the content of a file that lies on no disk, in base64, or null where there is none that can be read
 * or it is larger than `most` bytes. `ReadFileParams`.
 */
export const READ_FILE = 'yaodian/readFile';
/** Server → client: write a file that lies on no disk. Fails where it cannot be written. `WriteFileParams`. */
export const WRITE_FILE = 'yaodian/writeFile';
/** Server → client: uris of the files below a folder that lies on no disk. `ListFilesParams`. */
export const LIST_FILES = 'yaodian/listFiles';

export interface ReadFileParams {
  uri: string;
  most: number;
}

export interface WriteFileParams {
  uri: string;
  text: string;
}

export interface ListFilesParams {
  /** A folder, or a file that answers itself. */
  uri: string;
  /** What the names must end in: `.md`. */
  ending: string;
  most: number;
}

/** Client → server, a notification: the person trusts the workspace from now on. */
export const TRUST_GRANTED = 'yaodian/trustGranted';

/** Sent as `initializationOptions`; every field may be absent. */
export interface InitializationOptions {
  /** Settings of the section `yaodian`, for clients that cannot be asked (no `workspace/configuration`). */
  settings?: unknown;
  /** Commands the client offers; lenses and actions of the server name no others. */
  commands?: readonly string[];
  /** Whether the client answers `READ_FILE`, `WRITE_FILE` and `LIST_FILES`. */
  readsFiles?: boolean;
  /** Whether the workspace is not trusted, so that no other program may be started for what lies in it. */
  restricted?: boolean;
}

/** Selects the gap that a fix opened, or puts the cursor there. Arguments: uri, range (empty for a cursor). */
export const PLACE_CURSOR_COMMAND = 'yaodian.placeCursor';
/** Shows places in other documents, or goes to the only one. Arguments: uri, position, `Location[]`. */
export const SHOW_PLACES_COMMAND = 'yaodian.showPlaces';

/** Asks for a format and exports the draft that is in front. No arguments. */
export const EXPORT_COMMAND = 'yaodian.export';
