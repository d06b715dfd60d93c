import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExportError } from '../export-error';
import { findOffice, type OfficeSurroundings } from './find-office';

/** The first start of an office suite makes its profile; two minutes are enough on a slow disk. Milliseconds. */
const TIME_LIMIT = 120_000;

export interface PdfOptions extends OfficeSurroundings {
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeLimit?: number;
}

/** Turns a Word package into PDF with the office suite that is installed, in a folder and with a profile of its own. */
export async function writePdf(docx: Uint8Array, options: PdfOptions): Promise<Uint8Array> {
  const office = findOffice(options);
  if (office === undefined) throw new ExportError(absence(options), ADVICE);
  const folder = await mkdtemp(join(tmpdir(), 'yaodian-'));
  try {
    // A name of our own: what the person calls the file is no argument of a command.
    await writeFile(join(folder, 'document.docx'), docx);
    const ended = await convert(office, folder, options);
    if (ended === 'late') throw new ExportError('LibreOffice 没有在限定时间内转换完，已经停止', ADVICE);
    if (ended === 'cancelled') throw new ExportError('导出已取消', '');
    return await readResult(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function absence({ named, env }: PdfOptions): string {
  const own = named || env['YAODIAN_OFFICE'];
  return own ? `没有找到指定的转换程序：${own}` : '导出 PDF 要用 LibreOffice 转换，这台电脑上没有找到';
}

const ADVICE =
  '可以导出 docx 后用 Word 或 WPS 另存为 PDF，或者导出 html 后在浏览器里打印成 PDF；也可以安装 LibreOffice。';

async function readResult(folder: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, 'document.pdf'));
  } catch {
    throw new ExportError('LibreOffice 没有转换成功', ADVICE);
  }
}

type Ending = 'ended' | 'late' | 'cancelled';

function convert(office: string, folder: string, options: PdfOptions): Promise<Ending> {
  const { signal, timeLimit = TIME_LIMIT } = options;
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const target = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'document.docx')];
  if (signal?.aborted) return Promise.resolve('cancelled');
  return new Promise((resolve) => {
    // soffice starts a second process and waits for it: both end when their group is ended.
    const child = spawn(office, [profile, '--headless', '--norestore', '--nolockcheck', ...target], {
      stdio: 'ignore',
      detached: options.platform !== 'win32',
      windowsHide: true,
    });
    let ending: Ending = 'ended';
    const stop = (why: Ending): void => {
      ending = why;
      endGroup(child, options.platform);
    };
    const timer = setTimeout(() => stop('late'), timeLimit);
    const cancel = (): void => stop('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(ending);
    };
    child.once('error', end);
    child.once('exit', end);
  });
}

function endGroup(child: ChildProcess, platform: NodeJS.Platform): void {
  if (child.pid === undefined) return;
  try {
    if (platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
