import { homedir } from 'node:os';
import path from 'node:path';

/** Our folder among what programs can make again, where the system has its place; undefined where nobody is at home. */
export function cacheFolder({ env, platform }: Pick<NodeJS.Process, 'env' | 'platform'>): string | undefined {
  const named = env['XDG_CACHE_HOME'];
  try {
    // Its specification says to ignore relative ones.
    const place = named && path.isAbsolute(named) ? named : usualPlace(platform, env, homedir());
    return path.join(place, 'yaodian');
  } catch {
    return undefined;
  }
}

function usualPlace(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  return platform === 'darwin' ? path.join(home, 'Library', 'Caches') : path.join(home, '.cache');
}
