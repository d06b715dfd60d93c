import { withDescendants } from '../all-items';
import type { Draft, Item } from '../model';
import type { Range } from '../range';

/** Items that may change places with one another: those of the plan's body, or of one attachment. */
export interface NumberedList {
  readonly roots: readonly Item[];
  /** In text order. */
  readonly items: readonly Item[];
  /** Where the list's last table or paragraph ends. */
  readonly end: number;
}

/** The list an item stands in. */
export function listOf(draft: Draft, item: Item): NumberedList {
  const attachment = draft.attachments.find(({ items }) => withDescendants(items).includes(item));
  if (attachment)
    return {
      roots: attachment.items,
      items: withDescendants(attachment.items),
      end: attachment.range.end,
    };
  const tables = draft.tables.filter((table) => isOfBody(draft, table.range));
  return {
    roots: draft.items,
    items: draft.outline,
    end: Math.max(draft.body.end, ...tables.map(({ range }) => range.end)),
  };
}

/** Tables at the body's end are no paragraphs of it: they begin before the first attachment all the same. */
function isOfBody({ attachments, body }: Draft, { start }: Range): boolean {
  const after = attachments[0]?.range.start ?? Infinity;
  return start >= body.start && start < after;
}
