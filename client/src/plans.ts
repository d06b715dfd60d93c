import { EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import type { Drafts } from './drafts';
import type { LanguageServer } from './language-client';
import {
  DRAFT_OVERVIEW,
  WORKSPACE_DRAFTS,
  type DraftOverview,
  type WorkspaceDraft,
} from '../../server/src/protocol';

/** Files come in handfuls when a folder is copied or a branch is changed. */
const PAUSE_MS = 300;

/**
 * The drafts of the workspace, open or not. They are asked for when somebody first looks, and again when files change:
 * opening an ordinary folder must not start the server.
 */
export class Plans implements Disposable {
  private known: readonly WorkspaceDraft[] = [];
  private readonly overviews = new Map<string, Promise<DraftOverview | undefined>>();
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions: Disposable[];
  private pause: NodeJS.Timeout | undefined;
  private wanted = false;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly drafts: Drafts,
  ) {
    const later = (): void => this.askLater();
    this.subscriptions = [
      ...this.watch(),
      workspace.onDidChangeWorkspaceFolders(later),
      workspace.onDidCloseTextDocument(later),
      drafts.onDidChange((uri) => {
        if (!this.known.some((plan) => plan.uri === uri)) later();
      }),
    ];
  }

  /** By folder and name; those that are open as the editor has them. */
  get all(): readonly WorkspaceDraft[] {
    return this.known.map((plan) => this.drafts.overviewOf(plan.uri) ?? plan);
  }

  /** Begins to ask, where that has not been done yet. */
  want(): void {
    if (this.wanted) return;
    this.wanted = true;
    void this.ask();
  }

  async overviewOf(uri: string): Promise<DraftOverview | undefined> {
    const open = this.drafts.overviewOf(uri);
    if (open) return open;
    const asked =
      this.overviews.get(uri) ??
      this.server
        .request<DraftOverview | null>(DRAFT_OVERVIEW, { textDocument: { uri } })
        .then((overview) => (overview ? { ...overview, uri } : undefined))
        .catch(() => undefined);
    this.overviews.set(uri, asked);
    return asked;
  }

  dispose(): void {
    clearTimeout(this.pause);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private watch(): Disposable[] {
    const watcher = workspace.createFileSystemWatcher('**/*.md');
    const later = (): void => this.askLater();
    return [watcher, watcher.onDidCreate(later), watcher.onDidChange(later), watcher.onDidDelete(later)];
  }

  private askLater(): void {
    clearTimeout(this.pause);
    if (this.wanted) this.pause = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    const found = await this.server.request<WorkspaceDraft[] | null>(WORKSPACE_DRAFTS, {}).catch(() => null);
    if (!found) return;
    this.overviews.clear();
    // The server writes addresses its own way; the editor's way is what documents are known by.
    this.known = found
      .map((plan) => ({ ...plan, uri: Uri.parse(plan.uri).toString() }))
      .sort((a, b) => (decodeURIComponent(a.uri) < decodeURIComponent(b.uri) ? -1 : 1));
    this.changed.fire();
  }
}
