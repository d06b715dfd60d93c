import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ImportError } from '../import-error';
import { findOffice } from './find-office';
import type { OfficeConverter } from './office-converter';

/** The first start of an office suite makes its profile; two minutes are enough on a slow disk. Milliseconds. */
const TIME_LIMIT = 120_000;

export interface OfficeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Milliseconds. */
  readonly timeLimit?: number;
}

/** Converts with the office suite that is installed, in a folder and with a profile of its own, without a shell. */
export function officeConverter({
  env,
  platform,
  timeLimit = TIME_LIMIT,
}: OfficeSurroundings): OfficeConverter {
  return async (bytes, extension) => {
    const office = findOffice(env, platform);
    if (office === undefined)
      throw new ImportError(
        `导入 .${extension} 文件要用 LibreOffice 转换，这台电脑上没有找到`,
        '请用 Word 或 WPS 打开原文件，另存为 .docx 再导入；或者安装 LibreOffice（环境变量 YAODIAN_OFFICE 可以指明它的位置）。',
      );
    const folder = await mkdtemp(join(tmpdir(), 'yaodian-'));
    try {
      return await convertIn(folder, { office, bytes, extension, timeLimit });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

interface Conversion {
  readonly office: string;
  readonly bytes: Uint8Array;
  readonly extension: string;
  readonly timeLimit: number;
}

async function convertIn(
  folder: string,
  { office, bytes, extension, timeLimit }: Conversion,
): Promise<Uint8Array> {
  // A name of our own: what the user calls the file is no argument of a command.
  const source = join(folder, `source.${/^[a-z]{1,5}$/.test(extension) ? extension : 'doc'}`);
  await writeFile(source, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const format = 'docx:MS Word 2007 XML';
  const args = [
    profile,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    format,
    '--outdir',
    folder,
    source,
  ];
  const ended = await run(office, args, timeLimit);
  if (ended === 'late')
    throw new ImportError(
      `LibreOffice 在 ${Math.round(timeLimit / 1000)} 秒内没有转换完，已经停止`,
      '文件可能要密码或者已损坏。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
    );
  try {
    return await readFile(join(folder, 'source.docx'));
  } catch {
    throw new ImportError(
      'LibreOffice 没有转换成功',
      '文件可能要密码或者已损坏。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
    );
  }
}

function run(command: string, args: readonly string[], timeLimit: number): Promise<'ended' | 'late'> {
  return new Promise((resolve) => {
    // soffice starts a second process and waits for it: both end when their group is ended.
    const child = spawn(command, args, {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const timer = setTimeout(() => {
      endGroup(child);
      resolve('late');
    }, timeLimit);
    const end = (): void => {
      clearTimeout(timer);
      resolve('ended');
    };
    child.once('error', end);
    child.once('exit', end);
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
