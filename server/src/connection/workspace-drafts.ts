import type { DocumentStore, Snapshot } from './document-store';
import type { Files } from './files';
import { sameFile } from './uris';

/** Without a watching client, files on the disk are believed for so long before they are looked at again. */
const UNWATCHED_MS = 5000;

/** Every draft of the workspace, open or not: what features that look beyond one document work on. */
export class WorkspaceDrafts {
  private roots: readonly string[] = [];
  private listed: { readonly uris: Promise<readonly string[]>; readonly at: number } | undefined;
  private readonly unopened = new Map<string, Promise<Snapshot | undefined>>();
  /** Those of `unopened` that have been read. */
  private readonly present = new Map<string, Snapshot>();
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
    for (const known of [...this.unopened.keys()]) {
      if (uri !== undefined && !sameFile(known, uri)) continue;
      this.unopened.delete(known);
      this.present.delete(known);
    }
  }

  /** Drafts at hand without waiting: those that are open, and what `all` or `readAhead` has read. */
  atHand(): readonly Snapshot[] {
    const open = this.documents.all().filter(({ isDraft }) => isDraft);
    const closed = [...this.present.values()].filter(({ uri }) => !this.documents.find(uri));
    return [...open, ...closed];
  }

  /**
   * Reads files of the workspace one at a time, at most `most` of them; those that are drafts are at hand then. Before
   * each it lets what matters more go first. How many files were left out.
   */
  async readAhead(most: number, giveWay: () => Promise<void>): Promise<number> {
    const uris = await this.list();
    for (const uri of uris.slice(0, most)) {
      const snapshot = await this.read(uri);
      await giveWay();
      // Reading the draft is the dear part.
      void snapshot?.draft;
    }
    return Math.max(0, uris.length - most);
  }

  /** Drafts that are open count as the editor has them. */
  async all(): Promise<readonly Snapshot[]> {
    const open = this.documents.all().filter(({ isDraft }) => isDraft);
    const uris = (await this.list()).filter((uri) => !this.documents.find(uri));
    const closed = await Promise.all(uris.map((uri) => this.read(uri)));
    return [...open, ...closed.filter((snapshot) => snapshot !== undefined)];
  }

  private list(): Promise<readonly string[]> {
    if (!this.listed || (!this.watched && this.now() - this.listed.at > UNWATCHED_MS)) {
      if (!this.watched) this.forget();
      this.listed = { uris: this.listAfresh(), at: this.now() };
    }
    return this.listed.uris;
  }

  private async listAfresh(): Promise<readonly string[]> {
    const lists = await Promise.all(this.roots.map((root) => this.files.list(root, '.md')));
    return [...new Set(lists.flat())];
  }

  private read(uri: string): Promise<Snapshot | undefined> {
    let reading = this.unopened.get(uri);
    if (!reading) {
      reading = this.files.read(uri).then((text) => {
        const snapshot = text === undefined ? undefined : this.documents.unopened(uri, text);
        if (!snapshot?.isDraft) return undefined;
        this.present.set(uri, snapshot);
        return snapshot;
      });
      this.unopened.set(uri, reading);
    }
    return reading;
  }
}
