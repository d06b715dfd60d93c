import { resolve } from 'node:path';
import { readDraft } from '../dialect/draft';
import type { Draft } from '../dialect/model';
import { NotTextError, decodeText } from '../importers/decode-text';
import { importFile } from '../importers/import-file';
import { isImportError } from '../importers/import-error';
import { CliError } from './cli-error';
import type { Io } from './io';
import { STDIN, decodeSource, publishedText, warnOfBadBytes } from './read-source';
import { SurroundingsFinder } from './surroundings';

/** A draft to be compared: a file, or what it was in a git revision. */
export interface Comparable {
  /** As the user gave it. */
  readonly name: string;
  readonly path: string;
  readonly revision: string | undefined;
}

/** `HEAD~1:稿件.md` is a revision where no file has that name; a drive letter (`C:\`) is none. */
export function comparableOf(operand: string, io: Io): Comparable {
  const [, revision, path] = /^([^:]{2,}):(.+)$/su.exec(operand) ?? [];
  if (revision === undefined || path === undefined || io.files.kindOf(operand) !== 'absent')
    return { name: operand, path: operand, revision: undefined };
  return { name: operand, path, revision };
}

export interface ComparableDraft {
  readonly draft: Draft;
  readonly name: string;
  readonly layout: Readonly<Record<string, unknown>>;
  /** False where some bytes could not be read. */
  readonly isWhole: boolean;
}

/** Reads a draft of any format that can be imported; text as published is read as it stands, as other commands do. */
export async function readComparable(comparable: Comparable, io: Io): Promise<ComparableDraft> {
  const { name, path } = comparable;
  const bytes = await bytesOf(comparable, io);
  const { readOptions, layout } = new SurroundingsFinder({}, io).find(path);
  if (isText(bytes) && !/\.(?:html?|rtf)$/i.test(path)) {
    const source = decodeSource(path, bytes);
    return {
      draft: readDraft(await publishedText(source), readOptions),
      name,
      layout,
      isWhole: warnOfBadBytes(source, io),
    };
  }
  const { text } = await attempt(name, () =>
    importFile({ name: path, bytes, ...(io.office ? { office: io.office } : {}) }),
  );
  return { draft: readDraft(text, readOptions), name, layout, isWhole: true };
}

async function bytesOf({ path, revision, name }: Comparable, io: Io): Promise<Uint8Array> {
  if (revision === undefined) return path === STDIN ? io.readStdin() : io.files.read(path);
  const { readRevision } = io;
  if (readRevision === undefined)
    throw new CliError(`这里不能读取 git 的版本 ${revision}`, '请给出两个文件。');
  return attempt(name, () => readRevision({ revision, path: resolve(io.cwd, path) }));
}

function isText(bytes: Uint8Array): boolean {
  try {
    decodeText(bytes);
    return true;
  } catch (error) {
    if (error instanceof NotTextError) return false;
    throw error;
  }
}

async function attempt<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isImportError(error) ? new CliError(`没有读取 ${name}：${error.message}`, error.advice) : error;
  }
}
