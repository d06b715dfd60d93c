import { EventEmitter, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { isDraft } from './draft-documents';
import { draftName } from './draft-name';
import type { LanguageServer } from './language-client';
import { t } from './localise';
import {
  DRAFT_OVERVIEW,
  OVERVIEW_CHANGED,
  type DraftOverview,
  type OverviewChangedParams,
} from '../../server/src/protocol';

/**
 * The overviews of open drafts, asked for once each time the server says that one has changed, and the current draft:
 * the one whose editor was active last, so that views keep showing it while the person is in another panel.
 */
export class Drafts implements Disposable {
  private readonly overviews = new Map<string, DraftOverview>();
  private readonly changed = new EventEmitter<string>();
  private readonly switched = new EventEmitter<void>();
  private readonly subscriptions: Disposable[] = [];
  private currentUri: string | undefined;
  /** The overview of this draft is another one now. */
  readonly onDidChange = this.changed.event;
  readonly onDidSwitch = this.switched.event;

  constructor(private readonly server: LanguageServer) {
    this.subscriptions.push(
      server.onDidStart((client) => {
        client.onNotification(OVERVIEW_CHANGED, ({ uri }: OverviewChangedParams) => void this.ask(uri));
      }),
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor?.document)),
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) this.follow(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
    );
    this.follow(window.activeTextEditor?.document);
  }

  get current(): DraftOverview | undefined {
    return this.currentUri === undefined ? undefined : this.overviews.get(this.currentUri);
  }

  /** The current draft, whether its overview is known yet or not. */
  get uri(): string | undefined {
    return this.currentUri;
  }

  overviewOf(uri: string): DraftOverview | undefined {
    return this.overviews.get(uri);
  }

  /** What a draft is called, in titles and in names of files that are made of it. */
  nameOf(uri: Uri): string {
    return draftName(uri, this.overviews.get(uri.toString())?.title, t('稿件'));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.switched.dispose();
  }

  private follow(document: TextDocument | undefined): void {
    if (!document || !isDraft(document)) return;
    const uri = document.uri.toString();
    if (uri === this.currentUri) return;
    this.currentUri = uri;
    this.switched.fire();
    if (!this.overviews.has(uri)) void this.ask(uri);
  }

  private forget(document: TextDocument): void {
    const uri = document.uri.toString();
    this.overviews.delete(uri);
    if (uri !== this.currentUri) return;
    this.currentUri = undefined;
    this.switched.fire();
  }

  private async ask(uri: string): Promise<void> {
    const overview = await this.server
      .request<DraftOverview | null>(DRAFT_OVERVIEW, { textDocument: { uri } })
      .catch(() => null);
    // Closed meanwhile, or not read yet: the server will say when it is.
    if (!overview || !isOpen(uri)) return;
    const known = this.overviews.get(uri);
    if (known && known.version > overview.version) return;
    this.overviews.set(uri, overview);
    this.changed.fire(uri);
  }
}

function isOpen(uri: string): boolean {
  const parsed = Uri.parse(uri);
  return workspace.textDocuments.some((document) => document.uri.toString() === parsed.toString());
}
