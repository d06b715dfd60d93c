import { GREATER, isMarkdownSpace } from './characters';
import type { LineCursor } from './line-cursor';
import { readListMarker } from './line-syntax';

/** Deeper nesting is read as text: matching every line against all open containers would cost depth × lines. */
export const MAX_CONTAINER_DEPTH = 100;

/** A block that holds blocks: a quote, or an item of a list. */
export type Container = Quote | ListItem;

export interface Quote {
  readonly kind: 'quote';
}

export interface ListItem {
  readonly kind: 'item';
  /** The character that tells this list from others; a sibling item has the same. */
  readonly delimiter: number;
  readonly ordered: boolean;
  /** Where the item's own marker stands. */
  readonly markerStart: number;
  /** Columns by which the item's further lines are indented. */
  readonly size: number;
  /** The item's first line is blank, and so far no other line followed. */
  startsBlank: boolean;
  /** Then a second blank line followed: the item is over (CommonMark 0.31.2 §5.2). */
  isOver: boolean;
}

/** Whether the line at the cursor goes on with the container; if so the container's prefix is taken. */
export function continueContainer(container: Container, cursor: LineCursor, text: string): boolean {
  if (container.kind === 'quote') return takeQuoteMarker(cursor, text);
  if (cursor.isBlank()) {
    container.isOver ||= container.startsBlank;
    cursor.takeIndent(container.size);
    return true;
  }
  const isOver = container.isOver;
  container.isOver = false;
  container.startsBlank = false;
  if (isOver || cursor.indent() < container.size) return false;
  cursor.takeIndent(container.size);
  return true;
}

/** Opens the container that begins at the cursor, taking its prefix; undefined (and nothing taken) where none does. */
export function openContainer(
  cursor: LineCursor,
  text: string,
  interrupting: boolean,
): Container | undefined {
  if (takeQuoteMarker(cursor, text)) return { kind: 'quote' };
  return openListItem(cursor, text, interrupting, undefined);
}

/** Opens the next item of the list that `sibling` belongs to. */
export function openSibling(cursor: LineCursor, text: string, sibling: ListItem): ListItem | undefined {
  return openListItem(cursor, text, false, sibling);
}

function takeQuoteMarker(cursor: LineCursor, text: string): boolean {
  let i = cursor.offset;
  while (i < cursor.end && isMarkdownSpace(text.charCodeAt(i))) i++;
  if (i >= cursor.end || text.charCodeAt(i) !== GREATER) return false;
  cursor.takeAllIndent();
  cursor.take(1);
  cursor.takeIndent(1);
  return true;
}

function openListItem(
  cursor: LineCursor,
  text: string,
  interrupting: boolean,
  sibling: ListItem | undefined,
): ListItem | undefined {
  let start = cursor.offset;
  while (start < cursor.end && isMarkdownSpace(text.charCodeAt(start))) start++;
  const marker = readListMarker(text, start, cursor.end, interrupting);
  if (!marker || (sibling && sibling.delimiter !== marker.delimiter)) return undefined;
  const before = cursor.takeAllIndent();
  cursor.take(marker.length);
  const startsBlank = cursor.isBlank();
  const after = startsBlank ? 1 : cursor.takeAllIndent();
  return {
    kind: 'item',
    delimiter: marker.delimiter,
    ordered: marker.ordered,
    markerStart: start,
    size: before + marker.length + after,
    startsBlank,
    isOver: false,
  };
}
