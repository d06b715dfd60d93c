import { itemLabel } from '../dialect/labels';
import type { Task } from '../dialect/model';
import type { Range } from '../dialect/range';
import type { TaskSide } from './compared-sides';

/** A task's title and text as people compare them: who is responsible by when is compared field by field. */
export interface TaskContent {
  readonly title: string;
  /** Title and text without the bracketed clauses. */
  readonly whole: string;
  /** Titles of all items above it, for telling like tasks apart. */
  readonly place: string;
}

export function contentOf({ text: source }: TaskSide, task: Task): TaskContent {
  const clauses = task.fields.clauses.filter(({ kind }) => kind === 'bracket').map(({ range }) => range);
  const text = { start: task.item.titleRange.start, end: task.range.end };
  return { title: task.title, whole: textWithout(source, text, clauses), place: placeOf(task) };
}

/** A stretch of text with `filler` where the holes are; holes may overlap. */
export function textWithout(
  text: string,
  { start, end }: Range,
  holes: readonly Range[],
  filler = '',
): string {
  let position = start;
  let result = '';
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.end <= position) continue;
    if (hole.start > position) result += text.slice(position, hole.start);
    result += filler;
    position = hole.end;
  }
  return result + text.slice(position, Math.max(position, end));
}

function placeOf(task: Task): string {
  const labels: string[] = [];
  for (let item = task.section; item !== undefined; item = item.parent) labels.unshift(itemLabel(item));
  return labels.join('/');
}
