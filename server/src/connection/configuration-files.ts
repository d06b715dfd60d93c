import path from 'node:path';
import { type Files, pathOfUri, placeOfDocument, uriOfPath } from './files';

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
  private roots: readonly string[] = [];

  constructor(private readonly files: Files) {}

  setRoots(uris: readonly string[]): void {
    this.roots = uris.map(pathOfUri).filter((root) => root !== undefined);
    this.forget();
  }

  forget(): void {
    this.known.clear();
  }

  async find(documentUri: string): Promise<ConfigurationFile | undefined> {
    for (const candidate of this.candidates(documentUri)) {
      const text = await this.read(candidate);
      if (text !== undefined) return { uri: candidate, text };
    }
    return undefined;
  }

  /** Where a new configuration file for the document belongs: its workspace folder, else beside it. */
  placeFor(documentUri: string): string | undefined {
    const file = this.placeOf(documentUri);
    if (!file) return undefined;
    return uriOfPath(path.join(this.rootOf(file) ?? path.dirname(file), CONFIGURATION_FILE));
  }

  /** The workspace folder of a document, or the folder it is in, as uri with a slash behind. */
  folderOf(documentUri: string): string {
    const file = this.placeOf(documentUri);
    return file ? `${uriOfPath(this.rootOf(file) ?? path.dirname(file))}/` : documentUri;
  }

  /** Whether a path that came with a document may be followed: within the document's workspace folder, or its own. */
  mayRead(documentUri: string, fileUri: string): boolean {
    const [document, file] = [this.placeOf(documentUri), pathOfUri(fileUri)];
    if (!document || !file) return false;
    return [...this.roots, path.dirname(document)].some((root) => isWithin(root, file));
  }

  candidates(documentUri: string): string[] {
    return this.foldersAbove(documentUri).map((folder) => folder + CONFIGURATION_FILE);
  }

  /** The document's folder and those above it up to the workspace folder, as uris with a slash behind. */
  foldersAbove(documentUri: string): string[] {
    const file = this.placeOf(documentUri);
    if (!file) return [];
    const top = this.rootOf(file) ?? path.dirname(file);
    const found: string[] = [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      found.push(`${uriOfPath(folder)}/`.replace(/\/\/$/, '/'));
      if (folder === top || folder === path.dirname(folder)) return found;
    }
  }

  /** Where a document stands or is meant to; a new one without a name counts as in the first workspace folder. */
  placeOf(documentUri: string): string | undefined {
    const place = placeOfDocument(documentUri);
    const [first] = this.roots;
    if (place !== undefined || first === undefined || !documentUri.startsWith('untitled:')) return place;
    return path.join(first, documentUri.slice('untitled:'.length));
  }

  /** The innermost workspace folder that holds the file. */
  private rootOf(file: string): string | undefined {
    return this.roots
      .filter((root) => isWithin(root, file))
      .sort((a, b) => b.length - a.length)
      .at(0);
  }

  private read(uri: string): Promise<string | undefined> {
    let file = this.known.get(uri);
    if (!file) {
      file = this.files.read(uri);
      this.known.set(uri, file);
    }
    return file;
  }
}

function isWithin(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
