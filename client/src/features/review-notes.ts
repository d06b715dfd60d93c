import {
  commands,
  comments,
  CommentMode,
  Range,
  window,
  type CommentReply,
  type CommentThread,
  type ExtensionContext,
  type Uri,
} from 'vscode';
import type { Client } from '../client';
import { isDraft } from '../draft-documents';
import { t } from '../localise';
import { authorName } from '../review/author';
import { NotesOfDrafts } from '../review/draft-notes';
import { showNotesView } from '../review/notes-view';
import { NoteThreads, type NoteComment } from '../review/threads';
import type { NoteOperation, NoteState } from '../../../server/src/protocol';

/** 审稿意见: notes beside the text, as comment threads, and in a view of their own. */
export function activate(context: ExtensionContext, client: Client): void {
  const controller = comments.createCommentController('yaodian.notes', t('审稿意见'));
  controller.options = { prompt: t('写下审稿意见'), placeHolder: t('写给起草人看的意见') };
  controller.commentingRangeProvider = {
    provideCommentingRanges: (document) =>
      isDraft(document) ? [new Range(0, 0, document.lineCount - 1, 0)] : [],
  };
  const notes = new NotesOfDrafts(client.server);
  const threads = new NoteThreads(controller);
  const commandsOf = new NoteCommands(client, notes, threads);
  context.subscriptions.push(
    controller,
    notes,
    notes.onDidChange((changed) => threads.show(changed)),
    ...commandsOf.register(),
    ...showNotesView(context, client, { notes, threads }),
  );
}

/** What people do with notes, in threads and by commands. */
class NoteCommands {
  constructor(
    private readonly client: Client,
    private readonly notes: NotesOfDrafts,
    private readonly threads: NoteThreads,
  ) {}

  register(): { dispose(): void }[] {
    const inThread = (state: NoteState) => (thread: CommentThread) => this.setState(thread, state);
    const all: Readonly<Record<string, (argument: never) => unknown>> = {
      'yaodian.addNote': (given?: { range: Range; text: string }) => this.addAtCursor(given),
      'yaodian.notes.send': (reply: CommentReply) => this.send(reply),
      'yaodian.notes.resolve': inThread('resolved'),
      'yaodian.notes.reject': inThread('rejected'),
      'yaodian.notes.reopen': inThread('open'),
      'yaodian.notes.edit': (comment: NoteComment) => this.setMode(comment, CommentMode.Editing),
      'yaodian.notes.cancel': (comment: NoteComment) => this.setMode(comment, CommentMode.Preview),
      'yaodian.notes.save': (comment: NoteComment) => this.save(comment),
      'yaodian.notes.delete': (comment: NoteComment) => this.remove(comment),
    };
    return Object.entries(all).map(([name, run]) => commands.registerCommand(name, run));
  }

  /** On what is selected, else on the line of the cursor: a task's line stands for the task. */
  private async addAtCursor(given?: { range: Range; text: string }): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || !isDraft(editor.document)) {
      return void window.showInformationMessage(t('请先打开一份稿件，再添加审稿意见。'));
    }
    const text = given?.text ?? (await window.showInputBox({ prompt: t('写下审稿意见') }));
    if (text) await this.add(editor.document.uri, given?.range ?? editor.selection, text);
  }

  private async send({ thread, text }: CommentReply): Promise<void> {
    const id = this.threads.noteOf(thread);
    if (id !== undefined) {
      const author = await authorName(this.client.server);
      if (author) await this.notes.edit(thread.uri, { kind: 'reply', id, text, author });
    } else if (await this.add(thread.uri, thread.range ?? new Range(0, 0, 0, 0), text)) {
      // The note now has a thread of its own.
      thread.dispose();
    }
  }

  private async add(uri: Uri, range: Range, text: string): Promise<boolean> {
    const author = await authorName(this.client.server);
    if (!author) return false;
    const { start, end } = range;
    return this.notes.edit(uri, { kind: 'add', range: { start, end }, text, author });
  }

  private async setState(thread: CommentThread, state: NoteState): Promise<void> {
    const id = this.threads.noteOf(thread);
    if (id !== undefined) await this.notes.edit(thread.uri, { kind: 'state', id, state });
  }

  private setMode(comment: NoteComment, mode: CommentMode): void {
    this.threads.replace(comment, { ...comment, mode, body: comment.written });
  }

  private async save(comment: NoteComment): Promise<void> {
    const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
    this.threads.replace(comment, { ...comment, mode: CommentMode.Preview, body: text });
    await this.notes.edit(comment.uri, { kind: 'text', ...placeOf(comment), text });
  }

  private async remove(comment: NoteComment): Promise<void> {
    const confirm = t('删除');
    const question = comment.reply === undefined ? t('删除这条意见和它的全部回复？') : t('删除这条回复？');
    if ((await window.showWarningMessage(question, { modal: true }, confirm)) !== confirm) return;
    await this.notes.edit(comment.uri, { kind: 'delete', ...placeOf(comment) });
  }
}

function placeOf({ note, reply }: NoteComment): Pick<NoteOperation & { kind: 'delete' }, 'id' | 'reply'> {
  return { id: note, ...(reply === undefined ? {} : { reply }) };
}
