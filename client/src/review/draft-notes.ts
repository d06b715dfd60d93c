import type { Uri } from 'vscode';
import { EventEmitter, window, workspace, type Disposable } from 'vscode';
import { isDraft } from '../draft-documents';
import type { LanguageServer } from '../language-client';
import { t } from '../localise';
import {
  EDIT_NOTES,
  NOTES_CHANGED,
  REVIEW_NOTES,
  type DraftNotes,
  type NoteOperation,
} from '../../../server/src/protocol';

/** Typing moves notes: they are placed anew so long after the last keystroke. Milliseconds. */
const PAUSE = 400;

/** The review notes on open drafts, asked for again whenever a draft or a side file changes. */
export class NotesOfDrafts implements Disposable {
  private readonly known = new Map<string, DraftNotes>();
  private readonly changed = new EventEmitter<DraftNotes>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: Disposable[] = [];
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: LanguageServer) {
    this.subscriptions.push(
      server.onDidStart((client) => client.onNotification(NOTES_CHANGED, () => this.askAll())),
      workspace.onDidOpenTextDocument((document) => {
        if (isDraft(document)) this.askSoon(document.uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isDraft(document)) this.askSoon(document.uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        const closed = this.known.get(uri.toString());
        this.known.delete(uri.toString());
        if (closed) this.changed.fire({ ...closed, notes: [] });
      }),
    );
    this.askAll();
  }

  of(uri: string | undefined): DraftNotes | undefined {
    return uri === undefined ? undefined : this.known.get(uri);
  }

  /** Whether it was done; if not, the person has been told why. */
  async edit(uri: Uri, operation: NoteOperation): Promise<boolean> {
    const params = { textDocument: { uri: uri.toString() }, operation };
    const notes = await this.server.request<DraftNotes | null>(EDIT_NOTES, params);
    if (notes) this.take(uri, notes);
    if (notes?.problem === undefined && notes) return true;
    void window.showErrorMessage(notes?.problem ?? t('没有写下审稿意见，详情见日志。'));
    return false;
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private askAll(): void {
    for (const document of workspace.textDocuments) if (isDraft(document)) this.askSoon(document.uri);
  }

  private askSoon(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => void this.ask(uri), PAUSE),
    );
  }

  private async ask(uri: Uri): Promise<void> {
    const params = { textDocument: { uri: uri.toString() } };
    const notes = await this.server.request<DraftNotes | null>(REVIEW_NOTES, params).catch(() => null);
    if (notes) this.take(uri, notes);
  }

  private take(uri: Uri, notes: DraftNotes): void {
    const key = uri.toString();
    const before = this.known.get(key);
    this.known.set(key, notes);
    if (notes.problem !== undefined && notes.problem !== before?.problem && notes.notes.length === 0)
      void window.showWarningMessage(notes.problem);
    this.changed.fire(notes);
  }
}
