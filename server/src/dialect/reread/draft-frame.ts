import { readAttachmentLabel } from '../attachments';
import { opensFlattenedTable } from '../flattened-table';
import { readMarkerShape } from '../marker-shape';
import type { Draft, Item, Paragraph } from '../model';
import { contains } from '../range';
import { toSimplified } from '../simplified';
import { readSourceLines } from '../source-line';

/** A paragraph of an item's text, and which task it belongs to. */
export interface RunningText {
  readonly paragraph: Paragraph;
  /** Whether it follows the title of its item on one line. */
  readonly isRunIn: boolean;
  /** The index of the task; undefined for items that are none. */
  readonly task: number | undefined;
}

/** Which lines of a draft that was wholly read are running text, and nothing but that to the reading of the others. */
export class DraftFrame {
  private readonly owners = new Map<number, RunningText>();

  constructor(readonly draft: Draft) {
    if (!isPlain(draft)) return;
    const tasks = new Map<Item, number>();
    draft.tasks.forEach(({ item }, index) => assign(item, index, tasks));
    const first = draft.outline[0]?.line ?? Infinity;
    for (const item of draft.outline)
      for (const paragraph of item.paragraphs)
        if (paragraph.line > first)
          this.owners.set(paragraph.line, {
            paragraph,
            isRunIn: paragraph.line === item.line,
            task: tasks.get(item),
          });
  }

  runningTextOn(line: number): RunningText | undefined {
    return this.owners.get(line);
  }
}

function assign(item: Item, task: number, tasks: Map<Item, number>): void {
  tasks.set(item, task);
  for (const child of item.children) assign(child, task, tasks);
}

/**
 * Whether the head of the document ends before its first item, and no line of its body may be the first of a list or
 * table that the lines below it belong to.
 */
function isPlain(draft: Draft): boolean {
  const [first] = draft.outline;
  if (draft.title === undefined || first === undefined || toSimplified(draft.text) !== draft.text)
    return false;
  const { start, end } = first.lineRange;
  if (readMarkerShape(draft.text.slice(start, end))?.weak !== false) return false;
  const lines = readSourceLines(draft.text, draft.blocks).filter(({ range }) => contains(draft.body, range));
  return !lines.some(
    (line, index) =>
      readAttachmentLabel(line) !== undefined || opensFlattenedTable(line.text, lines[index + 1]?.text),
  );
}
