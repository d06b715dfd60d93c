import { posix } from 'node:path';
import { FileError, type FileEntry, type FileKind, type Files, type Io } from '../../server/src/cli/io';
import { run } from '../../server/src/cli/run';

/** A disk in memory. Paths are posix, relative ones are below `/work`. */
export class InMemoryFiles implements Files {
  private readonly contents = new Map<string, Uint8Array>();
  /** Paths that may not be read or written. */
  readonly forbidden = new Set<string>();
  /** Every path written since the start, in order. */
  readonly written: string[] = [];

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  put(path: string, content: string | Uint8Array): void {
    this.contents.set(
      absolute(path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
  }

  textOf(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.read(path));
  }

  read(path: string): Uint8Array {
    if (this.forbidden.has(absolute(path))) throw new FileError(path, 'EACCES');
    const content = this.contents.get(absolute(path));
    if (!content) throw new FileError(path, this.kindOf(path) === 'folder' ? 'EISDIR' : 'ENOENT');
    return content;
  }

  kindOf(path: string): FileKind {
    if (this.contents.has(absolute(path))) return 'file';
    return [...this.contents.keys()].some((name) => name.startsWith(`${absolute(path)}/`))
      ? 'folder'
      : 'absent';
  }

  list(folder: string): FileEntry[] {
    const prefix = `${absolute(folder)}/`;
    const entries = new Map<string, FileEntry>();
    for (const name of this.contents.keys()) {
      if (!name.startsWith(prefix)) continue;
      const [first = '', ...rest] = name.slice(prefix.length).split('/');
      entries.set(first, { name: first, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  realPath(path: string): string {
    return absolute(path);
  }

  replace(path: string, content: Uint8Array): void {
    if (this.forbidden.has(absolute(path))) throw new FileError(path, 'EACCES');
    this.written.push(path);
    this.put(path, content);
  }

  write(path: string, content: Uint8Array, overwrite: boolean): void {
    if (!overwrite && this.kindOf(path) !== 'absent') throw new FileError(path, 'EEXIST');
    this.replace(path, content);
  }

  update(path: string, change: () => string): Promise<void> {
    this.write(path, new TextEncoder().encode(change()), true);
    return Promise.resolve();
  }
}

function absolute(path: string): string {
  return posix.resolve('/work', path);
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written to stdout as bytes, if anything was. */
  readonly bytes: Uint8Array | undefined;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly io?: Partial<Io>;
}

/** Runs a command line in this process against files in memory. */
export async function runInMemory(
  argv: readonly string[],
  files: Files,
  options: RunOptions = {},
): Promise<RunResult> {
  let [stdout, stderr] = ['', ''];
  let bytes: Uint8Array | undefined;
  const { stdin = '' } = options;
  const code = await run(argv, {
    cwd: '/work',
    home: 'file:///yaodian/',
    env: {},
    files,
    stdout: {
      isTerminal: false,
      columns: undefined,
      write: (chunk) => {
        if (typeof chunk === 'string') stdout += chunk;
        else bytes = chunk;
      },
    },
    stderr: { isTerminal: false, columns: undefined, write: (chunk) => void (stderr += String(chunk)) },
    readStdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    now: () => 0,
    ...options.io,
  });
  return { code, stdout, stderr, bytes };
}
