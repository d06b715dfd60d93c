import type { Draft } from '../dialect/model';
import type { ImportedComment } from '../importers/comments';
import { AnchorMaker } from '../review/anchor';
import { notesOfComments } from '../review/comments/notes-of-comments';
import { exportedOf, takeNotes, type TakenNotes } from '../review/comments/take-notes';
import { editNotes, type NoteEdit } from '../review/notes/edit-notes';
import { NO_NOTES, type Notes } from '../review/notes/note';
import { formatNotes, notesFileName, parseNotes } from '../review/notes/notes-file';
import { placeNotes, renewedAnchors } from '../review/notes/place-notes';
import type { DraftNotes, NoteInfo, NoteOperation } from '../protocol';
import type { Snapshot } from './document-store';
import type { Files } from './files';
import { inPositions } from './in-positions';
import { childOf, hasPlace, nameOf, parentOf } from './uris';
import { whyNotWritten } from './why-not-written';
import { t, type Message } from '../localise';

const UNSAVED: Message = '稿件还没有存到文件夹里，不能写审稿意见：请先保存，再添加意见';

/** The side files with the notes on drafts. Every edit is made to what is on the disk then: others write there, too. */
export class ReviewNotes {
  constructor(
    private readonly files: Files,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** The notes on a draft where they stand in it now, or why they cannot be read. */
  async of(snapshot: Snapshot): Promise<DraftNotes> {
    const { uri, version } = snapshot;
    const notes = await this.read(uri);
    if (typeof notes === 'string') return { uri, version, problem: notes, notes: [] };
    return { uri, version, notes: placedIn(snapshot, notes) };
  }

  async read(uri: string): Promise<Notes | string> {
    const file = sideFileOf(uri);
    const text = file && (await this.files.read(file));
    if (file === undefined || text === undefined) return NO_NOTES;
    return readNotes(file, text);
  }

  /** Where the side file of a draft goes that gets another name or place; undefined where it has none. */
  async moveOf(oldUri: string, newUri: string): Promise<{ oldUri: string; newUri: string } | undefined> {
    const [from, to] = [sideFileOf(oldUri), sideFileOf(newUri)];
    if (from === undefined || to === undefined || from === to) return undefined;
    return (await this.files.read(from)) === undefined ? undefined : { oldUri: from, newUri: to };
  }

  async edit(snapshot: Snapshot, operation: NoteOperation): Promise<DraftNotes> {
    const problem = await this.change(snapshot.uri, asEdit(operation, snapshot));
    const notes = await this.of(snapshot);
    return problem === undefined ? notes : { ...notes, problem };
  }

  /** The draft is saved: notes whose words were edited stand on the new ones from now on. */
  async saved({ uri, draft }: Pick<Snapshot, 'uri' | 'draft'>): Promise<void> {
    const notes = await this.read(uri);
    if (typeof notes === 'string' || notes.size === 0) return;
    const anchors = renewedAnchors(draft, notes);
    if (anchors.size > 0) await this.change(uri, { kind: 'anchors', anchors });
  }

  /** The comments of a Word document as notes on the draft that was made of it. */
  ofComments(read: Draft, comments: readonly ImportedComment[]): Notes {
    return notesOfComments(read, comments, this.now());
  }

  /** Puts the comments of a Word document beside the notes on a draft; else why that cannot be done. */
  async take(uri: string, read: Draft, comments: readonly ImportedComment[]): Promise<TakenNotes | string> {
    const [imported, exported] = [this.ofComments(read, comments), exportedOf(comments)];
    let taken: TakenNotes | undefined;
    const problem = await this.update(uri, (known) => (taken = takeNotes(known, imported, exported)).notes);
    return taken ?? problem ?? UNSAVED;
  }

  /** Why the edit could not be made. */
  private change(uri: string, edit: NoteEdit): Promise<string | undefined> {
    const newId = (): string => crypto.randomUUID().slice(0, 13).replace('-', '');
    return this.update(uri, (known) => editNotes(known, edit, { now: this.now(), newId }));
  }

  /** Writes what becomes of the notes, or gives why that cannot be done. */
  private async update(uri: string, change: (known: Notes) => Notes | string): Promise<string | undefined> {
    const file = sideFileOf(uri);
    if (file === undefined) return t(UNSAVED);
    let problem: string | undefined;
    const changeText = (text: string | undefined): string | undefined => {
      const known = text === undefined ? NO_NOTES : readNotes(file, text);
      const changed = typeof known === 'string' ? known : change(known);
      if (typeof changed !== 'string') return formatNotes(changed);
      problem = changed;
      return undefined;
    };
    await this.files
      .update(file, changeText)
      .catch((error: unknown) => (problem = whyNotWritten(file, error)));
    return problem;
  }

  private now(): string {
    return this.clock()
      .toISOString()
      .replace(/\.\d+Z$/u, 'Z');
  }
}

/** Undefined for a draft that lies in no folder yet. */
export function sideFileOf(uri: string): string | undefined {
  const folder = uri.startsWith('untitled:') || !hasPlace(uri) ? undefined : parentOf(uri);
  return folder && childOf(folder, notesFileName(nameOf(uri)));
}

/** Whether a file is one of ours. */
export function isNotesFile(uri: string): boolean {
  return nameOf(uri).endsWith('.审稿.json');
}

function readNotes(file: string, text: string): Notes | string {
  const notes = parseNotes(text);
  return 'problem' in notes ? t('审稿意见文件 {0} {1}', nameOf(file), notes.problem) : notes;
}

function placedIn({ draft, at }: Snapshot, notes: Notes): NoteInfo[] {
  const placed = placeNotes(draft, notes).map(({ note: { anchor, ...note }, how, range, place }) => ({
    ...note,
    replies: [...note.replies],
    quote: anchor.quote,
    how,
    place,
    range,
  }));
  return inPositions(placed, at);
}

function asEdit(operation: NoteOperation, { draft, at }: Snapshot): NoteEdit {
  if (operation.kind !== 'add') return operation;
  const { range, ...rest } = operation;
  return { ...rest, anchor: new AnchorMaker(draft).anchorAt(at.offsetsOf(range)) };
}
