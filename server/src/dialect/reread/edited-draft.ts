import type { FieldReader } from '../field-reader';
import type { LineTable } from '../lines';
import { trimEnd } from '../markdown/characters';
import type { Draft, Paragraph, TableRow, Task } from '../model';
import { moveFields, moveRange } from '../move-fields';
import { once } from '../once';
import { contains, type Range } from '../range';
import { createTask } from '../read-tasks';
import type { DraftFrame, RunningText } from './draft-frame';
import { EditMap } from './edit-map';
import { MovedModel } from './moved-model';
import { leavesTextAbove, roleOfLine } from './running-line';

/** In how many paragraphs a draft may be edited before it is wholly read again. */
const MOST_CHANGED = 64;
/** How many characters tell what a line that begins with a digit or letter is to Markdown. */
const BEGINNING = 12;

/** A draft that differs in a few paragraphs of running text from one that was wholly read. */
export class EditedDraft {
  readonly map: EditMap;
  private readonly model: MovedModel;
  private readonly tasks: (Task | undefined)[] = [];
  readonly changedTasks = new Set<number>();

  private constructor(
    readonly frame: DraftFrame,
    private readonly text: string,
    private readonly lines: LineTable,
    /** The lines that were edited, each with where the paragraph on it began in the draft that was wholly read. */
    changed: ReadonlyMap<number, number>,
  ) {
    this.map = new EditMap(frame.draft.lines, lines, changed);
    this.model = new MovedModel(this.map);
    for (const line of changed.keys()) {
      const task = frame.runningTextOn(line)?.task;
      if (task !== undefined) this.changedTasks.add(task);
    }
  }

  /** A draft as it was wholly read. */
  static unedited(frame: DraftFrame): EditedDraft {
    return new EditedDraft(frame, frame.draft.text, frame.draft.lines, new Map());
  }

  /** This draft with `range` of it replaced so that it is `text`; undefined where more than that may be read otherwise. */
  edit(text: string, range: Range): EditedDraft | undefined {
    const line = this.lines.lineAt(range.start);
    const by = text.length - this.text.length;
    const running = this.frame.runningTextOn(line);
    if (running === undefined || !this.isWithin(running, range)) return undefined;
    const { start, end } = this.lines.rangeOf(line);
    const [was, is] = [this.text.slice(start, end), text.slice(start, end + by)];
    if (!takesPlaceOf(is, was) || !leavesTextAbove(this.lineBelow(line))) return undefined;
    const changed = new Map(this.map.changed);
    if (is === this.lineRead(line)) changed.delete(line);
    else changed.set(line, running.paragraph.range.start);
    if (changed.size > MOST_CHANGED) return undefined;
    return new EditedDraft(this.frame, text, this.lines.withLineLonger(text, line, by), changed);
  }

  /** Whether a range lies in a paragraph, and not where its line begins. */
  private isWithin({ paragraph, isRunIn }: RunningText, range: Range): boolean {
    const line = this.lines.rangeOf(paragraph.line);
    const from = paragraph.range.start + this.map.shiftOf(paragraph.line);
    const beginning = isRunIn ? 0 : /^[\dA-Za-z]/.test(this.text.charAt(line.start)) ? BEGINNING : 1;
    return range.start >= from + beginning && contains(line, range);
  }

  /** Where a paragraph of the draft that was wholly read stands in this one. */
  paragraph(paragraph: Paragraph): Paragraph {
    return this.model.paragraph(paragraph);
  }

  /** Where a row of a table of that draft stands in this one. */
  row(row: TableRow): TableRow {
    return this.model.row(row);
  }

  private lineBelow(line: number): string {
    const { start, end } = this.lines.rangeOf(Math.min(line + 1, this.lines.count));
    return line < this.lines.count ? this.text.slice(start, end) : '';
  }

  private lineRead(line: number): string {
    const { text, lines } = this.frame.draft;
    const { start, end } = lines.rangeOf(line);
    return text.slice(start, end);
  }

  /** One task, while the others are left unread. */
  task(index: number, reader: FieldReader): Task | undefined {
    const read = this.frame.draft.tasks[index];
    return (
      read &&
      (this.tasks[index] ??= this.changedTasks.has(index) ? this.readTask(read, reader) : this.moveTask(read))
    );
  }

  private readTask({ item, rows }: Task, reader: FieldReader): Task {
    const moved = rows.map((row) => this.model.row(row));
    return createTask(this.text, this.model.item(item), moved, this.frame.draft.year, reader);
  }

  private moveTask({ item, number, title, line, range, fields, rows, complete }: Task): Task {
    const by = this.map.shiftOf(line);
    const moved = this.model.item(item);
    return {
      item: moved,
      number,
      title,
      line,
      get section() {
        return moved.parent;
      },
      range: moveRange(range, by),
      fields: moveFields(fields, by),
      rows: rows.map((row) => this.model.row(row)),
      complete,
    };
  }

  /** What is read of it, each part when somebody asks for it. */
  read(reader: FieldReader): Draft {
    const { model, frame, text, lines } = this;
    const { draft } = frame;
    const blocks = once(() => draft.blocks.map((block) => model.block(block)));
    const outline = once(() => draft.outline.map((item) => model.item(item)));
    const items = once(() => draft.items.map((item) => model.item(item)));
    const tasks = once(() => draft.tasks.map((_, index) => this.task(index, reader) as Task));
    const attachments = once(() => draft.attachments.map((attachment) => model.attachment(attachment)));
    const tables = once(() => draft.tables.map((table) => model.table(table)));
    const aside = once(() => model.aside(draft));
    return {
      text,
      lines,
      get blocks() {
        return blocks();
      },
      frontMatter: draft.frontMatter,
      get directives() {
        return aside().directives;
      },
      get furniture() {
        return aside().furniture;
      },
      title: draft.title,
      get notice() {
        return aside().notice;
      },
      get body() {
        return aside().body;
      },
      preamble: draft.preamble,
      get items() {
        return items();
      },
      get outline() {
        return outline();
      },
      get tasks() {
        return tasks();
      },
      get attachmentsListed() {
        return aside().attachmentsListed;
      },
      get attachments() {
        return attachments();
      },
      get tables() {
        return tables();
      },
      year: draft.year,
    };
  }
}

/** Whether a line may stand where another does without anything else being read otherwise. */
function takesPlaceOf(is: string, was: string): boolean {
  const role = roleOfLine(was);
  return (
    !/[\r\n]/.test(is) &&
    role !== undefined &&
    role === roleOfLine(is) &&
    spaceBehind(is) === spaceBehind(was)
  );
}

function spaceBehind(line: string): number {
  return line.length - trimEnd(line, 0, line.length);
}
