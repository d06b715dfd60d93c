import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineTable } from '../dialect/lines';
import type { Draft } from '../dialect/model';
import { Positions, type PositionEncoding } from './positions';

/** Makes a Draft of a text; `previous` is the draft of an earlier version, for incremental reading. */
export type DraftReader = (text: string, previous: Draft | undefined) => Draft;

/** One version of an open document. A change makes a new one, so work in progress keeps what it began with. */
export class Snapshot {
  private read: Draft | undefined;
  private positions: Positions | undefined;
  private kind: boolean | undefined;

  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;

  constructor(
    document: TextDocument,
    private readonly reader: DraftReader,
    private readonly encoding: PositionEncoding,
    private previous: Draft | undefined,
  ) {
    this.uri = document.uri;
    this.languageId = document.languageId;
    this.version = document.version;
    this.text = document.getText();
  }

  /** Whether the document is a 工作要点稿 at all: other Markdown files are left in peace. */
  get isDraft(): boolean {
    return (this.kind ??= isDraft(this.uri, this.languageId, this.text));
  }

  /** Read once, when first asked for. */
  get draft(): Draft {
    if (!this.read) {
      this.read = this.reader(this.text, this.previous);
      this.previous = undefined;
    }
    return this.read;
  }

  get at(): Positions {
    return (this.positions ??= new Positions(this.text, this.lineTable(), this.encoding));
  }

  /** The latest draft known without reading: what the next version may be read from. */
  get latestDraft(): Draft | undefined {
    return this.read ?? this.previous;
  }

  private lineTable(): LineTable {
    return this.read?.lines ?? LineTable.of(this.text);
  }
}

const DRAFT_FILE = /\.(?:要点|yaodian)\.md$/u;
const DRAFT_KIND = /^["']?文种["']?[ \t]*:[ \t]*["'“]?工作要点/mu;
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

/** The open documents, in their latest version. */
export class DocumentStore {
  private readonly open = new Map<string, { text: TextDocument; snapshot: Snapshot }>();

  constructor(
    private readonly reader: DraftReader,
    private readonly encoding: () => PositionEncoding,
  ) {}

  get(uri: string): Snapshot | undefined {
    return this.open.get(uri)?.snapshot;
  }

  all(): Snapshot[] {
    return [...this.open.values()].map((entry) => entry.snapshot);
  }

  opened({ uri, languageId, version, text }: TextDocumentItem): Snapshot {
    return this.keep(TextDocument.create(uri, languageId, version, text), undefined);
  }

  /** Undefined for a document that was never opened: the client is at fault, there is nothing to change. */
  changed({ textDocument, contentChanges }: DidChangeTextDocumentParams): Snapshot | undefined {
    const entry = this.open.get(textDocument.uri);
    if (!entry) return undefined;
    let document = entry.text;
    for (const change of contentChanges) {
      document = TextDocument.update(document, [this.inUtf16(document, change)], textDocument.version);
    }
    return this.keep(document, entry.snapshot.latestDraft);
  }

  closed(uri: string): void {
    this.open.delete(uri);
  }

  private keep(document: TextDocument, previous: Draft | undefined): Snapshot {
    const snapshot = new Snapshot(document, this.reader, this.encoding(), previous);
    this.open.set(document.uri, { text: document, snapshot });
    return snapshot;
  }

  /** TextDocument counts in UTF-16; changes in another encoding are translated against the text they apply to. */
  private inUtf16(
    document: TextDocument,
    change: TextDocumentContentChangeEvent,
  ): TextDocumentContentChangeEvent {
    const encoding = this.encoding();
    if (encoding === 'utf-16' || !('range' in change)) return change;
    const text = document.getText();
    const { start, end } = new Positions(text, LineTable.of(text), encoding).offsetsOf(change.range);
    return {
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      text: change.text,
    };
  }
}
