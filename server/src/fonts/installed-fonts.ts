import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFamilyNames } from './read-family-names';

export interface FontSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The person's own folder. */
  readonly home: string;
}

/**
 * Families of the fonts that this machine has, under all their names; undefined where it cannot be told. Looks only:
 * asks fontconfig where there is one, else reads the names in the files of the system's font folders.
 */
export async function installedFonts(surroundings: FontSurroundings): Promise<readonly string[] | undefined> {
  if (surroundings.platform === 'linux') {
    const listed = await askFontconfig(surroundings.env);
    if (listed !== undefined) return listed;
  }
  const files = (await Promise.all(fontFolders(surroundings).map(fontFilesIn))).flat();
  if (files.length === 0) return undefined;
  const names = new Set<string>();
  for (const file of files) for (const name of await readFamilyNames(file)) names.add(name);
  return [...names];
}

/** Milliseconds: the first run after an installation builds a cache. */
const TIME_LIMIT = 20_000;

function askFontconfig(env: FontSurroundings['env']): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const options = { env, timeout: TIME_LIMIT, maxBuffer: 16 * 1024 * 1024 };
    execFile('fc-list', [':', 'family'], options, (error, output) => {
      resolve(error === null ? familiesOf(output) : undefined);
    });
  });
}

/** A line a file; its names, in several languages, are separated by commas. */
function familiesOf(output: string): readonly string[] {
  const names = output.split(/[\n,]/).map((name) => name.replaceAll('\\', '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

export function fontFolders({ env, platform, home }: FontSurroundings): readonly string[] {
  if (platform === 'win32')
    return [
      join(env['WINDIR'] ?? env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
      join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
    ];
  if (platform === 'darwin')
    return [
      '/System/Library/Fonts',
      '/System/Library/AssetsV2',
      '/Library/Fonts',
      join(home, 'Library', 'Fonts'),
    ];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local', 'share', 'fonts'),
    join(home, '.fonts'),
  ];
}

/** A folder that is not there, or may not be read, holds none. */
async function fontFilesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.filter((name) => /\.(?:ttf|ttc|otf|otc)$/i.test(name)).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
