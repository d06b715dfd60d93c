import { allItems } from '../dialect/all-items';
import type { ReadDraft } from '../dialect/draft';
import type { Draft, Item } from '../dialect/model';
import {
  dropItem,
  insertItemAfter,
  isRefusal,
  moveItem,
  stepItem,
  type Destination,
  type Rearrangement,
  type Refusal,
  type Step,
} from '../dialect/rearrange/rearrange';
import type { Range, TextEdit } from '../dialect/range';
import { list, t } from '../localise';

export type Rearranging =
  | { readonly kind: Step | 'insert' }
  /** `target` is any offset on the line of the item it goes to. */
  | { readonly kind: 'move'; readonly place: Destination['place']; readonly target: number }
  /** The place is chosen by the levels of the two. */
  | { readonly kind: 'drop'; readonly target: number };

/** Edits for the writer to take or undo at once, or why there are none. */
export type DraftEdit =
  | {
      readonly edits: readonly TextEdit[];
      /** What to show and select, in the edited text. */
      readonly selection?: Range;
      /** What the writer should look at, in Chinese. */
      readonly warning?: string;
    }
  | Refusal;

/** Moves the item on whose line `offset` is, or puts a new one behind it. */
export function rearranging(draft: Draft, offset: number, what: Rearranging, read: ReadDraft): DraftEdit {
  const item = itemOnLine(draft, offset);
  if (!item) return { problem: t('这一行没有序号。请把光标放在要移动的那一项上。') };
  const answer = rearrange(draft, item, what, read);
  if (isRefusal(answer)) return answer;
  const { edits, cursor, unclear } = answer;
  const selection = { start: cursor, end: cursor };
  return { edits, selection, ...(unclear.length > 0 ? { warning: warn(draft, unclear) } : {}) };
}

function rearrange(draft: Draft, item: Item, what: Rearranging, read: ReadDraft): Rearrangement | Refusal {
  if (what.kind === 'insert') return insertItemAfter(draft, item, read);
  if (what.kind !== 'move' && what.kind !== 'drop') return stepItem(draft, item, what.kind, read);
  const target = itemOnLine(draft, what.target);
  if (target && what.kind === 'drop') return dropItem(draft, item, target, read);
  return target && what.kind === 'move'
    ? moveItem(draft, item, { place: what.place, target }, read)
    : { problem: t('只能移到带序号的一项旁边或者下面。') };
}

/** The item whose line or further text an offset is in. */
export function itemOnLine(draft: Draft, offset: number): Item | undefined {
  const line = draft.lines.lineAt(offset);
  return allItems(draft).findLast(
    (item) => item.line === line || (item.range.start <= offset && offset <= item.range.end),
  );
}

function warn({ text }: Draft, unclear: readonly Range[]): string {
  const mentions = [...new Set(unclear.map(({ start, end }) => `“${text.slice(start, end)}”`))];
  return t(
    '有 {0} 处引用（{1}）移动以后单凭序号指不清，请核对。',
    unclear.length,
    list(mentions.slice(0, 3)),
  );
}
