import {
  CommentMode,
  CommentThreadCollapsibleState,
  CommentThreadState,
  Range,
  Uri,
  type Comment,
  type CommentController,
  type CommentThread,
} from 'vscode';
import { t } from '../localise';
import type { DraftNotes, NoteInfo } from '../../../server/src/protocol';

/** A comment of the editor that knows which note or reply it shows. */
export interface NoteComment extends Comment {
  readonly uri: Uri;
  readonly note: string;
  /** Absent for the note itself. */
  readonly reply?: string;
  /** What it said before somebody began to edit it. */
  readonly written: string;
}

/** Shows the notes on drafts as comment threads, one a note. */
export class NoteThreads {
  private readonly byDraft = new Map<string, Map<string, CommentThread>>();

  constructor(private readonly controller: CommentController) {}

  show({ uri, notes }: DraftNotes): void {
    const threads = this.byDraft.get(uri) ?? new Map<string, CommentThread>();
    this.byDraft.set(uri, threads);
    for (const [id, thread] of threads) {
      if (notes.some((note) => note.id === id)) continue;
      thread.dispose();
      threads.delete(id);
    }
    for (const note of notes) this.showOne(Uri.parse(uri), note, threads);
  }

  /** The note that a thread shows, with its draft. */
  noteOf(thread: CommentThread): string | undefined {
    return [...(this.byDraft.get(thread.uri.toString()) ?? [])].find(([, known]) => known === thread)?.[0];
  }

  /** Shows another form of one comment: being edited, or as written. */
  replace(comment: NoteComment, by: NoteComment): void {
    const thread = this.byDraft.get(comment.uri.toString())?.get(comment.note);
    if (!thread) return;
    thread.comments = (thread.comments as readonly NoteComment[]).map((known) =>
      known.reply === comment.reply ? by : known,
    );
  }

  reveal(uri: string, id: string): void {
    const thread = this.byDraft.get(uri)?.get(id);
    if (thread) thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  }

  private showOne(uri: Uri, note: NoteInfo, threads: Map<string, CommentThread>): void {
    const { start, end } = note.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    const known = threads.get(note.id);
    const thread = known ?? this.controller.createCommentThread(uri, range, []);
    threads.set(note.id, thread);
    if (!thread.range?.isEqual(range)) thread.range = range;
    // Somebody is writing in it: what is shown must stay as it is.
    if (thread.comments.some(({ mode }) => mode === CommentMode.Editing)) return;
    thread.comments = commentsOf(uri, note);
    thread.label = labelOf(note);
    thread.contextValue = note.state;
    thread.state = note.state === 'open' ? CommentThreadState.Unresolved : CommentThreadState.Resolved;
    if (!known) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
  }
}

function commentsOf(uri: Uri, note: NoteInfo): NoteComment[] {
  return [note, ...note.replies].map(({ id, author, date, text }, index) => ({
    author: { name: author },
    body: text,
    written: text,
    mode: CommentMode.Preview,
    timestamp: new Date(date),
    contextValue: 'written',
    uri,
    note: note.id,
    ...(index > 0 ? { reply: id } : {}),
  }));
}

export function stateName(state: NoteInfo['state']): string {
  return { open: t('待处理'), resolved: t('已解决'), rejected: t('不采纳') }[state];
}

function labelOf({ state, place, how, quote }: NoteInfo): string {
  const lost = how === 'near' || how === 'lost' ? t('原文已删：“{0}”', quote) : '';
  return [stateName(state), place, lost].filter(Boolean).join(' · ');
}
