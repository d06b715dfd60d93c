import type { Anchor } from '../anchor';
import { isRecord, type JsonRecord } from '../json';
import { mergeNotes, NOTE_STATES, NO_NOTES, type Note, type Notes, type NoteState, type Reply } from './note';
import { t } from '../../localise';

/** Which file holds the notes on a draft: `甲.要点.md` has `甲.审稿.json` beside it. */
export function notesFileName(draft: string): string {
  return `${draft.replace(/(?:\.(?:要点|yaodian))?\.(?:md|txt)$/iu, '')}.审稿.json`;
}

/** The notes a file holds, or what is wrong with it, in Chinese. */
export type ReadNotes = Notes | { readonly problem: string };

/** Reads a side file. One in which git left a conflict is read as both sides say: no note is lost. */
export function parseNotes(text: string): ReadNotes {
  if (text.trim() === '') return NO_NOTES;
  const [ours, theirs] = [sideOf(text, 'ours'), sideOf(text, 'theirs')].map(parseWhole);
  if (ours === undefined || theirs === undefined || 'problem' in ours) return ours ?? NO_NOTES;
  return 'problem' in theirs ? theirs : mergeNotes(ours, theirs);
}

const CONFLICT = /^<{7}.*\n([\s\S]*?)(?:^\|{7}.*\n[\s\S]*?)?^={7}\r?\n([\s\S]*?)^>{7}.*\n?/gmu;

/**
 * The file as one of two writers left it. A side that ends where the other goes on lacks or has a comma too many: JSON
 * has no place for it.
 */
function sideOf(text: string, side: 'ours' | 'theirs'): string {
  if (!/^<{7}/mu.test(text)) return text;
  const whole = text.replace(CONFLICT, (_, ours: string, theirs: string) =>
    side === 'ours' ? ours : theirs,
  );
  return whole.replace(/,(\s*[}\]])/gu, '$1').replace(/([}\]"])(\s*\n\s*")/gu, '$1,$2');
}

function parseWhole(text: string): ReadNotes {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return { problem: t('不是 JSON，读不出来') };
  }
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['notes']))
    return { problem: t('不是审稿意见文件（应有 "version": 1 和 "notes"）') };
  const notes = new Map<string, Note>();
  for (const [id, entry] of Object.entries(value['notes'])) {
    const note = readNote(id, entry);
    if (!note) return { problem: t('意见“{0}”不合要求：要有 author、date、state、text、anchor', id) };
    notes.set(id, note);
  }
  return notes;
}

function readNote(id: string, value: unknown): Note | undefined {
  if (!isRecord(value) || !isRecord(value['anchor'])) return undefined;
  const { author, date, state, text, replies = [], changed } = value;
  const anchor = readAnchor(value['anchor']);
  const written = Array.isArray(replies) ? replies.map(readReply) : [undefined];
  if (!isText(author) || !isText(date) || !isText(text) || !isState(state) || !anchor) return undefined;
  if (!written.every((reply) => reply !== undefined)) return undefined;
  return { id, author, date, state, text, anchor, replies: written, ...(isText(changed) ? { changed } : {}) };
}

function readAnchor({ quote, before = '', after = '', within = '' }: JsonRecord): Anchor | undefined {
  if (!isText(quote) || !isText(before) || !isText(after) || !isText(within)) return undefined;
  return { quote, before, after, within };
}

function readReply(value: unknown): Reply | undefined {
  if (!isRecord(value)) return undefined;
  const { id, author, date, text } = value;
  return isText(id) && isText(author) && isText(date) && isText(text)
    ? { id, author, date, text }
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isState(value: unknown): value is NoteState {
  return NOTE_STATES.some((state) => state === value);
}

/** Sorted by id, one key a line: two writers' notes stand apart, so that version control can merge them. */
export function formatNotes(notes: Notes): string {
  const sorted = [...notes].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = Object.fromEntries(sorted.map(([id, note]) => [id, writeNote(note)]));
  return `${JSON.stringify({ version: 1, notes: written }, null, 2)}\n`;
}

/** Keys in one order, whoever wrote the note. */
function writeNote({ author, date, changed, state, text, anchor, replies }: Note): JsonRecord {
  const { quote, before, after, within } = anchor;
  return {
    author,
    date,
    ...(changed === undefined ? {} : { changed }),
    state,
    text,
    anchor: { within, quote, before, after },
    ...(replies.length > 0 ? { replies } : {}),
  };
}
