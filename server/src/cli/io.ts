import type { OfficeConverter } from '../importers/office/office-converter';
import type { RevisionReader } from '../importers/revision/read-revision';

/** Everything a command may touch of the world outside; tests give it one that lives in memory. */
export interface Io {
  readonly cwd: string;
  /** The uri of the folder that holds docs/: the package's own. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Tells this build of the program from others. */
  build?(): string;
  readonly files: Files;
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): Promise<Uint8Array>;
  /** Milliseconds since some fixed moment, for progress only. */
  now(): number;
  /** Checks many files on all cores; absent where there are no threads (tests, one core). */
  readonly threads?: ThreadSource;
  /** Makes .docx of other office formats; absent where no program may be started. */
  readonly office?: OfficeConverter;
  /** Reads files of git revisions; absent where no program may be started. */
  readonly readRevision?: RevisionReader;
  /** Families of the fonts on this machine; undefined, or absent, where nobody can tell. */
  installedFonts?(): Promise<readonly string[] | undefined>;
  /** Hands the process over to the language server; resolves when its client is gone. */
  serve?(): Promise<void>;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  write(chunk: string | Uint8Array): void;
}

/** Paths are absolute or relative to the process's folder. Failures are `FileError`s. */
export interface Files {
  read(path: string): Uint8Array;
  /** Follows links. */
  kindOf(path: string): FileKind;
  list(folder: string): readonly FileEntry[];
  /** The path behind all links: two paths are one file when these are equal. */
  realPath(path: string): string;
  /** Replaces the content of an existing file in one step: readers see the old content or the new, never half. */
  replace(path: string, content: Uint8Array): void;
  /** Writes a new file; an existing one only where `overwrite` says so. */
  write(path: string, content: Uint8Array, overwrite: boolean): void;
  /** Changes a file that other windows change as well; nobody writes between what `change` reads and what it returns. */
  update(path: string, change: () => string): Promise<void>;
}

export type FileKind = 'file' | 'folder' | 'other' | 'absent';

export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly path: string,
    /** As the platform says it: ENOENT, EACCES … */
    readonly code: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** By name: commands are bundles of their own, each with its copy of the class. */
export function isFileError(error: unknown): error is FileError {
  return error instanceof Error && error.name === 'FileError';
}

export interface ThreadSource {
  readonly count: number;
  start(): Promise<Thread>;
}

/** A worker that answers each request with one answer, in order. */
export interface Thread {
  ask(request: unknown): Promise<unknown>;
  stop(): void;
}
