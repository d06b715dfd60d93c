import type { FieldReader } from '../field-reader';
import { maySetTasks } from '../framing';
import type { LineTable } from '../lines';
import type { Draft, Item, TableRow, Task } from '../model';
import type { Range } from '../range';
import { createTask } from '../read-tasks';
import { isSameList } from '../same-list';
import { readSectionStatement } from '../section-statements';
import { readsAsFraming } from '../structure';
import { namesPart, statesByPoints } from '../tasks';
import { stretchesOf, type DraftFrame, type ItemLine, type Stretches } from './draft-frame';
import { EditMap, type Edits } from './edit-map';
import { stretchesInHead, type ReadWholly } from './head-lines';
import { leavesTextAbove, roleOfLine } from './item-line';
import { LazyDraft } from './lazy-draft';
import { differingLines, textsOf, type LinedText } from './lined-text';
import { MovedModel } from './moved-model';
import { MovedTask } from './moved-task';
import { isBlankLine, lastTextOf, type OwnLines } from './own-lines';
import { textOn } from './own-text';
import { findNewLinks, NO_LINKS, type RowLinks } from './row-links';
import { roleOfRow } from './row-line';

/** In how many lines, or items' own lines, a draft may be edited before it is wholly read again. */
const MOST_CHANGED = 64;
/** How many characters tell what a line that begins with a digit or letter is to Markdown. */
const BEGINNING = 12;

/** What a draft is read by, besides its text. */
export interface Reading {
  readonly fieldReader: FieldReader;
  readonly framingTitles: readonly string[];
  readonly readWholly: ReadWholly;
}

/** An edit within one line. */
interface LineEdit {
  /** As the draft that was wholly read counts it. */
  readonly line: number;
  /** Where the edit begins in it. */
  readonly at: number;
  readonly was: string;
  readonly is: string;
}

/** What a version was made of by replacing a range of it. */
export interface Origin {
  readonly number: number;
  readonly replaced: Range;
  /** The item of which lines were put in, taken out or divided. */
  readonly rewritten: OwnLines | undefined;
  /** Whether what was replaced stands above the first item. */
  readonly isOfHead: boolean;
}

/** The number of the version that the others are made of. */
export const WHOLLY_READ = 0;

interface Version extends Edits {
  readonly text: string;
  readonly lines: LineTable;
  readonly origin: Origin | undefined;
}

/** A draft that differs in a few lines, of items or of tables, from one that was wholly read. */
export class EditedDraft {
  readonly text: string;
  readonly lines: LineTable;
  /** Among the versions that were made of one draft: versions know of one another by it, and do not hold one another. */
  readonly number: number;
  readonly origin: Origin | undefined;
  readonly map: EditMap;
  /** The rows that were edited, as they were read at first. */
  readonly changedRows: readonly TableRow[];
  /** The indices of the tasks that state something else than at first, or may, in their text or their rows. */
  readonly changedTasks: ReadonlySet<number>;
  /** The rows of those tasks that are linked to others than at first. */
  readonly links: RowLinks;
  private readonly model: MovedModel;
  private readonly tasks: (Task | undefined)[] = [];

  private constructor(
    readonly frame: DraftFrame,
    { text, lines, changed, rewritten, head, origin }: Version,
    private readonly reading: Reading,
    /** Where they are known: an edit of neither titles nor rows leaves them as they were. */
    links?: RowLinks,
  ) {
    this.text = text;
    this.lines = lines;
    this.origin = origin;
    this.number = origin === undefined ? WHOLLY_READ : frame.nextNumber();
    this.map = new EditMap(frame.draft.lines, lines, { changed, rewritten, head });
    this.model = new MovedModel(frame, this.map, { text, lines }, reading.fieldReader);
    this.links = links ?? findNewLinks(frame.draft, this.model);
    const edited = [...changed.keys()];
    this.changedRows = edited.flatMap((line) => frame.rowOn(line) ?? []);
    this.changedTasks = new Set([
      ...edited.flatMap((line) => frame.tasksOn(line, this.links)),
      ...rewritten.flatMap(({ own }) => own.task ?? []),
      ...this.links.keys(),
    ]);
  }

  /** A draft as it was wholly read. */
  static unedited(frame: DraftFrame, reading: Reading): EditedDraft {
    const { text, lines } = frame.draft;
    const version = { text, lines, changed: new Map(), rewritten: [], head: undefined, origin: undefined };
    return new EditedDraft(frame, version, reading, NO_LINKS);
  }

  /** This draft with `range` of it replaced so that it is another text; undefined where more may be read otherwise. */
  edit({ text, lines }: LinedText, range: Range): EditedDraft | undefined {
    return this.editLine(text, lines, range) ?? this.rewriteLines(text, lines, range);
  }

  private editLine(text: string, lines: LineTable, range: Range): EditedDraft | undefined {
    const lineNow = this.lines.lineAt(range.start);
    const line = this.map.lineBefore(lineNow);
    const place = this.lines.rangeOf(lineNow);
    if (line === undefined || range.end > place.end || lines.count !== this.lines.count) return undefined;
    const by = text.length - this.text.length;
    const was = this.text.slice(place.start, place.end);
    const edit = { line, at: range.start - place.start, was, is: text.slice(place.start, place.end + by) };
    const anchor = this.findAnchor(edit);
    if (anchor === undefined) return undefined;
    const changed = new Map(this.map.changed);
    if (edit.is === this.lineRead(line)) changed.delete(line);
    else changed.set(line, anchor);
    if (changed.size > MOST_CHANGED) return undefined;
    const links = this.mayRelink(edit) ? undefined : this.links;
    const { rewritten, head } = this.map;
    const origin = { number: this.number, replaced: range, rewritten: undefined, isOfHead: false };
    const version = { text, lines, changed, rewritten, head, origin };
    return new EditedDraft(this.frame, version, this.reading, links);
  }

  /** An edit that puts in, takes out or divides lines of one item's own text. */
  private rewriteLines(text: string, lines: LineTable, range: Range): EditedDraft | undefined {
    const edited = differingLines(this, { text, lines }, range);
    // What is put in between two lines belongs to the one above.
    const own = this.ownLinesOn(edited.until > edited.first ? edited.first : edited.first - 1);
    if (own === undefined) return undefined;
    const first = this.map.lineNow(own.first);
    const until = first + this.countNow(own);
    if (edited.until > until) return undefined;
    const count = until - first + lines.count - this.lines.count;
    const now = textsOf({ text, lines }, first, first + count);
    const below = textsOf(this, until, until + 1)[0];
    const lastText = lastTextOf(own, now, below);
    const states = own.task === undefined && [...own.texts, ...now].some((line) => this.states(line));
    // Its title is as it was read, but others beside it may not be.
    if (lastText === undefined || states || !this.keepsOwner(own.item, own.item.title)) return undefined;
    const changed = new Map([...this.map.changed].filter(([line]) => line < own.first || line >= own.until));
    const others = this.map.rewritten.filter((one) => one.own !== own);
    if (others.length >= MOST_CHANGED) return undefined;
    const rewritten = isSameList(own.texts, now) ? others : [...others, { own, count, lastText }];
    rewritten.sort((a, b) => a.own.first - b.own.first);
    const origin = { number: this.number, replaced: range, rewritten: own, isOfHead: false };
    const version = { text, lines, changed, rewritten, head: this.map.head, origin };
    return new EditedDraft(this.frame, version, this.reading, this.links);
  }

  /** An edit of lines above the first item. */
  editHead(after: LinedText, range: Range): EditedDraft | undefined {
    const until = this.firstItemLine();
    if (until === undefined || this.lines.lineAt(range.start) > until) return undefined;
    if (differingLines(this, after, range).until > until) return undefined;
    const untilNow = until + after.lines.count - this.lines.count;
    const lines = this.frame.head;
    const head = lines?.read(after, untilNow, this.reading.readWholly);
    if (head === undefined && lines?.isIn(after, untilNow) !== true) return undefined;
    const { changed, rewritten } = this.map;
    const origin = { number: this.number, replaced: range, rewritten: undefined, isOfHead: true };
    const version = { ...after, changed, rewritten, head, origin };
    return new EditedDraft(this.frame, version, this.reading, this.links);
  }

  private firstItemLine(): number | undefined {
    const first = this.frame.draft.outline[0];
    return first && this.map.lineNow(first.line);
  }

  /** The own lines that a line, or the nearest one above it that is not blank, belongs to. */
  private ownLinesOn(lineNow: number): OwnLines | undefined {
    for (let at = lineNow; at > 0; at--) {
      const line = this.map.lineBefore(at);
      if (line === undefined) return this.map.rewrittenOn(at)?.own;
      const own = this.frame.ownLines(line);
      if (own !== undefined || !isBlankLine(textsOf(this, at, at + 1)[0] ?? '')) return own;
    }
    return undefined;
  }

  private countNow(own: OwnLines): number {
    const rewritten = this.map.rewritten.find((one) => one.own === own);
    return rewritten?.count ?? own.until - own.first;
  }

  /** Behind which offset of the draft as it was wholly read an edited line reads otherwise, if nothing else does. */
  private findAnchor(edit: LineEdit): number | undefined {
    const place = this.frame.lineOf(edit.line);
    if (place === undefined) return undefined;
    if (place.kind === 'item') return this.findAnchorInItem(place, edit);
    const role = roleOfRow(edit.is);
    const isRow = edit.at > 0 && role !== undefined && role === roleOfRow(edit.was);
    return isRow ? this.frame.draft.lines.startOf(edit.line) : undefined;
  }

  private findAnchorInItem(place: ItemLine, { line, at, is }: LineEdit): number | undefined {
    const { item, paragraph } = place;
    const read = this.lineRead(line);
    const [was, now] = [roleOfLine(read), roleOfLine(is)];
    if (
      was === undefined ||
      now?.around !== was.around ||
      now.assignsDuty !== was.assignsDuty ||
      !leavesTextAbove(this.lineBelow(this.map.lineNow(line)))
    )
      return undefined;
    // What a section states goes for all tasks in it.
    if (place.task === undefined && (this.states(read) || this.states(is))) return undefined;
    const from = at + this.frame.draft.lines.startOf(line);
    if (paragraph !== undefined && line > item.line) {
      const keepsBeginning = from >= paragraph.range.start + beginningOf(read);
      return keepsBeginning && now.leadsToList === was.leadsToList ? paragraph.range.start : undefined;
    }
    if (from < item.titleRange.start) return undefined;
    // Also of a title that is as it was read: those beside it may not be.
    if (!this.keepsOwner(item, now.title)) return undefined;
    if (paragraph !== undefined && now.heading === was.heading) return paragraph.range.start;
    const { framingTitles } = this.reading;
    const frames = (title: string): string =>
      readsAsFraming({ ...item, title }, framingTitles) ? (maySetTasks(title) ? 'goals' : 'frame') : '';
    return frames(now.title) === frames(was.title) ? item.titleRange.start : undefined;
  }

  /** Whether an item of another title is a point of the task above it where it was one, and a task where it was. */
  private keepsOwner({ parent, line, title: was }: Item, title: string): boolean {
    // Parts of other items may have the same name.
    if (was !== title && (namesPart(was) || namesPart(title))) return false;
    const points = parent?.children ?? [];
    const titles = points.map((point) => (point.line === line ? title : this.model.item(point).title));
    return statesByPoints(titles) === statesByPoints(points.map((point) => point.title));
  }

  private states(line: string): boolean {
    const { units, deadlines } = readSectionStatement(line, this.frame.draft.year, this.reading.fieldReader);
    return units.length > 0 || deadlines.length > 0;
  }

  /** Whether an edit may change what a task or a row is called. */
  private mayRelink({ line, was, is }: LineEdit): boolean {
    const place = this.frame.lineOf(line);
    if (place?.kind === 'row') return place.table !== undefined;
    return place?.item.line === line && roleOfLine(was)?.heading !== roleOfLine(is)?.heading;
  }

  private lineBelow(lineNow: number): string {
    return textsOf(this, lineNow + 1, lineNow + 2)[0] ?? '';
  }

  private lineRead(line: number): string {
    return textsOf(this.frame.draft, line, line + 1)[0] as string;
  }

  /** The items of the draft that was wholly read whose text was edited. */
  itemsEdited(): ReadonlySet<Item> {
    const { changed, rewritten } = this.map;
    const items = [...changed.keys()].flatMap((line) => {
      const place = this.frame.lineOf(line);
      return place?.kind === 'item' ? place.item : [];
    });
    return new Set([...items, ...rewritten.map(({ own }) => own.item)]);
  }

  /** An item of the draft that was wholly read, as it reads in this one. */
  item(item: Item): Item {
    return this.model.item(item);
  }

  /** A row of a table of the draft that was wholly read, as it reads in this one. */
  row(row: TableRow): TableRow {
    return this.model.row(row);
  }

  /** What of text stands on a line; the others are not read for it. */
  stretchesOn(lineNow: number): Stretches {
    const line = this.map.lineBefore(lineNow);
    if (line === undefined && this.map.head && lineNow < this.map.head.untilNow)
      return stretchesInHead(this.map.head, lineNow);
    if (line === undefined) {
      const text = textOn(this, lineNow);
      return { kind: 'line', ranges: text ? [text.range] : [] };
    }
    const block = this.frame.blockOn(line);
    const row = block.kind === 'table' ? block.rows.find((one) => one.line === line) : undefined;
    if (row === undefined) return stretchesOf(this.model.block(block), lineNow);
    return { kind: 'cell', ranges: this.model.blockRow(row).cells };
  }

  /** One task, while the others are left unread. */
  task(index: number): Task | undefined {
    const read = this.frame.draft.tasks[index];
    return (
      read &&
      (this.tasks[index] ??= this.changedTasks.has(index) ? this.readTask(read, index) : this.moveTask(read))
    );
  }

  /** What is stated above a task stands on lines that are edited in drafts wholly read alone. */
  private readTask({ item, above, rows }: Task, index: number): Task {
    const own = (this.links.get(index) ?? rows).map((row) => this.model.row(row));
    const { year } = this.frame.draft;
    const { fieldReader: reader } = this.reading;
    return createTask(this.text, this.model.item(item), own, { year, reader, above });
  }

  private moveTask(task: Task): Task {
    const by = this.map.shiftOf(task.line);
    const rows = task.rows.map((row) => this.model.row(row));
    return new MovedTask(task, this.model.item(task.item), rows, by);
  }

  /** What is read of it, each part when somebody asks for it. */
  read(): Draft {
    return new LazyDraft(this, this.model);
  }
}

/** How much of a paragraph tells what its line is to Markdown. */
function beginningOf(line: string): number {
  return /^[\dA-Za-z]/.test(line) ? BEGINNING : 1;
}
