import { areMoved, isMoved, isRangeMoved, standsBeside, type Change, type DraftPart } from './draft-change';
import type { Attachment, Draft, Item, Marker, Table, TableRow, Task } from './model';
import { countTasks, differInHead, replacedBetween, taskOf } from './reread/reread-draft';
import { isSame } from './same-facts';
import { isSameList } from './same-list';

/** What two versions of a draft that were both wholly read differ in. */
export interface WideEdit extends Change {
  readonly kind: 'wide';
  readonly parts: ReadonlySet<DraftPart>;
  readonly tasks: TaskShift;
}

/** The tasks that both versions have: the first ones, and the last ones further on in the list. */
export interface TaskShift {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Compares what was read, in a small part of the time that rules take; undefined where the plan's title or year is
 * another, which rules of all kinds look at.
 */
export function compareDrafts(before: Draft, after: Draft): WideEdit | undefined {
  const replaced = replacedBetween(before, after);
  const isSamePlan = before.year === after.year && before.title?.value === after.title?.value;
  if (replaced === undefined || !isSamePlan) return undefined;
  const change = { replaced, by: after.text.length - before.text.length };
  if (differInHead(before, after)) return compareHeads(before, after, change);
  const tasks = findSameTasks(before, after, change);
  return { ...change, kind: 'wide', tasks, parts: differingParts(before, after, change, tasks) };
}

/** Where a draft is taken back to a version from before. */
export function noEdit(draft: Draft): WideEdit {
  const count = countTasks(draft);
  const tasks = { first: count, last: 0, before: count, after: count };
  return { replaced: { start: 0, end: 0 }, by: 0, kind: 'wide', parts: new Set(), tasks };
}

/** Of versions that differ above their first item alone: nothing below is looked at. */
function compareHeads(before: Draft, after: Draft, change: Change): WideEdit {
  const parts = new Set<DraftPart>(['prose']);
  if (before.lines.count !== after.lines.count) parts.add('lines');
  if (!isSame(partsOfHead(before), partsOfHead(after), change)) parts.add('document');
  const first = taskOf(before, 0);
  const isBeside = first !== undefined && standsBeside(change, first.range);
  const count = countTasks(before);
  const tasks = { first: 0, last: isBeside ? count - 1 : count, before: count, after: count };
  return { ...change, kind: 'wide', tasks, parts };
}

function findSameTasks(
  { tasks: before, tables }: Draft,
  { tasks: after, tables: now }: Draft,
  change: Change,
): TaskShift {
  const keepsColumns = isSameList(tables, now, (one, other) => haveSameColumns(one, other, change));
  // What a row states is told by its cells and by what they stand under.
  const isSame = (one: Task | undefined, other: Task | undefined): boolean =>
    isSameTask(one, other, change) && (keepsColumns || one?.rows.length === 0);
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && isSame(before[first], after[first])) first++;
  let last = 0;
  while (first + last < most && isSame(before.at(-1 - last), after.at(-1 - last))) last++;
  return { first, last, before: before.length, after: after.length };
}

function differingParts(before: Draft, after: Draft, change: Change, tasks: TaskShift): Set<DraftPart> {
  const keepsTables = isSameList(before.tables, after.tables, (one, other) =>
    isSameTable(one, other, change),
  );
  const keepsItems = isSameList(before.outline, after.outline, (one, other) =>
    isSameItem(one, other, change),
  );
  const keepsTasks = tasks.before === tasks.after && tasks.first + tasks.last === tasks.after;
  const parts = new Set<DraftPart>(['prose']);
  if (before.lines.count !== after.lines.count) parts.add('lines');
  if (!isSameDocument(before, after, change)) parts.add('document');
  if (!keepsItems) parts.add('structure').add('titles');
  if (!keepsTables) parts.add('tables');
  if (!keepsTasks) parts.add('tasks');
  if (!keepsTasks || !keepsTables) parts.add('units').add('statements');
  return parts;
}

/** Text that did not change, cut in the same pieces, states the same. */
function isSameTask(one: Task | undefined, other: Task | undefined, change: Change): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    !standsBeside(change, one.range) &&
    // Other than its text, what its sections state is said of it.
    one.complete.unit === other.complete.unit &&
    one.complete.deadline === other.complete.deadline &&
    isSameTree(one.item, other.item, change) &&
    isSameList(one.rows, other.rows, (row, same) => isSameRow(row, same, change))
  );
}

function isSameTree(one: Item, other: Item, change: Change): boolean {
  return (
    isSameItem(one, other, change) &&
    isSameList(one.children, other.children, (child, same) => isSameTree(child, same, change))
  );
}

function isSameItem(one: Item, other: Item, change: Change): boolean {
  return (
    one.level === other.level &&
    one.headingDepth === other.headingDepth &&
    one.isFraming === other.isFraming &&
    isSameMarker(one.marker, other.marker, change) &&
    isRangeMoved(one.lineRange, other.lineRange, change) &&
    areMoved(one.paragraphs, other.paragraphs, change)
  );
}

/** The same text may be meant to be another marker among other neighbours. */
function isSameMarker(one: Marker, other: Marker, change: Change): boolean {
  return (
    isRangeMoved(one.lead, other.lead, change) &&
    isMoved(one, other, change) &&
    one.style === other.style &&
    one.expected === other.expected &&
    isSameList(one.flaws, other.flaws)
  );
}

function isSameTable(one: Table, other: Table, change: Change): boolean {
  return (
    one.source === other.source &&
    one.attachment === other.attachment &&
    haveSameColumns(one, other, change) &&
    isSameList(one.rows, other.rows, (row, same) => isSameRow(row, same, change))
  );
}

/** The same header may mean something else in another head. */
function haveSameColumns(one: Table, other: Table, change: Change): boolean {
  return isSameList(
    one.columns,
    other.columns,
    (column, same) => column.role === same.role && isMoved(column.header, same.header, change),
  );
}

function isSameRow(one: TableRow, other: TableRow, change: Change): boolean {
  return (
    !standsBeside(change, one.range) &&
    one.expectedNo === other.expectedNo &&
    one.name === other.name &&
    areMoved(one.cells, other.cells, change)
  );
}

function isSameDocument(before: Draft, after: Draft, change: Change): boolean {
  return (
    isSame(partsOf(before), partsOf(after), change) &&
    isSameList(before.attachments, after.attachments, (one, other) => isSameAttachment(one, other, change))
  );
}

/** What of a draft's head is no text. */
function partsOfHead({ frontMatter, title, notice }: Draft): unknown {
  return { frontMatter, title, notice };
}

/** What of a draft is neither text nor tables nor page furniture. */
function partsOf(draft: Draft): unknown {
  const { frontMatter, directives, title, notice, attachmentsListed } = draft;
  const opaque = draft.blocks.filter(({ kind }) => kind !== 'text' && kind !== 'table');
  return { frontMatter, directives, title, notice, attachmentsListed, opaque };
}

function isSameAttachment(one: Attachment, other: Attachment, change: Change): boolean {
  const { label, number, title } = one;
  return (
    isSame(
      { label, number, title },
      { label: other.label, number: other.number, title: other.title },
      change,
    ) &&
    one.tables.length === other.tables.length &&
    isSameList(one.items, other.items, (item, same) => isSameTree(item, same, change))
  );
}
