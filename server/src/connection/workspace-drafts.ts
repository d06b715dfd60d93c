import type { DocumentStore, Snapshot } from './document-store';
import { sameFile, type Files } from './files';

/** Without a watching client, files on the disk are believed for so long before they are looked at again. */
const UNWATCHED_MS = 5000;

/** Every draft of the workspace, open or not: what features that look beyond one document work on. */
export class WorkspaceDrafts {
  private roots: readonly string[] = [];
  private listed: { readonly uris: Promise<readonly string[]>; readonly at: number } | undefined;
  private readonly unopened = new Map<string, Promise<Snapshot | undefined>>();
  private watched = false;

  constructor(
    private readonly documents: DocumentStore,
    private readonly files: Files,
    private readonly now: () => number = Date.now,
  ) {}

  setRoots(uris: readonly string[]): void {
    this.roots = uris;
    this.forget();
  }

  /** From now on the client tells of changes, so nothing read becomes old by itself. */
  trustWatching(): void {
    this.watched = true;
  }

  /** Of one file, or of all. */
  forget(uri?: string): void {
    this.listed = undefined;
    if (uri === undefined) this.unopened.clear();
    else for (const known of this.unopened.keys()) if (sameFile(known, uri)) this.unopened.delete(known);
  }

  /** Drafts that are open count as the editor has them. */
  async all(): Promise<readonly Snapshot[]> {
    const open = this.documents.all().filter(({ isDraft }) => isDraft);
    const uris = (await this.list()).filter(
      (uri) => !this.documents.all().some((known) => sameFile(known.uri, uri)),
    );
    const closed = await Promise.all(uris.map((uri) => this.read(uri)));
    return [...open, ...closed.filter((snapshot) => snapshot !== undefined)];
  }

  private list(): Promise<readonly string[]> {
    if (!this.listed || (!this.watched && this.now() - this.listed.at > UNWATCHED_MS)) {
      if (!this.watched) this.unopened.clear();
      this.listed = { uris: this.listAfresh(), at: this.now() };
    }
    return this.listed.uris;
  }

  private async listAfresh(): Promise<readonly string[]> {
    const lists = await Promise.all(
      this.roots.map((root) => this.files.list(root, (uri) => /\.md$/iu.test(uri))),
    );
    return [...new Set(lists.flat())];
  }

  private read(uri: string): Promise<Snapshot | undefined> {
    let reading = this.unopened.get(uri);
    if (!reading) {
      reading = this.files.read(uri).then((text) => {
        const snapshot = text === undefined ? undefined : this.documents.unopened(uri, text);
        return snapshot?.isDraft ? snapshot : undefined;
      });
      this.unopened.set(uri, reading);
    }
    return reading;
  }
}
