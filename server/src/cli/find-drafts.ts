import { join } from 'node:path';
import { decodeText, NotTextError } from '../importers/decode-text';
import { CliError, describeFileError } from './cli-error';
import { globToRegExp, globRoot, isGlob } from './glob';
import { isFileError, type FileEntry, type Io } from './io';
import { STDIN } from './read-source';
import { t } from '../localise';

export interface FoundDrafts {
  readonly paths: readonly string[];
  /** What could not be read; the rest is still worth doing. */
  readonly failures: readonly CliError[];
}

/**
 * Resolves what a user names (files, folders, patterns the shell left alone, `-`) to drafts. A file named outright
 * is taken whatever it is called; in folders only what looks like a draft is. Each file comes once.
 */
export function findDrafts(operands: readonly string[], io: Io): FoundDrafts {
  const search = new Search(io);
  for (const operand of operands) search.add(operand);
  if (search.paths.length === 0 && search.failures.length === 0) search.failures.push(nothingFound(operands));
  return { paths: search.paths, failures: search.failures };
}

function nothingFound(operands: readonly string[]): CliError {
  const advice = t(
    '要点稿的文件名以 .要点.md、.yaodian.md 或 .txt 结尾；其他 .md 要在开头的 front matter 里写“文种: 工作要点”。',
  );
  return new CliError(t('没有找到要点稿：{0}', operands.join(' ')), advice);
}

class Search {
  readonly paths: string[] = [];
  readonly failures: CliError[] = [];
  private readonly taken = new Set<string>();
  /** Folders entered since the present operand was begun. */
  private entered = new Set<string>();

  constructor(private readonly io: Io) {}

  add(operand: string): void {
    this.entered = new Set();
    if (operand === STDIN) this.paths.push(STDIN);
    else this.guard(() => this.addPath(operand));
  }

  private addPath(operand: string): void {
    const kind = this.io.files.kindOf(operand);
    if (kind === 'folder') this.walk(operand, (path) => looksLikeDraft(path, this.io));
    else if (kind !== 'absent') this.take(operand);
    else if (isGlob(operand)) this.addMatches(operand);
    else throw new CliError(t('找不到 {0}', operand), t('请核对路径；路径里有空格时要加引号。'));
  }

  private addMatches(pattern: string): void {
    const matcher = globToRegExp(pattern);
    const before = this.paths.length;
    this.walk(globRoot(pattern), (path) => matcher.test(path.replaceAll('\\', '/')));
    if (this.paths.length === before) {
      this.failures.push(new CliError(t('没有文件符合 {0}', pattern), t('请核对通配符和当前所在的文件夹。')));
    }
  }

  /** Folders are entered once by their real path, so that links that lead back to a folder above end. */
  private walk(folder: string, wanted: (path: string) => boolean): void {
    const real = this.io.files.realPath(folder);
    if (this.entered.has(real)) return;
    this.entered.add(real);
    const entries = [...this.io.files.list(folder)].sort((a, b) => compare(a.name, b.name));
    for (const entry of entries) {
      if (!isHidden(entry)) this.guard(() => this.visit(join(folder, entry.name), entry, wanted));
    }
  }

  private visit(path: string, entry: FileEntry, wanted: (path: string) => boolean): void {
    const kind = entry.kind === 'link' ? this.io.files.kindOf(path) : entry.kind;
    if (kind === 'folder') this.walk(path, wanted);
    else if (kind === 'file' && wanted(path)) this.take(path);
  }

  private take(path: string): void {
    const real = this.io.files.realPath(path);
    if (this.taken.has(real)) return;
    this.taken.add(real);
    this.paths.push(path);
  }

  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (isFileError(error)) this.failures.push(describeFileError(error));
      else if (error instanceof CliError) this.failures.push(error);
      else throw error;
    }
  }
}

function isHidden({ name }: FileEntry): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** The order of code points: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function looksLikeDraft(path: string, io: Io): boolean {
  if (/\.(?:要点|yaodian)\.md$|\.txt$/iu.test(path)) return true;
  return /\.md$/iu.test(path) && saysItIsPlan(io.files.read(path));
}

function saysItIsPlan(bytes: Uint8Array): boolean {
  const text = tryDecode(beginning(bytes));
  const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text);
  const entry = /^文种[ \t]*[:：][ \t]*["']?工作要点["']?[ \t]*(?:#.*)?$/mu;
  return entry.test(frontMatter?.[1]?.replaceAll('\r', '') ?? '');
}

/** Front matter is short: decoding all of a large file only to leave it alone would be waste. */
function beginning(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, 4096);
  // Cutting in the middle of a character would make good UTF-8 look broken; UTF-16 is even anyhow.
  return start.length < bytes.length && !start.includes(0)
    ? start.subarray(0, start.lastIndexOf(10) + 1)
    : start;
}

function tryDecode(bytes: Uint8Array): string {
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (error instanceof NotTextError) return '';
    throw error;
  }
}
