import type { Draft, Item, TableRow, Task } from '../dialect/model';

/** What is compared of a draft; a draft itself is one. */
export type TaskSide = Pick<Draft, 'text' | 'tasks'>;

/**
 * The tasks of two drafts. Where one of them states its tasks in a table (责任分工方案) rather than in its text, the rows
 * that belong to no task of the text count as tasks, on both sides.
 */
export function comparedSides(old: Draft, current: Draft): readonly [old: TaskSide, new: TaskSide] {
  const [before, now] = [old, current].map(ownRows) as [Task[], Task[]];
  if (!isTableLed(old, before) && !isTableLed(current, now)) return [old, current];
  return [withRows(old, before), withRows(current, now)];
}

/** An attached table beside a full text says who does what; it is no second list of tasks. */
function isTableLed({ tasks }: Draft, rows: readonly Task[]): boolean {
  return rows.length > 2 * tasks.length;
}

function withRows({ text, tasks }: Draft, rows: readonly Task[]): TaskSide {
  return { text, tasks: [...tasks, ...rows].sort((a, b) => a.range.start - b.range.start) };
}

function ownRows({ tables, tasks }: Draft): Task[] {
  const linked = new Set(tasks.flatMap(({ rows }) => rows));
  return tables.flatMap(({ rows }) =>
    rows.filter((row) => !linked.has(row) && row.name !== '').map(taskOfRow),
  );
}

/** A row as the task it states. */
function taskOfRow(row: TableRow): Task {
  const { name: title, line, range, units, deadlines, target } = row;
  const number = row.expectedNo ?? Number(row.no?.value ?? NaN);
  const targets = target !== undefined && target.value !== '' ? [target] : [];
  return {
    item: itemOfRow(row),
    number: Number.isInteger(number) ? number : 0,
    title,
    line,
    section: undefined,
    range,
    fields: { clauses: [], units, deadlines, frequencies: [], targets },
    above: { units: [], deadlines: [] },
    rows: [],
    complete: { target: targets.length > 0, unit: units.length > 0, deadline: deadlines.length > 0 },
  };
}

function itemOfRow({ no, name, nameCell, line, range }: TableRow): Item {
  // A name filled down from the row above stands outside this one.
  const ownName = nameCell !== undefined && nameCell.range.start >= range.start ? nameCell.range : undefined;
  const start = { start: range.start, end: range.start };
  const label = no === undefined ? '' : `${no.value}　`;
  return {
    marker: {
      text: label,
      range: no?.range ?? start,
      style: 'arabic',
      number: 0,
      flaws: [],
      expected: label,
      lead: start,
    },
    level: 1,
    number: 0,
    title: name,
    titleRange: ownName ?? start,
    runIn: true,
    headingDepth: undefined,
    line,
    lineRange: range,
    paragraphs: [],
    range,
    parent: undefined,
    children: [],
    isFraming: false,
  };
}
