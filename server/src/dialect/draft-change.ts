import { intersects, type Range } from './range';
import { isSameList } from './same-list';

/** The one stretch that two versions of a draft differ in. */
export interface Change {
  /** What was replaced, in the text before. */
  readonly replaced: Range;
  /** By how much what stands behind it moved. */
  readonly by: number;
}

/**
 * What of a draft is not as it was, to those who look at parts of it: `document` (title, year, notice, attachments,
 * front matter, directives, blocks that are no text), `structure` (items, their markers and where they belong,
 * paragraphs), `titles` of items, `tables` of tasks, the `units` that tasks and rows name, all `statements` (what tasks
 * and rows state: units, clauses, times, with the few characters around it), `tasks` (whatever stands in a task, and the
 * target, units and times of the rows that are linked to it), `lines` (their numbers) and `prose` (what is written,
 * wherever it stands).
 */
export type DraftPart =
  'document' | 'structure' | 'titles' | 'tables' | 'units' | 'statements' | 'tasks' | 'lines' | 'prose';

/** How far around what they look at rules look, in UTF-16 units. */
export const REACH = 16;

/** Whether a change is so near to a range of the draft before that rules may see it with what stands there. */
export function standsBeside({ replaced }: Change, range: Range): boolean {
  return intersects(range, { start: replaced.start - REACH, end: replaced.end + REACH });
}

/** By how much a range of the draft before moved; undefined where the edit changed something in it. */
export function shiftOf({ start, end }: Range, { replaced, by }: Change): number | undefined {
  if (end <= replaced.start) return 0;
  return start >= replaced.end ? by : undefined;
}

export interface Placed {
  readonly range: Range;
}

export function isMoved(before: Placed, after: Placed, change: Change): boolean {
  return isRangeMoved(before.range, after.range, change);
}

export function isRangeMoved(before: Range, after: Range, change: Change): boolean {
  const by = shiftOf(before, change);
  return by !== undefined && before.start + by === after.start && before.end + by === after.end;
}

/** Whether what stands in two versions, in order, stands in the same places, and is alike. */
export function areMoved<T extends Placed>(
  before: readonly T[],
  after: readonly T[],
  change: Change,
  isAlike: (one: T, other: T) => boolean = () => true,
): boolean {
  return isSameList(before, after, (one, other) => isMoved(one, other, change) && isAlike(one, other));
}
