import { digestText } from '../../dialect/digest';
import type { Draft } from '../../dialect/model';
import type { ImportedComment, ImportedRemark } from '../../importers/comments';
import { AnchorMaker, contextAfter, contextBefore, type Anchor } from '../anchor';
import { NOTE_STATES, type Note, type Notes, type NoteState, type Reply } from '../notes/note';
import { CommentedWordsFinder } from './commented-words';

/** Word knows nobody's name where the person gave none. */
const NOBODY = '未署名';

/**
 * The notes that a Word document's comments are, anchored in the draft that was made of it. What our own export wrote is
 * known again by its id; a comment from elsewhere has the same id each time the same file is read.
 */
export function notesOfComments(draft: Draft, comments: readonly ImportedComment[], now: string): Notes {
  const anchors = new CommentAnchors(draft);
  const notes = new Map<string, Note>();
  for (const comment of comments) {
    const note = noteOf(comment, anchors.of(comment), now);
    let id = note.id;
    for (let count = 2; notes.has(id); count++) id = `${note.id}${count}`;
    notes.set(id, { ...note, id });
  }
  return notes;
}

class CommentAnchors {
  private readonly maker: AnchorMaker;
  private readonly finder: CommentedWordsFinder;

  constructor(draft: Draft) {
    this.maker = new AnchorMaker(draft);
    this.finder = new CommentedWordsFinder(draft);
  }

  /** Words that are not in the draft are kept as they were: they are found by what is like them, or reported as gone. */
  of({ words }: ImportedComment): Anchor {
    const place = this.finder.find(words);
    if (place) return this.maker.anchorAt(place);
    const { before, after } = words;
    return {
      quote: words.quote.trim().slice(0, 200),
      before: contextBefore(before, before.length),
      after: contextAfter(after, 0),
      within: '',
    };
  }
}

function noteOf(comment: ImportedComment, anchor: Anchor, now: string): Note {
  const { record } = comment;
  const state = stateOf(comment);
  const isChanged = record && (record.state !== state || record.digest !== digestText(comment.text));
  const changed = isChanged ? now : record?.changed;
  return {
    ...remarkOf(comment, comment.words.quote, now),
    state,
    anchor,
    replies: comment.replies.map((reply, i): Reply => remarkOf(reply, `${comment.text}${i}`, now)),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** Word says only that a comment is done; our own record says how it was settled. */
function stateOf({ done, record }: ImportedComment): NoteState {
  const before = NOTE_STATES.find((state) => state === record?.state);
  if (done === undefined) return before ?? 'open';
  if (!done) return 'open';
  return before === undefined || before === 'open' ? 'resolved' : before;
}

function remarkOf({ author, date, text, record }: ImportedRemark, about: string, now: string): Reply {
  return {
    id: record?.id ?? `w${digestText([author, date, text, about].join('\n'))}`,
    author: author === '' ? NOBODY : author,
    date: record?.date ?? momentOf(date) ?? now,
    text,
  };
}

/** Word's dates are those of a clock on the wall; ours is taken to show the same time. */
function momentOf(wallClock: string): string | undefined {
  const moment = new Date(wallClock);
  return wallClock === '' || Number.isNaN(moment.getTime())
    ? undefined
    : moment.toISOString().replace(/\.\d+Z$/u, 'Z');
}
