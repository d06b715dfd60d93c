import { headingOf } from '../dialect/labels';
import type { Draft, Item } from '../dialect/model';
import type { TextEdit } from '../dialect/range';
import { numberedRuns, replaceNumeral, type NumberedEntry } from '../dialect/numbered-entries';
import { findReferences } from '../dialect/references';

/**
 * What Enter does behind a numbered line: the new line begins with the next number and what follows counts on. Behind a
 * line that holds nothing but its number the number goes: the writer has finished the list. `offset` is on the new line.
 */
export function continueNumbering(draft: Draft, offset: number): TextEdit[] {
  const line = draft.lines.lineAt(offset);
  const here = draft.lines.rangeOf(line);
  if (draft.text.slice(here.start, here.end).trim() !== '') return [];
  const item = draft.outline.find((candidate) => candidate.line === line - 1);
  if (!item || item.children.length > 0) return [];
  if (item.title === '' && !item.runIn) return [{ range: item.marker.lead, newText: '' }];
  return isHeading(draft, item) ? [] : nextItem(draft, item, here.end);
}

/** A heading announces text of its own or items one level down; an entry of a list is followed by the next one. */
function isHeading(draft: Draft, item: Item): boolean {
  if (item.headingDepth !== undefined || item.level === 1) return true;
  const end = draft.text.slice(headingOf(item).end, item.lineRange.end).trim();
  return !item.runIn && !/^[。；;]/u.test(end);
}

function nextItem(draft: Draft, item: Item, at: number): TextEdit[] {
  const moved = movedBy(draft, item);
  const insertion: TextEdit = { range: { start: at, end: at }, newText: nextMarker(draft, item) };
  const markers = moved.map((entry) => ({ range: entry.range, newText: entry.write(entry.number + 1) }));
  const subjects = new Set<unknown>(moved.map((entry) => entry.subject));
  const references = findReferences(draft)
    .filter(({ target }) => subjects.has(target))
    .map(({ numeral, number }) => ({
      range: numeral,
      newText: replaceNumeral(draft.text.slice(numeral.start, numeral.end), number + 1),
    }));
  return [insertion, ...markers, ...references];
}

/** What follows without a gap: a new number there pushes it on by one. A number that is locked stops the push. */
function movedBy(draft: Draft, item: Item): NumberedEntry[] {
  const run = numberedRuns(draft).find(({ entries }) => entries.some(({ subject }) => subject === item));
  const index = run?.entries.findIndex(({ subject }) => subject === item) ?? -1;
  const moved: NumberedEntry[] = [];
  for (const entry of run?.entries.slice(index + 1) ?? []) {
    if (entry.locked || entry.number !== item.number + 1 + moved.length) break;
    moved.push(entry);
  }
  return moved;
}

/** As this draft writes it: the marker's own text with the next number, the indentation before and the space behind. */
function nextMarker({ text }: Draft, { marker, number }: Item): string {
  const { lead, range } = marker;
  const written = replaceNumeral(marker.expected, number + 1);
  const indent = /^\s*/.exec(text.slice(lead.start, range.start))?.[0] ?? '';
  return indent + written + text.slice(range.end, lead.end);
}
