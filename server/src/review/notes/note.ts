import { digestText } from '../../dialect/digest';
import type { Anchor } from '../anchor';

export const NOTE_STATES = ['open', 'resolved', 'rejected'] as const;
/** 待处理、已解决、不采纳. */
export type NoteState = (typeof NOTE_STATES)[number];

/** A reviewer's note on a place of a draft. */
export interface Note {
  readonly id: string;
  readonly author: string;
  /** When it was written, ISO 8601 in UTC, to the second. */
  readonly date: string;
  readonly state: NoteState;
  readonly text: string;
  readonly anchor: Anchor;
  /** In the order they were written. */
  readonly replies: readonly Reply[];
  /** When text or state were changed last; absent where they never were. */
  readonly changed?: string;
}

export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

/** All notes on one draft, by id; see docs/schema/review-notes.schema.json. */
export type Notes = ReadonlyMap<string, Note>;

export const NO_NOTES: Notes = new Map();

/**
 * What two writers made of the same notes, neither knowing of the other: nothing that either wrote is lost. Of a note
 * that both have, the later text and state count, and all replies; other words that somebody gave it, or a reply, are a
 * reply too.
 */
export function mergeNotes(ours: Notes, theirs: Notes): Notes {
  const merged = new Map(ours);
  for (const [id, note] of theirs) {
    const known = merged.get(id);
    merged.set(id, known ? mergeNote(known, note) : note);
  }
  return merged;
}

function mergeNote(a: Note, b: Note): Note {
  const [later, earlier] = (b.changed ?? b.date) > (a.changed ?? a.date) ? [b, a] : [a, b];
  const isOverwritten = earlier.changed !== undefined && earlier.text !== later.text;
  const replies = new Map(later.replies.map((reply) => [reply.id, reply]));
  for (const reply of [...earlier.replies, ...(isOverwritten ? [otherVersion(earlier)] : [])]) {
    const known = replies.get(reply.id);
    const kept = known && known.text !== reply.text ? otherVersion(reply) : reply;
    replies.set(kept.id, kept);
  }
  return { ...later, replies: inOrder(replies.values()) };
}

/** What somebody else made of a note or a reply, as a reply of its own. The same words are the same reply each time. */
export function otherVersion({ id, author, date, text }: Reply): Reply {
  return { id: `${id}-${digestText(text)}`, author, date, text };
}

/** Replies by when they were written. */
export function inOrder(replies: Iterable<Reply>): Reply[] {
  return [...replies].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
