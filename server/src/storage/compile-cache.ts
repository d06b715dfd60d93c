import { isAscii } from 'node:buffer';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { cacheFolder } from './cache-folder';
import { putFile } from './replace-file';

/*
 * V8 compiles a script each time a process loads it, and each of its functions when it is first called: a third of what
 * a short check takes. What it made can be kept in a file and taken up by the next process. Node does so itself from
 * version 22 on (`module.enableCompileCache`), but leaves behind what older versions of a program made.
 *
 * V8 looks at its version, its flags and the length of the source, and trusts the rest: what was damaged would crash
 * it. So everything is summed up here before it is handed over.
 */

interface KeptScript {
  /** Of the file the script was read from. */
  readonly checksum: number;
  readonly code: Uint8Array;
}

interface Kept {
  /** Whether it holds what a run with much to do needs; what a short run leaves is made again by the first such run. */
  readonly thorough: boolean;
  /** By path. */
  readonly scripts: ReadonlyMap<string, KeptScript>;
}

interface LoadedScript {
  readonly checksum: number;
  readonly script: Script;
  readonly wasKept: boolean;
}

/** As Node itself puts it round a CommonJS module. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'] as const;

type ModuleFunction = (
  exports: unknown,
  require: (id: string) => unknown,
  module: NodeJS.Module,
  filename: string,
  dirname: string,
) => void;

const nodeRequire = createRequire(__filename);

/** Raised when `Kept` becomes another: what is there then is not looked at. */
const FORMAT = 1;

/** How many files of one program stay: of another installation or another Node that is in use beside this one. */
const MOST_FILES = 3;

/** How much a run must have read to be thorough, in bytes or characters: a draft that has something of everything. */
const MUCH = 10_000;

/** What V8 made of the scripts of one program, from one run to the next. */
export class CompileCache {
  private readonly loaded = new Map<string, LoadedScript>();
  private readonly kept: Kept | undefined;

  private constructor(
    private readonly file: string,
    private readonly flags: number,
  ) {
    this.kept = readKept(file);
  }

  /**
   * Loads all `.cjs` scripts from now on by means of what is kept for the program (a word of letters). Undefined where
   * that is switched off or not to be had. V8's flags must have been set before.
   */
  static use(program: string): CompileCache | undefined {
    const folder = cacheFolder(process);
    // Node before 20.15 has no such sum.
    const isAble = typeof crc32 === 'function' && folder !== undefined;
    if (!isAble || process.env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
    const flags = cachedDataVersionTag();
    const maker = crc32(`${FORMAT} ${process.arch} ${flags} ${__dirname}`).toString(36);
    const cache = new CompileCache(path.join(folder, `${program}-${maker}`), flags);
    nodeRequire.extensions['.cjs'] = (module, filename) => cache.load(module, filename);
    return cache;
  }

  /**
   * Keeps what was compiled, where that is more than what was kept; to be called when nobody waits. `read`: how much of
   * documents the process has read, in bytes or characters.
   */
  keep(read: number): void {
    const thorough = read >= MUCH;
    const isMore = [...this.loaded.values()].some(({ wasKept }) => !wasKept);
    // Under other flags V8 would not take what it makes now.
    if (cachedDataVersionTag() !== this.flags) return;
    if (!isMore && (!thorough || this.kept?.thorough)) return;
    try {
      this.write(thorough || this.kept?.thorough === true);
    } catch {
      // A full or protected disk: the next start is as slow as this one was.
    }
  }

  private load(module: NodeJS.Module, filename: string): void {
    const source = readFileSync(filename);
    const checksum = crc32(source);
    const kept = this.kept?.scripts.get(filename);
    const cachedData = kept?.checksum === checksum ? kept.code : undefined;
    const script = new Script(WRAPPER.join(textOf(source)), {
      filename,
      columnOffset: -WRAPPER[0].length,
      cachedData,
    });
    const wasKept = cachedData !== undefined && script.cachedDataRejected === false;
    this.loaded.set(filename, { checksum, script, wasKept });
    const folder = path.dirname(filename);
    const own = (id: string): unknown =>
      id.startsWith('./') ? this.require(path.join(folder, id)) : nodeRequire(id);
    const run = script.runInThisContext() as ModuleFunction;
    run.call(module.exports, module.exports, own, module, filename, folder);
  }

  /** Scripts name one another by their places; to have Node find them takes a thirtieth of a short check. */
  private require(filename: string): unknown {
    const known = nodeRequire.cache[filename];
    if (known) return known.exports;
    const module = new Module(filename);
    nodeRequire.cache[filename] = module;
    try {
      this.load(module, filename);
    } catch (error) {
      delete nodeRequire.cache[filename];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  }

  private write(thorough: boolean): void {
    const others = [...(this.kept?.scripts ?? [])].filter(([filename]) => existsSync(filename));
    const scripts = new Map(others);
    for (const [filename, { checksum, script }] of this.loaded)
      scripts.set(filename, { checksum, code: script.createCachedData() });
    const content = serialize({ thorough, scripts } satisfies Kept);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(content));
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    putFile(this.file, Buffer.concat([checksum, content]));
    removeOlder(this.file);
  }
}

/** Node decodes UTF-8 four times as slowly, and our bundler writes ASCII. */
function textOf(source: Buffer): string {
  return isAscii(source) ? source.toString('latin1') : source.toString();
}

/** Undefined for what is not there, damaged, or not this person's own: to run it is to trust it. */
function readKept(file: string): Kept | undefined {
  try {
    const bytes = readOwn(file);
    const content = bytes?.subarray(4);
    return content && bytes?.readUInt32LE() === crc32(content) ? (deserialize(content) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

const WRITABLE_BY_OTHERS = 0o022;

function readOwn(file: string): Buffer | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const { uid, mode } = fstatSync(descriptor);
    // Windows knows neither; there the folder is within the person's own.
    const isOwn = !process.getuid || (uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0);
    return isOwn ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Leaves the newest files of the same program; what a killed process left half written goes as well. */
function removeOlder(file: string): void {
  const folder = path.dirname(file);
  const program = path.basename(file).replace(/-.*/u, '');
  const ages = readdirSync(folder)
    .filter((name) => name.replace(/^\./u, '').startsWith(`${program}-`))
    .map((name) => path.join(folder, name))
    .map((name) => ({ name, made: statSync(name).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { name } of ages.slice(MOST_FILES)) rmSync(name, { force: true });
}
