import type { Draft } from '../../dialect/model';
import { quotePlace } from '../../dialect/quote-place';
import { AnchorMaker, type Anchor } from '../anchor';
import { AnchorFinder, type FoundAnchor } from '../find-anchor';
import { sharedEnd, sharedStart } from '../../dialect/shared-ends';
import type { Note, Notes } from './note';

/** A note where it stands in a draft now. */
export interface PlacedNote extends FoundAnchor {
  readonly note: Note;
  /** As people quote it: 第二部分（三）第7项; empty where it has no such name. */
  readonly place: string;
}

/** Notes in the order of the text; lost ones, which stand at the top, first. */
export function placeNotes(draft: Draft, notes: Notes): PlacedNote[] {
  const finder = new AnchorFinder(draft);
  return [...notes.values()]
    .map((note) => {
      const found = finder.find(note.anchor);
      return { note, ...found, place: found.how === 'lost' ? '' : quotePlace(draft, found.range.start) };
    })
    .sort((a, b) => a.range.start - b.range.start || (a.note.date < b.note.date ? -1 : 1));
}

/** With less of the context left, a note is anchored anew before its words are edited, too. UTF-16 units. */
const LEAST_LEFT = 6;

/** Anchors of notes whose words or surroundings were edited, as they stand now: what the next edits start from. */
export function renewedAnchors(draft: Draft, notes: Notes): ReadonlyMap<string, Anchor> {
  const maker = new AnchorMaker(draft);
  const renewed = placeNotes(draft, notes).flatMap(({ note, how, range }) => {
    if (how === 'near' || how === 'lost') return [];
    const anchor = maker.anchorAt(range);
    return how === 'changed' || isAlone(note.anchor, anchor) ? [[note.id, anchor] as const] : [];
  });
  return new Map(renewed);
}

function isAlone(before: Anchor, now: Anchor): boolean {
  return (
    sharedEnd(before.before, now.before) < LEAST_LEFT && sharedStart(before.after, now.after) < LEAST_LEFT
  );
}
