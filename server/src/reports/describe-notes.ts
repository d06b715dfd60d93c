import type { Draft } from '../dialect/model';
import { t } from '../localise';
import type { Notes } from '../review/notes/note';
import { placeNotes, type PlacedNote } from '../review/notes/place-notes';
import { excerptOf, toPlaces } from './describe-finding';
import type { NoteReport } from './file-report';

/** The notes that nobody has settled yet, in the order of the text; of a side file that cannot be read, why. */
export function describeOpenNotes(draft: Draft, notes: Notes | string): readonly NoteReport[] {
  if (typeof notes === 'string')
    return [{ text: notes, author: '', place: '', answers: [], wordsGone: undefined }];
  return placeNotes(draft, notes)
    .filter(({ note }) => note.state === 'open')
    .map((placed) => describeNote(draft, placed));
}

function describeNote(draft: Draft, { note, how, range, place }: PlacedNote): NoteReport {
  const isThere = how === 'exact' || how === 'changed';
  return {
    text: note.text,
    author: note.author,
    place,
    ...(how === 'lost' ? {} : { range: toPlaces(draft.lines, range), excerpt: excerptOf(draft, range) }),
    answers: note.replies.map(({ author, text }) => ({ author, text })),
    wordsGone: isThere ? undefined : note.anchor.quote,
  };
}

/** Who says what. */
export function saidIn({ author, text }: NoteReport): string {
  return author === '' ? text : t('{0}：{1}', author, text);
}

/** What there is to say besides: that its words are gone, what was answered. */
export function remarksOn({ wordsGone, answers }: NoteReport): readonly string[] {
  const gone = wordsGone === undefined ? [] : [t('原文已删：“{0}”', wordsGone)];
  return [...gone, ...answers.map(({ author, text }) => t('{0}回复：{1}', author, text))];
}
