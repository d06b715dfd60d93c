import {
  RequestType,
  WillRenameFilesRequest,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  EDIT_NOTES,
  REVIEW_NOTES,
  USER_NAME,
  type DocumentParams,
  type DraftNotes,
  type EditNotesParams,
} from '../../protocol';
import type { Services } from '../services';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** 审稿意见. */
export const reviewHandlers: readonly Handler[] = [
  onCustomDraft<DocumentParams, DraftNotes>(REVIEW_NOTES, (snapshot, _, { notes }) => notes.of(snapshot)),
  onCustomDraft<EditNotesParams, DraftNotes>(EDIT_NOTES, (snapshot, { operation }, { notes }) =>
    notes.edit(snapshot, operation),
  ),
  onRequest(WillRenameFilesRequest.type, {}, takeNotesAlong),
  onRequest(new RequestType<unknown, string, void>(USER_NAME), {}, (_, { programs }) => programs.userName()),
];

/** Renames the notes of drafts that are renamed or moved; never over a file that is there. */
async function takeNotesAlong(
  { files }: RenameFilesParams,
  { notes }: Services,
): Promise<WorkspaceEdit | null> {
  const moved = new Set(files.map(({ oldUri }) => oldUri));
  const moves = await Promise.all(files.map(({ oldUri, newUri }) => notes.moveOf(oldUri, newUri)));
  const renames = moves.flatMap((move) => (move && !moved.has(move.oldUri) ? [move] : []));
  if (renames.length === 0) return null;
  const options = { overwrite: false, ignoreIfExists: true };
  return { documentChanges: renames.map((move) => ({ kind: 'rename', ...move, options })) };
}
