import type { Draft } from '../../dialect/model';
import type { CommentPlan } from '../../exporters/document/plan';
import type { Notes } from '../notes/note';
import { placeNotes } from '../notes/place-notes';

/** Notes as comments in the margin, where they stand in the draft now; one whose words are gone says which they were. */
export function planComments(draft: Draft, notes: Notes): readonly CommentPlan[] {
  return placeNotes(draft, notes).map(({ note: { anchor: _, ...note }, range }) => ({
    ...note,
    source: range,
  }));
}
