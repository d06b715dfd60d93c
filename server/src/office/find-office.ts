import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where LibreOffice is when it is not on the path. */
const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: [
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  ],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  linux: [
    '/usr/lib/libreoffice/program/soffice',
    '/opt/libreoffice/program/soffice',
    '/snap/bin/libreoffice',
  ],
};

export interface OfficeSurroundings {
  /** The program the person names; nothing else is tried then. */
  readonly named?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/**
 * A program that turns Word files into PDF without a window: LibreOffice and what is made of it. WPS Office has no
 * such command, on any system, as far as is documented.
 */
export function findOffice({ named, env, platform }: OfficeSurroundings): string | undefined {
  const own = named || env['YAODIAN_OFFICE'];
  if (own) return isProgram(own) ? own : undefined;
  const names = platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(USUAL_PLACES[platform] ?? [])].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
