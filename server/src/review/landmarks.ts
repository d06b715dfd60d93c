import { allItems } from '../dialect/all-items';
import type { Draft } from '../dialect/model';
import { contains, type Range } from '../dialect/range';

/** A part of a draft that people know by its title: a chapter, a task, a row of a task table. */
export interface Landmark {
  readonly title: string;
  readonly titleRange: Range;
  readonly range: Range;
  /** The marker before the title: numbers change when something is put in before. */
  readonly marker: Range | undefined;
}

/** All landmarks of a draft, outer ones before those within. */
export function landmarksOf(draft: Draft): Landmark[] {
  const items = allItems(draft).map(({ title, titleRange, range, marker }) => ({
    title,
    titleRange,
    range,
    marker: marker.range,
  }));
  const rows = draft.tables.flatMap((table) =>
    table.rows.map(({ name, nameCell, range }) => ({
      title: name,
      titleRange: nameCell && contains(range, nameCell.range) ? nameCell.range : range,
      range,
      marker: undefined,
    })),
  );
  return [...items, ...rows];
}

/** The innermost landmark that holds a range's beginning. */
export function landmarkAt(landmarks: readonly Landmark[], { start }: Range): Landmark | undefined {
  return landmarks.findLast(({ range }) => range.start <= start && start <= range.end);
}
