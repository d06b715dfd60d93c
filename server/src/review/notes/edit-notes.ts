import type { Anchor } from '../anchor';
import type { Note, Notes, NoteState, Reply } from './note';
import { t } from '../../localise';

/** What a person does to the notes of a draft. `reply` names the reply meant, where it is not the note itself. */
export type NoteEdit =
  | { readonly kind: 'add'; readonly anchor: Anchor; readonly text: string; readonly author: string }
  | { readonly kind: 'reply'; readonly id: string; readonly text: string; readonly author: string }
  | { readonly kind: 'state'; readonly id: string; readonly state: NoteState }
  | { readonly kind: 'text'; readonly id: string; readonly reply?: string; readonly text: string }
  | { readonly kind: 'delete'; readonly id: string; readonly reply?: string }
  /** Words were edited: the notes stand on what took their place. */
  | { readonly kind: 'anchors'; readonly anchors: ReadonlyMap<string, Anchor> };

/** Clock and ids come from outside. */
export interface EditContext {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** One that no other writer gives. */
  readonly newId: () => string;
}

/** The notes after an edit, or why it cannot be done, in Chinese. */
export function editNotes(notes: Notes, edit: NoteEdit, context: EditContext): Notes | string {
  if ('text' in edit && edit.text.trim() === '') return t('审稿意见不能是空的');
  if (edit.kind === 'add') return withNote(notes, newNote(edit, context));
  if (edit.kind === 'anchors') return withAnchors(notes, edit.anchors);
  const note = notes.get(edit.id);
  if (!note) return t('这条审稿意见已经被删除');
  if (edit.kind === 'delete' && edit.reply === undefined)
    return new Map([...notes].filter(([id]) => id !== edit.id));
  const changed = editNote(note, edit, context);
  return typeof changed === 'string' ? changed : withNote(notes, changed);
}

function newNote({ anchor, text, author }: NoteEdit & { kind: 'add' }, { now, newId }: EditContext): Note {
  return { id: newId(), author, date: now, state: 'open', text: text.trim(), anchor, replies: [] };
}

function editNote(
  note: Note,
  edit: Exclude<NoteEdit, { kind: 'add' | 'anchors' }>,
  { now, newId }: EditContext,
): Note | string {
  switch (edit.kind) {
    case 'reply': {
      const reply: Reply = { id: newId(), author: edit.author, date: now, text: edit.text.trim() };
      return { ...note, replies: [...note.replies, reply] };
    }
    case 'state':
      return note.state === edit.state ? note : { ...note, state: edit.state, changed: now };
    case 'text':
      if (edit.reply === undefined) return { ...note, text: edit.text.trim(), changed: now };
      return editReply(note, edit.reply, (reply) => [{ ...reply, text: edit.text.trim() }]);
    case 'delete':
      return editReply(note, edit.reply ?? '', () => []);
  }
}

function editReply(note: Note, id: string, change: (reply: Reply) => Reply[]): Note | string {
  if (!note.replies.some((reply) => reply.id === id)) return t('这条回复已经被删除');
  return { ...note, replies: note.replies.flatMap((reply) => (reply.id === id ? change(reply) : [reply])) };
}

function withNote(notes: Notes, note: Note): Notes {
  return new Map(notes).set(note.id, note);
}

function withAnchors(notes: Notes, anchors: ReadonlyMap<string, Anchor>): Notes {
  return new Map([...notes].map(([id, note]) => [id, { ...note, anchor: anchors.get(id) ?? note.anchor }]));
}
