import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { readDraft } from '../dialect/draft';
import { createFieldReader, type FieldReader } from '../dialect/field-reader';
import { LineTable } from '../dialect/lines';
import type { Draft } from '../dialect/model';
import type { Range } from '../dialect/range';
import { LastVersions } from '../dialect/reread/last-versions';
import { isSameList } from '../dialect/same-list';
import type { SharedEnds } from '../dialect/text-difference';
import { FindingMemory } from '../rules/finding-memory';
import type { BegunCheck } from './checker';
import { Positions, type PositionEncoding } from './positions';
import { sameFile } from './uris';

/** What a draft is read by, besides its text. */
export interface Reading {
  readonly framingTitles: readonly string[];
}

/** How a document is read, version after version: most of a draft says the same as before the last keystroke. */
class Readings {
  private readonly fieldReader: FieldReader = createFieldReader();
  private versions = new LastVersions<{ readonly draft: Draft; readonly key: object }>();
  private reading: Reading | undefined;

  read({ text, key, origins }: Content, reading: Reading): Draft {
    if (this.reading && !isSameList(this.reading.framingTitles, reading.framingTitles))
      this.versions = new LastVersions();
    this.reading = reading;
    const { fieldReader } = this;
    const { last, earlier } = this.versions;
    const shared = origins.find((origin) => origin.key === last?.key)?.shared;
    const versions = { before: last?.draft, earlier: earlier?.draft, shared };
    const draft = readDraft(text, { ...reading, ...versions, fieldReader });
    this.versions.keep({ draft, key });
    return draft;
  }

  /** Reads what is no version of the document. */
  tryOut(text: string, reading: Reading): Draft {
    return readDraft(text, { ...reading, fieldReader: this.fieldReader });
  }
}

/** One version of an open document. A change makes a new one, so work in progress keeps what it began with. */
export class Snapshot {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** The checker's. Kept here, for the values of a weak map outlive what they are kept for by many keys. */
  check: BegunCheck | undefined;
  /** The checker's, too: the drafts that this one was last compared with. */
  comparedWith: readonly Snapshot[] | undefined;
  private read: Draft | undefined;
  private positions: Positions | undefined;
  private kind: boolean | undefined;
  private reading: Reading = { framingTitles: [] };

  constructor(
    { uri, languageId, version }: Pick<TextDocumentItem, 'uri' | 'languageId' | 'version'>,
    readonly content: Content,
    private readonly encoding: PositionEncoding,
    private readonly readings = new Readings(),
    /** What the version before was found to have; only versions that follow one another have one. */
    readonly findings?: FindingMemory,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
  }

  get text(): string {
    return this.content.text;
  }

  get lines(): LineTable {
    return this.content.lines;
  }

  /** Whether the document is a 工作要点稿 at all: other Markdown files are left in peace. */
  get isDraft(): boolean {
    return (this.kind ??= isDraft(this.uri, this.languageId, this.text));
  }

  /** Read once, when first asked for. */
  get draft(): Draft {
    return (this.read ??= this.readings.read(this.content, this.reading));
  }

  /** Reads another text as this document would be read: what it becomes by edits. */
  readAgain(text: string): Draft {
    return this.readings.tryOut(text, this.reading);
  }

  readAs(reading: Reading): void {
    if (isSameList(reading.framingTitles, this.reading.framingTitles)) return;
    this.reading = reading;
    this.read = undefined;
  }

  /**
   * What of the text is probably on the screen: around the last change, or the beginning where nothing was changed. The
   * same for changes near one another, so that what is chosen by it is not another with every key.
   */
  get focus(): Range {
    const first = Math.floor((this.lines.lineAt(this.content.changedAt) - 1) / FOCUS_LINES) * FOCUS_LINES + 1;
    return {
      start: this.lines.startOf(Math.max(1, first - FOCUS_LINES)),
      end: this.lines.startOf(first + 2 * FOCUS_LINES),
    };
  }

  get at(): Positions {
    return (this.positions ??= new Positions(this.text, this.lines, this.encoding));
  }
}

const DRAFT_FILE = /\.(?:要点|yaodian)\.md$/u;
const DRAFT_KIND = /^["']?文种["']?[ \t]*:[ \t]*["'“]?工作要点/mu;
/** Some screens. */
const FOCUS_LINES = 100;

/** Front matter is short; a long Markdown file is not searched to its end for a closing line that is not there. */
const FRONT_MATTER_LIMIT = 8192;

function isDraft(uri: string, languageId: string, text: string): boolean {
  return languageId === 'yaodian' || DRAFT_FILE.test(pathOf(uri)) || DRAFT_KIND.test(frontMatterOf(text));
}

function frontMatterOf(text: string): string {
  const head = text.slice(0, FRONT_MATTER_LIMIT);
  return /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/mu.exec(head)?.[1] ?? '';
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The version of a document that no client has open. */
export const UNOPENED = -1;

interface OpenDocument {
  readonly snapshot: Snapshot;
  /** Kept from version to version, as the findings. */
  readonly readings: Readings;
  readonly findings: FindingMemory;
}

/** The open documents, in their latest version. */
export class DocumentStore {
  private readonly open = new Map<string, OpenDocument>();

  constructor(private readonly encoding: PositionEncoding) {}

  get(uri: string | undefined): Snapshot | undefined {
    return uri === undefined ? undefined : this.open.get(uri)?.snapshot;
  }

  /** The same, for a uri that may be spelt in another way than the client's. */
  find(uri: string): Snapshot | undefined {
    return this.get(uri) ?? this.all().find((open) => sameFile(open.uri, uri));
  }

  all(): Snapshot[] {
    return [...this.open.values()].map((entry) => entry.snapshot);
  }

  opened(item: TextDocumentItem): Snapshot {
    return this.keep(item, contentOf(item.text), { readings: new Readings(), findings: new FindingMemory() });
  }

  /** A file as it is on disk, not kept. It has no version: nobody edits it. */
  unopened(uri: string, text: string): Snapshot {
    const document = { uri, languageId: 'markdown', version: UNOPENED };
    return new Snapshot(document, contentOf(text), this.encoding);
  }

  /** Undefined for a document that was never opened: the client is at fault, there is nothing to change. */
  changed({
    textDocument: { uri, version },
    contentChanges,
  }: DidChangeTextDocumentParams): Snapshot | undefined {
    const entry = this.open.get(uri);
    if (!entry) return undefined;
    const { languageId, content: before } = entry.snapshot;
    const content = contentChanges.reduce<Content>(
      (so, change) => applyChange(so, change, this.encoding),
      before,
    );
    return this.keep({ uri, languageId, version }, content, entry);
  }

  closed(uri: string): void {
    this.open.delete(uri);
  }

  private keep(
    document: Pick<TextDocumentItem, 'uri' | 'languageId' | 'version'>,
    content: Content,
    { readings, findings }: Omit<OpenDocument, 'snapshot'>,
  ): Snapshot {
    const snapshot = new Snapshot(document, content, this.encoding, readings, findings);
    this.open.set(document.uri, { snapshot, readings, findings });
    return snapshot;
  }
}

/** A text with its lines, and the offset of what was changed in it last: its beginning where nothing was. */
export interface Content {
  readonly text: string;
  readonly lines: LineTable;
  readonly changedAt: number;
  /** Whose it is: contents that were made of it know it by this, and do not hold it. */
  readonly key: object;
  /** What it was made of, the last first. */
  readonly origins: readonly Origin[];
}

interface Origin {
  readonly key: object;
  readonly shared: SharedEnds;
}

/** While somebody types fast not every version is read. */
const MOST_ORIGINS = 16;

export function contentOf(text: string): Content {
  return { text, lines: LineTable.of(text), changedAt: 0, key: {}, origins: [] };
}

function applyChange(
  content: Content,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): Content {
  if (!('range' in change)) return contentOf(change.text);
  const { text, lines } = content;
  const at = new Positions(text, lines, encoding);
  const [from, to] = [at.offsetAt(change.range.start), at.offsetAt(change.range.end)];
  const range = { start: Math.min(from, to), end: Math.max(from, to) };
  const changed = text.slice(0, range.start) + change.text + text.slice(range.end);
  return {
    text: changed,
    lines: lines.replaced(changed, range, change.text),
    changedAt: range.start,
    key: {},
    origins: originsOf(content, { start: range.start, end: text.length - range.end }),
  };
}

/** What has been replaced since is between the ends that all changes left alone. */
function originsOf({ key, origins }: Content, shared: SharedEnds): readonly Origin[] {
  const further = origins.slice(0, MOST_ORIGINS - 1).map((origin) => ({
    key: origin.key,
    shared: {
      start: Math.min(origin.shared.start, shared.start),
      end: Math.min(origin.shared.end, shared.end),
    },
  }));
  return [{ key, shared }, ...further];
}
