import { digestText } from '../../dialect/digest';
import type { ImportedComment, RemarkRecord } from '../../importers/comments';
import { inOrder, otherVersion, type Note, type Notes, type NoteState, type Reply } from '../notes/note';

/** What came of taking comments in. */
export interface TakenNotes {
  readonly notes: Notes;
  /** How many were not there before, and how many were and say something else now. */
  readonly added: number;
  readonly changed: number;
}

/** What notes and replies were when our own export wrote them into the file, by id. */
export type Exported = ReadonlyMap<string, Pick<RemarkRecord, 'digest' | 'state'>>;

export function exportedOf(comments: readonly ImportedComment[]): Exported {
  const remarks = comments.flatMap((comment) => [comment, ...comment.replies]);
  return new Map(remarks.flatMap(({ record }) => (record ? [[record.id, record]] : [])));
}

/**
 * Takes imported notes in beside those there are. A note that is known keeps its place; what only one side wrote anew
 * counts, and where both did, what stands here stays and the other words become a reply: nobody's words are lost.
 */
export function takeNotes(known: Notes, imported: Notes, exported: Exported): TakenNotes {
  const notes = new Map(known);
  for (const [id, theirs] of imported) {
    const ours = known.get(id);
    notes.set(id, ours ? takeNote(ours, theirs, exported) : theirs);
  }
  const others = [...imported.keys()].filter((id) => known.has(id));
  return {
    notes,
    added: imported.size - others.length,
    changed: others.filter((id) => JSON.stringify(notes.get(id)) !== JSON.stringify(known.get(id))).length,
  };
}

function takeNote(ours: Note, theirs: Note, exported: Exported): Note {
  const [{ text }, ...others] = settle(ours, theirs, exported);
  const state = settleState(ours, theirs, exported.get(ours.id)?.state);
  const replies = new Map(ours.replies.map((reply) => [reply.id, reply]));
  for (const reply of theirs.replies) {
    const before = replies.get(reply.id);
    const [first, ...more] = before ? settle(before, reply, exported) : [reply];
    replies.set(reply.id, first);
    others.push(...more);
  }
  // One that was taken in before may have been edited since.
  for (const other of others) if (!replies.has(other.id)) replies.set(other.id, other);
  const isAsBefore = text === ours.text && state === ours.state;
  const changed = isAsBefore ? ours.changed : (theirs.changed ?? ours.changed);
  const settled = { ...ours, text, state, replies: inOrder(replies.values()) };
  return changed === undefined ? settled : { ...settled, changed };
}

/** The words that count, and those of the other side where both wrote anew since the export. */
function settle(ours: Reply, theirs: Reply, exported: Exported): [Reply, ...Reply[]] {
  const before = exported.get(ours.id)?.digest;
  // What Word's own people wrote has an id made of its words: it says here what it said first, or was edited here.
  if (before === undefined || before === digestText(theirs.text) || ours.text === theirs.text) return [ours];
  if (before === digestText(ours.text)) return [{ ...ours, text: theirs.text }];
  return [ours, otherVersion(theirs)];
}

function settleState(ours: Note, theirs: Note, before: string | undefined): NoteState {
  if (theirs.state === before) return ours.state;
  return ours.changed === undefined || (theirs.changed ?? theirs.date) > ours.changed
    ? theirs.state
    : ours.state;
}
