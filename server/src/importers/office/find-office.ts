import { accessSync, constants } from 'node:fs';
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

/**
 * The office suite that can convert without a window: LibreOffice and what is made of it. `YAODIAN_OFFICE` names another
 * one. WPS Office has no such command.
 */
export function findOffice(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const own = env['YAODIAN_OFFICE'];
  if (own !== undefined && own !== '') return isExecutable(own) ? own : undefined;
  const names = platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(USUAL_PLACES[platform] ?? [])].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
