import type { Files } from './files';
import { childOf, hasPlace, intendedUri, isWithin, parentOf, resolvePath, sameFile } from './uris';

export const CONFIGURATION_FILE = '.yaodian.yaml';

export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * Finds the `.yaodian.yaml` that holds for a document: the nearest one up the tree, not beyond the workspace folder the
 * document is in; for a document outside every folder only the one beside it.
 */
export class ConfigurationFiles {
  private readonly known = new Map<string, Promise<string | undefined>>();
  /** Whether a file may be read, by who names it and its uri. */
  private readonly permitted = new Map<string, Promise<boolean>>();
  private roots: readonly string[] = [];

  constructor(private readonly files: Files) {}

  setRoots(uris: readonly string[]): void {
    this.roots = uris.filter(hasPlace);
    this.forget();
  }

  forget(): void {
    this.known.clear();
    this.permitted.clear();
  }

  async find(documentUri: string): Promise<ConfigurationFile | undefined> {
    for (const candidate of this.candidates(documentUri)) {
      const text = await this.read(documentUri, candidate);
      if (text !== undefined) return { uri: candidate, text };
    }
    return undefined;
  }

  /** Where a new configuration file for the document belongs: its workspace folder, else beside it. */
  placeFor(documentUri: string): string | undefined {
    const top = this.topOf(documentUri);
    return top && childOf(top, CONFIGURATION_FILE);
  }

  /** The workspace folder of a document, or the folder it is in, as uri with a slash behind. */
  folderOf(documentUri: string): string {
    const top = this.topOf(documentUri);
    return top === undefined ? documentUri : withSlash(top);
  }

  /**
   * Whether a path that came with a document may be followed: within the document's workspace folder, or its own, and
   * not out of it by a link either. Asked with every keystroke: the file system is asked once, as it is for what files
   * hold.
   */
  mayRead(documentUri: string, fileUri: string): Promise<boolean> {
    const key = `${documentUri}\n${fileUri}`;
    let asked = this.permitted.get(key);
    if (!asked) {
      asked = this.isOpenTo(documentUri, fileUri);
      this.permitted.set(key, asked);
    }
    return asked;
  }

  private async isOpenTo(documentUri: string, fileUri: string): Promise<boolean> {
    const folder = parentOf(this.placeOf(documentUri));
    const open = folder === undefined ? this.roots : [...this.roots, folder];
    if (!open.some((root) => isWithin(root, fileUri))) return false;
    const real = await this.files.real(fileUri);
    // Nothing is there: whoever reads it will say so.
    if (real === undefined) return true;
    const realRoots = await Promise.all(open.map((uri) => this.files.real(uri)));
    return realRoots.some((root) => root !== undefined && isWithin(root, real));
  }

  /** The file that a path means which is written in a document, or counts from a folder (with a slash behind). */
  resolve(base: string, written: string): string | undefined {
    const folder = base.endsWith('/') ? base : parentOf(this.placeOf(base));
    return folder && resolvePath(folder, written);
  }

  candidates(documentUri: string): string[] {
    return this.foldersAbove(documentUri).map((folder) => folder + CONFIGURATION_FILE);
  }

  /** The document's folder and those above it up to the workspace folder, as uris with a slash behind. */
  foldersAbove(documentUri: string): string[] {
    const top = this.topOf(documentUri);
    const found: string[] = [];
    if (top === undefined) return found;
    for (let folder = parentOf(this.placeOf(documentUri)); folder !== undefined; folder = parentOf(folder)) {
      found.push(withSlash(folder));
      if (sameFile(folder, top) || folder === parentOf(folder)) break;
    }
    return found;
  }

  /** Where a document stands or is meant to; a new one without a name counts as in the first workspace folder. */
  placeOf(documentUri: string): string {
    return intendedUri(documentUri, this.roots[0]);
  }

  private topOf(documentUri: string): string | undefined {
    const place = this.placeOf(documentUri);
    return this.rootOf(place) ?? parentOf(place);
  }

  /** The innermost workspace folder that holds the file. */
  private rootOf(uri: string): string | undefined {
    return this.roots
      .filter((root) => isWithin(root, uri))
      .sort((a, b) => b.length - a.length)
      .at(0);
  }

  private read(documentUri: string, uri: string): Promise<string | undefined> {
    let file = this.known.get(uri);
    if (!file) {
      file = this.mayRead(documentUri, uri).then((may) => (may ? this.files.read(uri) : undefined));
      this.known.set(uri, file);
    }
    return file;
  }
}

const withSlash = (folder: string): string => folder.replace(/\/?$/u, '/');
