import type { StatedAbove, Task } from './model';

/**
 * Who is to do a task, and by when: as it says itself, or where neither it nor its rows do, as is said above it. A
 * section that names nobody but its lead leaves the others to its tasks: it leads those that name none.
 */
export function statedFields({ fields, rows, above }: Task): StatedAbove {
  const own = (kind: 'units' | 'deadlines'): boolean =>
    fields[kind].length > 0 || rows.some((row) => row[kind].length > 0);
  return {
    units: own('units') ? [...leadsAbove(fields.units, above.units), ...fields.units] : above.units,
    deadlines: own('deadlines') ? fields.deadlines : above.deadlines,
  };
}

function leadsAbove(own: StatedAbove['units'], above: StatedAbove['units']): StatedAbove['units'] {
  const onlyLeads = above.length > 0 && above.every(({ role }) => role === 'lead');
  if (!onlyLeads || own.length === 0 || own.some(({ role }) => role === 'lead')) return [];
  return above;
}
