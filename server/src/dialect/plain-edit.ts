import type { Clause, DeadlineMention, Draft, Item, Marker, Task, TaskFields, UnitMention } from './model';
import { leadsToList } from './numbering-scheme';
import { contains, intersects, type Range } from './range';

/**
 * One change in the running text of one task that left the rest of a draft as it was: the same lines, blocks, items,
 * tables and tasks, somewhat further on. Most keystrokes are such.
 */
export interface PlainEdit {
  /** What was replaced, in the text before. */
  readonly replaced: Range;
  /** By how much what stands behind it moved. */
  readonly by: number;
  /** The index of the task that was edited. */
  readonly task: number;
  /** Whether the task states the same as before (units, clauses, times), and none of it stands next to the change. */
  readonly keepsStatements: boolean;
}

/** How far around a statement its rules look. */
const REACH = 16;

/** What two versions of a draft differ in, where that is a plain edit; costs a small part of reading either. */
export function findPlainEdit(before: Draft, after: Draft): PlainEdit | undefined {
  const changed = differingRange(before.text, after.text);
  if (changed === undefined || !isSameFrame(before, after)) return undefined;
  const by = after.text.length - before.text.length;
  if (!isWithinLine(before, after, changed, by)) return undefined;
  const task = before.tasks.findLastIndex(({ range }) => range.start <= changed.start);
  const [old, now] = [before.tasks[task], after.tasks[task]];
  if (!old || !now || !isRunningText(old.item, changed) || !isRunningText(now.item, moved(changed, by)))
    return undefined;
  const edit = { replaced: changed, by, task };
  return { ...edit, keepsStatements: keepsStatements(old, now, edit) };
}

/** Where a range of the draft before stands in the one after; undefined where the edit changed something in it. */
export function movedRange(
  { start, end }: Range,
  { replaced, by }: Pick<PlainEdit, 'replaced' | 'by'>,
): Range | undefined {
  if (end <= replaced.start) return { start, end };
  return start >= replaced.end ? { start: start + by, end: end + by } : undefined;
}

/** The smallest range of `a` to be replaced to make it `b`; undefined where they are the same. */
function differingRange(a: string, b: string): Range | undefined {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start === shorter && a.length === b.length) return undefined;
  let behind = 0;
  while (
    behind < shorter - start &&
    a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)
  )
    behind++;
  return { start, end: a.length - behind };
}

function moved({ start, end }: Range, by: number): Range {
  return { start, end: end + by };
}

/** The change stands within one line that means the same to Markdown and to lists that may follow. */
function isWithinLine(before: Draft, after: Draft, changed: Range, by: number): boolean {
  const line = before.lines.lineAt(changed.start);
  const [old, now] = [before.lines.rangeOf(line), after.lines.rangeOf(line)];
  if (!contains(old, changed) || !contains(now, moved(changed, by))) return false;
  const [was, is] = [before.text.slice(old.start, old.end), after.text.slice(now.start, now.end)];
  return !/<!--|-->/.test(was + is) && leadsToList(was.trimEnd()) === leadsToList(is.trimEnd());
}

/** Whether a range lies in an item's text: behind its title, or in a paragraph of it or of what stands under it. */
function isRunningText(item: Item, range: Range): boolean {
  if (!contains(item.range, range)) return false;
  const own = { start: item.titleRange.end + 1, end: item.lineRange.end };
  return (
    contains(own, range) ||
    item.paragraphs.some((paragraph) => paragraph.line !== item.line && contains(paragraph.range, range)) ||
    item.children.some((child) => isRunningText(child, range))
  );
}

function isSameFrame(a: Draft, b: Draft): boolean {
  const counts = ({ lines, blocks, directives, furniture, preamble }: Draft): number[] => [
    lines.count,
    ...[blocks, directives, furniture, preamble].map(({ length }) => length),
  ];
  return (
    isSameList(counts(a), counts(b), (one, other) => one === other) &&
    a.year === b.year &&
    a.title?.value === b.title?.value &&
    a.notice.date?.date === b.notice.date?.date &&
    a.frontMatter?.range.end === b.frontMatter?.range.end &&
    isSameList(a.attachments, b.attachments, isSameLine) &&
    isSameList(a.attachmentsListed, b.attachmentsListed, isSameLine) &&
    isSameList(a.tables, b.tables, (one, other) => isSameList(one.rows, other.rows, isSameLine)) &&
    isSameList(a.outline, b.outline, isSameItem) &&
    isSameList(a.tasks, b.tasks, isSameTask)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i] as T, b[i] as T)) return false;
  return true;
}

function isSameLine(a: { readonly line: number }, b: { readonly line: number }): boolean {
  return a.line === b.line;
}

function isSameItem(a: Item, b: Item): boolean {
  return (
    a.line === b.line &&
    a.level === b.level &&
    a.title === b.title &&
    a.isFraming === b.isFraming &&
    a.headingDepth === b.headingDepth &&
    a.children.length === b.children.length &&
    isSameMarker(a.marker, b.marker) &&
    isSameList(a.paragraphs, b.paragraphs, isSameLine)
  );
}

function isSameMarker(a: Marker, b: Marker): boolean {
  return (
    a.number === b.number &&
    a.style === b.style &&
    a.text === b.text &&
    a.expected === b.expected &&
    a.lead.end - a.lead.start === b.lead.end - b.lead.start &&
    isSameList(a.flaws, b.flaws, (one, other) => one === other)
  );
}

function isSameTask(a: Task, b: Task): boolean {
  return a.line === b.line && isSameList(a.rows, b.rows, isSameLine);
}

function keepsStatements(before: Task, after: Task, edit: Omit<PlainEdit, 'keepsStatements'>): boolean {
  const { target, unit, deadline } = before.complete;
  if (
    target !== after.complete.target ||
    unit !== after.complete.unit ||
    deadline !== after.complete.deadline
  )
    return false;
  const near = { start: edit.replaced.start - REACH, end: edit.replaced.end + REACH };
  const isMoved = (a: { readonly range: Range }, b: { readonly range: Range }): boolean => {
    const to = movedRange(a.range, edit);
    return to?.start === b.range.start && to.end === b.range.end && !intersects(a.range, near);
  };
  return isSameStatement(before.fields, after.fields, isMoved);
}

type IsMoved = (a: { readonly range: Range }, b: { readonly range: Range }) => boolean;

function isSameStatement(a: TaskFields, b: TaskFields, isMoved: IsMoved): boolean {
  const isSameUnit = (one: UnitMention, other: UnitMention): boolean =>
    one.value === other.value &&
    one.role === other.role &&
    one.source === other.source &&
    one.collective === other.collective &&
    isMoved(one, other);
  const isSameDeadline = (one: DeadlineMention, other: DeadlineMention): boolean =>
    one.value === other.value && one.date === other.date && isMoved(one, other);
  const isSameClause = (one: Clause, other: Clause): boolean =>
    one.kind === other.kind &&
    one.content.value === other.content.value &&
    isMoved(one, other) &&
    isSameList(one.parts, other.parts, (part, same) => {
      return part.field === same.field && part.content.value === same.content.value;
    });
  return (
    isSameList(a.units, b.units, isSameUnit) &&
    isSameList(a.deadlines, b.deadlines, isSameDeadline) &&
    isSameList(a.clauses, b.clauses, isSameClause)
  );
}
