import { basename, dirname, join } from 'node:path';
import type { Draft } from '../dialect/model';
import type { ImportedComment } from '../importers/comments';
import { decodeText } from '../importers/decode-text';
import { notesOfComments } from '../review/comments/notes-of-comments';
import { exportedOf, takeNotes, type TakenNotes } from '../review/comments/take-notes';
import { NO_NOTES, type Notes } from '../review/notes/note';
import { formatNotes, notesFileName, parseNotes } from '../review/notes/notes-file';
import { CliError } from './cli-error';
import type { Io } from './io';

/** The side file with the notes on a draft. */
export function notesPathOf(draft: string): string {
  return join(dirname(draft), notesFileName(basename(draft)));
}

/** The notes on a draft, none where it has no side file; or what is wrong with that file, in Chinese. */
export function findNotesOf(draft: string, io: Io): Notes | string {
  const path = notesPathOf(draft);
  if (io.files.kindOf(path) !== 'file') return NO_NOTES;
  const notes = parseNotes(decodeText(io.files.read(path)).text);
  return 'problem' in notes ? `审稿意见文件 ${path} ${notes.problem}` : notes;
}

/** The notes on a draft. A side file that cannot be read is never taken for empty. */
export function readNotesOf(draft: string, io: Io): Notes {
  const notes = findNotesOf(draft, io);
  if (typeof notes !== 'string') return notes;
  throw new CliError(notes, '请改好这个文件，或者把它移开，再试一次。');
}

/** Takes the comments of a Word document in beside the notes on a draft, and writes them. `read` is what they are on. */
export function takeComments(
  path: string,
  { read, comments }: { readonly read: Draft; readonly comments: readonly ImportedComment[] },
  io: Io,
): TakenNotes {
  const now = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const imported = notesOfComments(read, comments, now);
  const taken = takeNotes(readNotesOf(path, io), imported, exportedOf(comments));
  if (taken.added + taken.changed > 0)
    io.files.write(notesPathOf(path), new TextEncoder().encode(formatNotes(taken.notes)), true);
  return taken;
}
