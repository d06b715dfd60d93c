import { FIELD_LABELS, headingOf, itemLabel } from '../dialect/labels';
import type { Attachment, Draft, Item, Table, Task } from '../dialect/model';
import { around, type Range } from '../dialect/range';
import { missingFields, summariseTasks } from '../dialect/summary';
import { list, t } from '../localise';

export type SymbolKind =
  'notice' | 'plan' | 'chapter' | 'section' | 'task' | 'point' | 'attachment' | 'table';

/** A node of the outline. `selectionRange` lies within `range`, children's ranges within their parent's. */
export interface DocumentSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What is still missing, or how many tasks stand below. */
  readonly detail: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
  readonly item?: Item;
}

/** The outline: notice, plan with its chapters, attachments with their tables. */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  const tasks = new Map(draft.tasks.map((task) => [task.item, task]));
  const chapters = draft.items.map((item) => symbolOfItem(item, tasks));
  const plan = planSymbol(draft, chapters);
  const attachments = draft.attachments.map((attachment) => symbolOfAttachment(attachment, tasks));
  return [...noticeSymbol(draft), ...(plan ? [plan] : chapters), ...attachments];
}

function noticeSymbol({ notice, title: plan }: Draft): DocumentSymbol[] {
  if (!notice.title) return [];
  const { value, range } = notice.title;
  // The signature may stand behind the plan: only what comes before the plan's title is the notice's own text.
  const own = [notice.issuingSentence, notice.signature, notice.date, notice.note]
    .filter((part) => part !== undefined)
    .map((part) => part.range)
    .filter((part) => part.start >= range.start && part.start < (plan?.range.start ?? Infinity));
  return [
    {
      kind: 'notice',
      name: value,
      detail: notice.docNumber?.value ?? '',
      range: around([range, ...own]),
      selectionRange: range,
      children: [],
    },
  ];
}

function planSymbol(draft: Draft, chapters: readonly DocumentSymbol[]): DocumentSymbol | undefined {
  if (!draft.title) return undefined;
  const { value, range } = draft.title;
  return {
    kind: 'plan',
    name: value,
    detail: describeTasks(draft.tasks),
    range: around([range, ...chapters.map((chapter) => chapter.range)]),
    selectionRange: range,
    children: chapters,
  };
}

function symbolOfItem(item: Item, tasks: ReadonlyMap<Item, Task>): DocumentSymbol {
  const task = tasks.get(item);
  const children = item.children.map((child) => symbolOfItem(child, tasks));
  return {
    kind: task ? 'task' : kindOfItem(item),
    name: itemLabel(item),
    detail: task ? describeTask(task) : describeTasks(tasksUnder(item, tasks)),
    range: around([item.range, item.lineRange, ...children.map((child) => child.range)]),
    selectionRange: headingOf(item),
    children,
    item,
  };
}

function kindOfItem(item: Item): SymbolKind {
  if (!item.parent) return 'chapter';
  return item.children.length > 0 ? 'section' : 'point';
}

function symbolOfAttachment(attachment: Attachment, tasks: ReadonlyMap<Item, Task>): DocumentSymbol {
  const { label, title, range, tables, items } = attachment;
  const children = [...tables.map(symbolOfTable), ...items.map((item) => symbolOfItem(item, tasks))].sort(
    (a, b) => a.range.start - b.range.start,
  );
  return {
    kind: 'attachment',
    name: title ? `${label.value} ${title.value}` : label.value,
    detail: '',
    range: around([range, label.range, ...children.map((child) => child.range)]),
    selectionRange: label.range,
    children,
  };
}

function symbolOfTable(table: Table): DocumentSymbol {
  return {
    kind: 'table',
    name: table.title ?? t('表'),
    detail: t('{0}行', table.rows.length),
    range: table.range,
    selectionRange: table.columns[0]?.header.range ?? table.range,
    children: [],
  };
}

function describeTask(task: Task): string {
  const missing = missingFields(task);
  return missing.length === 0 ? '' : t('缺{0}', list(missing.map((field) => t(FIELD_LABELS[field]))));
}

function describeTasks(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '';
  const { complete } = summariseTasks(tasks);
  return t('任务 {0} · 完整 {1}', tasks.length, complete);
}

function tasksUnder(item: Item, tasks: ReadonlyMap<Item, Task>): Task[] {
  return item.children.flatMap((child) => {
    const task = tasks.get(child);
    return task ? [task] : tasksUnder(child, tasks);
  });
}
