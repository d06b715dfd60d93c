import { headingOf, itemLabel } from '../dialect/labels';
import type { Attachment, Draft, Item, Table, Task } from '../dialect/model';
import type { Located, Range } from '../dialect/range';
import { summariseTasks, type TaskSummary } from '../dialect/summary';
import { CELL_FIELDS, cellText, type CellField } from '../rules/task-cells';
import { t } from '../localise';

/** What the outline and the task table show of a draft; the protocol's `DraftOverview` with offsets for positions. */
export interface DraftOverview {
  readonly title: string | null;
  readonly titleRange: Range | null;
  readonly year: number | null;
  readonly summary: TaskSummary;
  readonly outline: readonly OutlineNode[];
  readonly tasks: readonly TaskInfo[];
}

export interface OutlineNode {
  readonly kind: 'chapter' | 'section' | 'task' | 'point' | 'attachment' | 'table';
  readonly label: string;
  readonly level: number;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly lead?: Range;
  readonly summary?: TaskSummary;
  readonly task?: number;
  readonly children: readonly OutlineNode[];
}

export interface Place {
  readonly text: string;
  readonly range: Range;
}

export interface TaskInfo {
  readonly number: number;
  readonly marker: string;
  readonly title: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly path: readonly string[];
  readonly leads: readonly Place[];
  readonly units: readonly Place[];
  readonly supports: readonly Place[];
  readonly collectives: readonly Place[];
  readonly deadlines: readonly (Place & { readonly date: string | null })[];
  readonly frequencies: readonly Place[];
  readonly targets: readonly Place[];
  readonly complete: Task['complete'];
  readonly cells: Readonly<Record<CellField, string>>;
}

export function draftOverview(draft: Draft): DraftOverview {
  const order = new Map(draft.tasks.map((task, index) => [task.item, index]));
  return {
    title: draft.title?.value ?? null,
    titleRange: draft.title?.range ?? null,
    year: draft.year ?? null,
    summary: summariseTasks(draft.tasks),
    outline: [
      ...draft.items.map((item) => nodeOfItem(item, draft.tasks, order)),
      ...draft.attachments.map((attachment) => nodeOfAttachment(attachment, draft.tasks, order)),
    ],
    tasks: draft.tasks.map((task) => describeTask(draft, task)),
  };
}

type Order = ReadonlyMap<Item, number>;

function nodeOfItem(item: Item, tasks: readonly Task[], order: Order): OutlineNode {
  const task = order.get(item);
  const within = task === undefined ? tasksWithin(item, tasks, order) : [];
  return {
    kind: task !== undefined ? 'task' : kindOf(item),
    label: itemLabel(item),
    level: item.level,
    range: item.range,
    selectionRange: headingOf(item),
    lead: item.marker.lead,
    ...(within.length > 0 ? { summary: summariseTasks(within) } : {}),
    ...(task === undefined ? {} : { task }),
    children: item.children.map((child) => nodeOfItem(child, tasks, order)),
  };
}

function kindOf(item: Item): OutlineNode['kind'] {
  if (!item.parent) return 'chapter';
  return item.children.length > 0 ? 'section' : 'point';
}

function tasksWithin(item: Item, tasks: readonly Task[], order: Order): Task[] {
  return item.children.flatMap((child) => {
    const task = tasks[order.get(child) ?? -1];
    return task ? [task] : tasksWithin(child, tasks, order);
  });
}

function nodeOfAttachment(attachment: Attachment, tasks: readonly Task[], order: Order): OutlineNode {
  const { label, title, range, tables, items } = attachment;
  const children = [...tables.map(nodeOfTable), ...items.map((item) => nodeOfItem(item, tasks, order))];
  return {
    kind: 'attachment',
    label: title ? `${label.value} ${title.value}` : label.value,
    level: 1,
    range,
    selectionRange: label.range,
    children: children.sort((a, b) => a.range.start - b.range.start),
  };
}

function nodeOfTable({ title, range, rows, columns }: Table): OutlineNode {
  return {
    kind: 'table',
    label: t('{0}（{1}行）', title ?? t('表'), rows.length),
    level: 2,
    range,
    selectionRange: columns[0]?.header.range ?? range,
    children: [],
  };
}

/** Values in the task's own text come first; linked rows complete them. Ranges of those lie in the row. */
function describeTask(draft: Draft, task: Task): TaskInfo {
  const { item, fields, rows } = task;
  const named = [...fields.units, ...rows.flatMap((row) => row.units)];
  const single = named.filter((unit) => !unit.collective);
  const deadlines = [...fields.deadlines, ...rows.flatMap((row) => row.deadlines)];
  const targets = [...fields.targets, ...rows.flatMap((row) => (row.target?.value ? [row.target] : []))];
  return {
    number: task.number,
    marker: item.marker.text,
    title: task.title,
    range: task.range,
    selectionRange: headingOf(item),
    path: ancestorsOf(item).map(itemLabel),
    leads: single.filter((unit) => unit.role === 'lead').map(toPlace),
    units: single.filter((unit) => unit.role === 'responsible').map(toPlace),
    supports: single.filter((unit) => unit.role === 'support').map(toPlace),
    collectives: named.filter((unit) => unit.collective).map(toPlace),
    deadlines: deadlines.map((deadline) => ({ ...toPlace(deadline), date: deadline.date ?? null })),
    frequencies: fields.frequencies.map(toPlace),
    targets: targets.map(toPlace),
    complete: task.complete,
    cells: Object.fromEntries(
      CELL_FIELDS.map((field) => [field, cellText(draft, task, field)]),
    ) as TaskInfo['cells'],
  };
}

function toPlace({ value, range }: Located): Place {
  return { text: value, range };
}

function ancestorsOf({ parent }: Item): Item[] {
  return parent ? [...ancestorsOf(parent), parent] : [];
}
