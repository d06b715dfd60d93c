import { RequestType } from 'vscode-languageserver';
import {
  EDIT_NOTES,
  REVIEW_NOTES,
  USER_NAME,
  type DocumentParams,
  type DraftNotes,
  type EditNotesParams,
} from '../../protocol';
import { onCustomDraft, onRequest, type Handler } from './handler';

/** 审稿意见. */
export const reviewHandlers: readonly Handler[] = [
  onCustomDraft<DocumentParams, DraftNotes>(REVIEW_NOTES, (snapshot, _, { notes }) => notes.of(snapshot)),
  onCustomDraft<EditNotesParams, DraftNotes>(EDIT_NOTES, (snapshot, { operation }, { notes }) =>
    notes.edit(snapshot, operation),
  ),
  onRequest(new RequestType<unknown, string, void>(USER_NAME), {}, (_, { programs }) => programs.userName()),
];
