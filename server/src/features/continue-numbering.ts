import { headingOf } from '../dialect/labels';
import type { Draft, Item } from '../dialect/model';
import { applyEdits, type TextEdit } from '../dialect/range';
import { replaceNumeral } from '../dialect/numbered-entries';
import { renumberEdits } from '../dialect/renumber';

/**
 * What Enter does behind a numbered line: the new line begins with the next number and what follows counts on. Behind a
 * line that holds nothing but its number the number goes: the writer has finished the list. `offset` is on the new line.
 */
export function continueNumbering(draft: Draft, offset: number, read: (text: string) => Draft): TextEdit[] {
  const line = draft.lines.lineAt(offset);
  const here = draft.lines.rangeOf(line);
  if (draft.text.slice(here.start, here.end).trim() !== '') return [];
  const item = draft.outline.find((candidate) => candidate.line === line - 1);
  if (!item || item.children.length > 0) return [];
  if (item.title === '' && !item.runIn) return [{ range: item.marker.lead, newText: '' }];
  return isHeading(draft, item) ? [] : nextItem(draft, item, here.end, read);
}

/** A heading announces text of its own or items one level down; an entry of a list is followed by the next one. */
function isHeading(draft: Draft, item: Item): boolean {
  if (item.headingDepth !== undefined || item.level === 1) return true;
  const end = draft.text.slice(headingOf(item).end, item.lineRange.end).trim();
  return !item.runIn && !/^[。；;]/u.test(end);
}

function nextItem(draft: Draft, item: Item, at: number, read: (text: string) => Draft): TextEdit[] {
  const marker = nextMarker(draft, item);
  const insertion: TextEdit = { range: { start: at, end: at }, newText: marker };
  // A place holder makes the new line an item, so that what follows is counted from it.
  const filler = '新';
  const edited = read(applyEdits(draft.text, [{ ...insertion, newText: marker + filler }]));
  const shift = marker.length + filler.length;
  const following = renumberEdits(edited).edits.filter(({ range }) => range.start > at + shift);
  return [
    insertion,
    ...following.map(({ range, newText }) => ({
      range: { start: range.start - shift, end: range.end - shift },
      newText,
    })),
  ];
}

/** As this draft writes it: the marker's own text with the next number, and the indentation and space around it. */
function nextMarker({ text }: Draft, { marker, number }: Item): string {
  const { lead, range } = marker;
  const written = replaceNumeral(marker.expected, number + 1);
  return text.slice(lead.start, range.start) + written + text.slice(range.end, lead.end);
}
