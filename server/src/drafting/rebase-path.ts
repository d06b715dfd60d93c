import path from 'node:path';

/** Where a relative path written in a file of one folder leads from another; absolute paths stay as they are. */
export function rebasePath(written: string, from: string, to: string): string {
  if (path.isAbsolute(written) || /^[A-Za-z]:[\\/]/.test(written)) return written;
  return path.relative(to, path.resolve(from, written)).replaceAll('\\', '/');
}
