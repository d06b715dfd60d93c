import { editField, fillField } from '../../features/task-fields';
import { rearranging, type DraftEdit as EditOfDraft } from '../../features/rearranging';
import {
  EDIT_FIELD,
  FILL_FIELD,
  REARRANGE,
  type DraftEdit,
  type EditFieldParams,
  type FillFieldParams,
  type RearrangeParams,
} from '../../protocol';
import type { Snapshot } from '../document-store';
import { rangeAfter } from '../edits';
import type { Services } from '../services';
import { onCustomDraft, type Handler } from './handler';

/** What a person does to a draft in the outline and the task table: the client applies the answers. */
export const editingHandlers: readonly Handler[] = [
  onCustomDraft<RearrangeParams, DraftEdit>(REARRANGE, (snapshot, { position, action }, services) => {
    const { draft, at } = snapshot;
    const what = 'target' in action ? { ...action, target: at.offsetAt(action.target) } : action;
    const read = (text: string) => snapshot.readAgain(text);
    return toEdit(snapshot, rearranging(draft, at.offsetAt(position), what, read), services);
  }),
  onCustomDraft<FillFieldParams, DraftEdit>(FILL_FIELD, (snapshot, { position, field }, services) =>
    toEdit(snapshot, fillField(snapshot.draft, snapshot.at.offsetAt(position), field), services),
  ),
  onCustomDraft<EditFieldParams, DraftEdit>(EDIT_FIELD, (snapshot, { position, ...cell }, services) => {
    const read = (text: string) => snapshot.readAgain(text);
    return toEdit(snapshot, editField(snapshot.draft, snapshot.at.offsetAt(position), cell, read), services);
  }),
];

function toEdit({ text, version, at }: Snapshot, answer: EditOfDraft, { client }: Services): DraftEdit {
  if ('problem' in answer) return answer;
  const { edits, selection, warning = null } = answer;
  return {
    version,
    edits: edits.map(({ range, newText }) => ({ range: at.rangeOf(range), newText })),
    selection: selection ? rangeAfter(text, edits, selection, client.encoding) : null,
    warning,
  };
}
