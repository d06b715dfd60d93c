const {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} = require('vscode');

/** A file system in memory, for tests: what a repository on the web is for VS Code. */
class MemoryFiles {
  constructor(seed) {
    this.entries = new Map([['/', folder()]]);
    this.changes = new EventEmitter();
    this.onDidChangeFile = this.changes.event;
    for (const [name, base64] of seed) this.plant(`/云溪/${name}`, base64);
  }

  plant(path, base64) {
    const steps = path.split('/');
    for (let depth = 2; depth < steps.length; depth++) {
      const above = steps.slice(0, depth).join('/');
      if (!this.entries.has(above)) this.entries.set(above, folder());
    }
    this.entries.set(path, file(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))));
  }

  watch() {
    return new Disposable(() => undefined);
  }

  stat(uri) {
    const { type, content, time } = this.entry(uri);
    return { type, ctime: time, mtime: time, size: content?.length ?? 0 };
  }

  readDirectory(uri) {
    this.entry(uri);
    const start = uri.path.replace(/\/?$/, '/');
    return [...this.entries]
      .filter(([path]) => path.startsWith(start) && path !== start && !path.slice(start.length).includes('/'))
      .map(([path, { type }]) => [path.slice(start.length), type]);
  }

  readFile(uri) {
    return this.entry(uri).content;
  }

  createDirectory(uri) {
    this.entries.set(uri.path, folder());
    this.tell(FileChangeType.Created, uri);
  }

  writeFile(uri, content, { create, overwrite }) {
    const known = this.entries.has(uri.path);
    if (!known && !create) throw FileSystemError.FileNotFound(uri);
    if (known && create && !overwrite) throw FileSystemError.FileExists(uri);
    this.entries.set(uri.path, file(content));
    this.tell(known ? FileChangeType.Changed : FileChangeType.Created, uri);
  }

  delete(uri) {
    this.entry(uri);
    for (const path of [...this.entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    this.tell(FileChangeType.Deleted, uri);
  }

  rename(from, to, { overwrite }) {
    if (this.entries.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    this.entries.set(to.path, this.entry(from));
    this.entries.delete(from.path);
    this.tell(FileChangeType.Deleted, from);
    this.tell(FileChangeType.Created, to);
  }

  entry(uri) {
    const entry = this.entries.get(uri.path);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  tell(type, uri) {
    this.changes.fire([{ type, uri }]);
  }
}

const folder = () => ({ type: FileType.Directory, time: Date.now() });
const file = (content) => ({ type: FileType.File, content, time: Date.now() });

module.exports.activate = async ({ extensionUri, subscriptions }) => {
  const seed = await fetch(Uri.joinPath(extensionUri, 'seed.json').toString(true));
  const files = new MemoryFiles(await seed.json());
  subscriptions.push(workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }));
};
