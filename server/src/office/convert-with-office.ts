import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice, type OfficeSurroundings } from './find-office';
import { onProcessEnd } from './on-process-end';
import { runUntilEnded } from './run-until-ended';

/** The first start of an office suite makes its profile; two minutes are enough on a slow disk. Milliseconds. */
const TIME_LIMIT = 120_000;

export interface OfficeOptions extends OfficeSurroundings {
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeLimit?: number;
}

export interface Conversion {
  readonly bytes: Uint8Array;
  /** What the bytes are, as a file's ending: `doc`. */
  readonly from: string;
  /** What is wanted: `pdf`, `docx`. */
  readonly to: string;
  /** LibreOffice's filter where the ending alone does not say it. */
  readonly filter?: string;
}

/** Why nothing came of a conversion; what to tell the person is the caller's matter. */
export type OfficeFailure = 'absent' | 'unwritable' | 'late' | 'cancelled' | 'failed';

/** Converts with the office suite that is installed, in a folder and with a profile of its own, without a shell. */
export async function convertWithOffice(
  conversion: Conversion,
  options: OfficeOptions,
): Promise<Uint8Array | OfficeFailure> {
  const office = findOffice(options);
  if (office === undefined) return 'absent';
  const folder = await mkdtemp(join(tmpdir(), 'yaodian-')).catch(() => undefined);
  if (folder === undefined) return 'unwritable';
  const forget = onProcessEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    return await convertIn(folder, { ...conversion, office }, options);
  } finally {
    forget();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function convertIn(
  folder: string,
  { office, bytes, from, to, filter }: Conversion & { readonly office: string },
  { signal, timeLimit = TIME_LIMIT, platform }: OfficeOptions,
): Promise<Uint8Array | OfficeFailure> {
  // A name of our own: what the person calls the file is no argument of a command.
  const source = join(folder, `source.${from}`);
  try {
    await writeFile(source, bytes);
  } catch {
    return 'unwritable';
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const target = ['--convert-to', filter === undefined ? to : `${to}:${filter}`, '--outdir', folder, source];
  const ended = await runUntilEnded(
    { command: office, args: [profile, '--headless', '--norestore', '--nolockcheck', ...target] },
    { signal, timeLimit, platform },
  );
  if (ended !== 'ended') return ended;
  return readFile(join(folder, `source.${to}`)).catch((): OfficeFailure => 'failed');
}
