import { isFileError, type FileError } from './io';
import { t, type Message } from '../localise';

/** A failure the user can do something about: said in Chinese on stderr, exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    what: string,
    /** What to do about it. */
    readonly advice: string,
  ) {
    super(what);
  }
}

/** Windows tells a file that another program holds open as one without permission. */
const LOCKED: Message =
  '请检查文件和所在文件夹的读写权限、文件是不是只读；文件若在 Word 或 WPS 里打开着，请先关闭。原文件没有改动。';

const FULL: Message = '请清理磁盘后再试；原文件没有改动。';

const REASONS: Readonly<Record<string, readonly [Message, Message]>> = {
  ENOENT: ['找不到', '请核对路径；路径里有空格时要加引号。'],
  EACCES: ['没有权限访问', LOCKED],
  EPERM: ['没有权限访问', LOCKED],
  EBUSY: ['文件正被别的程序占用：', '请先在 Word 或 WPS 里关闭它，再运行一次；原文件没有改动。'],
  ETXTBSY: ['文件正被别的程序占用：', '请先关闭占用它的程序，再运行一次；原文件没有改动。'],
  ENAMETOOLONG: ['文件名太长：', '请换一个短一些的文件名。'],
  EROFS: ['所在的磁盘是只读的：', '请换一个可写的位置。'],
  EISDIR: ['这是文件夹，不是文件：', '请给出文件的路径。'],
  ENOTDIR: ['路径中间有一段不是文件夹：', '请核对路径。'],
  EEXIST: ['文件已存在，没有覆盖：', '换一个文件名，或加 --force 覆盖。'],
  ELOOP: ['链接绕成了圈，无法打开：', '请检查这个链接指向哪里。'],
  EMFILE: ['打开的文件太多，无法打开', '请减少一次处理的文件，或调高系统的打开文件上限。'],
  ENOSPC: ['磁盘空间不足，写不下', FULL],
  EDQUOT: ['超出了给您的磁盘空间，写不下', FULL],
  EFBIG: ['超出了允许的文件大小，写不下', FULL],
  ECHANGED: ['文件在处理期间被别的程序改过，没有覆盖：', '请重新运行一次。'],
};

/** Turns a file's failure into what a user is told: what, where and what to do. */
export function describeFileError(error: FileError): CliError {
  const reason = REASONS[error.code];
  const what = reason ? t(reason[0]) : t('无法访问（{0}）', error.code);
  return new CliError(`${what} ${error.path}`, t(reason?.[1] ?? '请检查路径和权限。'));
}

/** What a user can do something about; undefined for a defect of ours. */
export function failureOf(error: unknown): { readonly what: string; readonly advice: string } | undefined {
  const known = isFileError(error) ? describeFileError(error) : error;
  return isCliError(known) ? { what: known.message, advice: known.advice } : undefined;
}

export function formatError(error: unknown): string {
  const failure = failureOf(error);
  if (failure) return t('错误：{0}\n  办法：{1}\n', failure.what, failure.advice);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return t('程序内部错误，请把下面的内容连同引起它的文件反馈给维护者：\n{0}\n', detail);
}

/** By name: commands are bundles of their own, each with its copy of the class. */
function isCliError(error: unknown): error is CliError {
  return error instanceof Error && error.name === 'CliError';
}
