import type { StatedAbove, Task } from './model';

/** Who is to do a task, and by when: as it says itself, or where neither it nor its rows do, as is said above it. */
export function statedFields({ fields, rows, above }: Task): StatedAbove {
  const own = (kind: 'units' | 'deadlines'): boolean =>
    fields[kind].length > 0 || rows.some((row) => row[kind].length > 0);
  return {
    units: own('units') ? fields.units : above.units,
    deadlines: own('deadlines') ? fields.deadlines : above.deadlines,
  };
}
