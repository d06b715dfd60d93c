import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isFileError, type Io } from './io';

export const CONFIGURATION_FILE = '.yaodian.yaml';

type Place = Pick<Io, 'cwd' | 'files'>;

/**
 * Whether a file may be read because a draft in this folder, or the configuration there, names it. Drafts come from
 * others, and what they name need not be theirs to see: it has to lie, links followed, in the project of the folder
 * or in the folder the command runs in. What the caller names is the caller's own and is not asked about here.
 */
export function mayRead(file: string, folder: string, io: Place): boolean {
  const real = realPath(file, io);
  return [io.cwd, projectOf(folder, io)].some((root) => isWithin(realPath(root, io), real));
}

/** The repository the folder is in; else the folder of the nearest configuration above; else the folder itself. */
function projectOf(folder: string, io: Place): string {
  return nearestWith('.git', folder, io) ?? nearestWith(CONFIGURATION_FILE, folder, io) ?? folder;
}

function nearestWith(name: string, folder: string, io: Place): string | undefined {
  if (io.files.kindOf(join(folder, name)) !== 'absent') return folder;
  const above = dirname(folder);
  return above === folder ? undefined : nearestWith(name, above, io);
}

/** What is not there leads nowhere else than where it is written. */
function realPath(path: string, { files }: Place): string {
  try {
    return files.realPath(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return path;
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
