/**
 * Where documents lie, in uris only: on a disk, or in a file system that the client alone can reach (`vscode-vfs:`,
 * `memfs:`). All of them are trees of folders; paths here are decoded and have slashes.
 */
interface Place {
  /** Scheme and authority: `file://`, `vscode-vfs://github`, `memfs:`. */
  readonly root: string;
  /** `/工作区/稿.要点.md`, without `.` and `..`. */
  readonly path: string;
}

/** Undefined for a document that lies in no folder (`untitled:Untitled-1`). */
function placeOf(uri: string): Place | undefined {
  const [, scheme, authority, path] = /^([a-z][\w.+-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)/iu.exec(uri) ?? [];
  if (scheme === undefined || path === undefined || scheme === 'untitled') return undefined;
  try {
    const root = rootOf(scheme.toLowerCase(), decodeURIComponent(authority ?? '').toLowerCase());
    return { root, path: normalise(decodeURIComponent(path)) };
  } catch {
    return undefined;
  }
}

function rootOf(scheme: string, authority: string): string {
  return authority === '' && scheme !== 'file' ? `${scheme}:` : `${scheme}://${authority}`;
}

/** Windows has one disk `C:` under two names; VS Code writes the small letter, Node the great one. */
function normalise(path: string): string {
  const steps: string[] = [];
  for (const step of path.replace(/\\/gu, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`.replace(/^\/[A-Z]:/u, (drive) => drive.toLowerCase());
}

function uriOf({ root, path }: Place): string {
  // A lone half of a character has no escape.
  return root + encodeURI(path.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/[?#]/gu, encodeURIComponent);
}

/** Whether a document lies in a folder at all. */
export function hasPlace(uri: string): boolean {
  return placeOf(uri) !== undefined;
}

/**
 * One spelling for a file's uri: clients escape differently (`%3A`, Chinese as itself), and a uri of ours must equal
 * theirs to mean the same document.
 */
export function sameFile(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [placeOf(a), placeOf(b)];
  return left !== undefined && left.root === right?.root && left.path === right.path;
}

/**
 * Where a document stands, or is meant to once it is saved: editors open new ones under the name they are meant for
 * (`untitled:/folder/name`), or without one (`untitled:Untitled-1`), which counts as in `folder`.
 */
export function intendedUri(uri: string, folder?: string): string {
  if (!uri.startsWith('untitled:')) return uri;
  if (folder === undefined) return uri.replace(/^untitled:\/+/u, 'file:///');
  const name = nameOf(uri.replace(/^untitled:\/*/u, 'file:///'));
  const isMeant = /^untitled:\//u.test(uri);
  return (isMeant ? resolvePath(folder, pathOf(intendedUri(uri))) : resolvePath(folder, name)) ?? uri;
}

/** The name without the folders; '' where there is none. */
export function nameOf(uri: string): string {
  return placeOf(uri)?.path.split('/').at(-1) ?? '';
}

/** The folder a file lies in, or that a folder lies in; the top of a tree is its own. */
export function parentOf(uri: string): string | undefined {
  const place = placeOf(uri);
  return place && uriOf({ ...place, path: place.path.slice(0, place.path.lastIndexOf('/')) || '/' });
}

/** What lies in a folder under this name. */
export function childOf(folder: string, name: string): string {
  return `${folder.replace(/\/$/u, '')}/${encodeURIComponent(name)}`;
}

/** Whether something lies below a folder (the folder itself does not). */
export function isWithin(folder: string, uri: string): boolean {
  return wayTo(folder, uri) !== undefined;
}

/** The way from a folder to what lies below it, with slashes; undefined for everything else. */
export function wayTo(folder: string, uri: string): string | undefined {
  const [above, below] = [placeOf(folder), placeOf(uri)];
  if (!above || above.root !== below?.root) return undefined;
  const start = above.path === '/' ? '/' : `${above.path}/`;
  return below.path.startsWith(start) && below.path !== start ? below.path.slice(start.length) : undefined;
}

/** The path as a person reads it; the uri itself where there is none. */
export function pathOf(uri: string): string {
  return placeOf(uri)?.path.replace(/^\/(?=[a-z]:)/u, '') ?? uri;
}

/**
 * The uri of a path as somebody wrote it, relative to a folder. Absolute paths (`/名录.yaml`, `D:\名录.yaml`,
 * `\\server\share`) count from the top of the same file system.
 */
export function resolvePath(folder: string, written: string): string | undefined {
  const place = placeOf(folder);
  if (!place) return undefined;
  const path = written.replace(/\\/gu, '/');
  const [, server, share] = /^\/\/([^/]+)(\/.*)$/u.exec(path) ?? [];
  if (server !== undefined && share !== undefined && place.root === 'file://')
    return uriOf({ root: `file://${server.toLowerCase()}`, path: normalise(share) });
  const isAbsolute = /^(?:\/|[a-z]:\/)/iu.test(path);
  return uriOf({ root: place.root, path: normalise(isAbsolute ? `/${path}` : `${place.path}/${path}`) });
}
