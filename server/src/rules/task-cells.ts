import type { ReadDraft } from '../dialect/draft';
import type { ClausePart, Clause, Draft, Task, UnitRole } from '../dialect/model';
import { applyEdits, within, type Located, type TextEdit } from '../dialect/range';
import { addField, labelledClauses } from './clause-style';

/** The fields of a task that a table shows, one a column, and that can be written there. */
export const CELL_FIELDS = ['target', 'lead', 'unit', 'support', 'deadline'] as const;
export type CellField = (typeof CELL_FIELDS)[number];

const UNIT_ROLES: Readonly<Partial<Record<CellField, UnitRole>>> = {
  lead: 'lead',
  unit: 'responsible',
  support: 'support',
};

/**
 * What a task states of a field: what stands behind its label, as written, or what its text says; where that says
 * nothing, what the linked rows of a table say.
 */
export function cellText(draft: Draft, task: Task, field: CellField): string {
  const parts = labelledParts(draft, task, field).map(({ part }) => part.content.value.trim());
  const texts = parts.length > 0 ? parts : mentionsOf(task, field).map(({ value }) => value);
  return [...new Set(texts.filter((text) => text !== ''))].join(separatorOf(field));
}

/**
 * Edits that make a task state `value` (nothing where it is empty) of a field: where it stands, else in the task's
 * clause. Undefined where no edit would be read as just that: the text then says it in a way only a person can change.
 */
export function writeCell(
  draft: Draft,
  task: Task,
  field: CellField,
  value: string,
  read: ReadDraft,
): readonly TextEdit[] | undefined {
  const index = draft.tasks.indexOf(task);
  const wanted = CELL_FIELDS.map((other) => (other === field ? value : cellText(draft, task, other)));
  return waysToWrite(draft, task, field, value).find((edits) => {
    if (edits.length === 0) return false;
    const after = read(applyEdits(draft.text, edits));
    const same = after.tasks[index];
    if (same === undefined || after.tasks.length !== draft.tasks.length) return false;
    return CELL_FIELDS.every((other, i) => cellText(after, same, other) === wanted[i]);
  });
}

function waysToWrite(draft: Draft, task: Task, field: CellField, value: string): (readonly TextEdit[])[] {
  const parts = labelledParts(draft, task, field);
  if (value === '') return [parts.flatMap((part) => removal(part))];
  if (parts.length > 0)
    return [
      parts.flatMap((found, i) =>
        i === 0 ? [{ range: found.part.content.range, newText: value }] : removal(found),
      ),
    ];
  const mentions = mentionsOf(task, field);
  const separator = separatorOf(field);
  return [
    pieceByPiece(mentions, value.split(separator)),
    inOne(draft, mentions, value),
    addField(draft, task, field, value, '').edits,
  ];
}

interface LabelledPart {
  readonly clause: Clause;
  readonly part: ClausePart;
}

/** Parts under the field's own label; 责任单位：甲牵头，乙配合 says more than one thing and is none of them. */
function labelledParts(draft: Draft, task: Task, field: CellField): LabelledPart[] {
  const role = UNIT_ROLES[field];
  const plain = ({ content }: ClausePart): boolean =>
    role === undefined || within(task.fields.units, content.range).every((unit) => unit.role === role);
  return labelledClauses(task, draft.text).flatMap((clause) =>
    clause.parts
      .filter((part) => part.label && part.field === field && plain(part))
      .map((part) => ({ clause, part })),
  );
}

function mentionsOf({ fields, rows }: Task, field: CellField): readonly Located[] {
  const [own, below] = {
    target: () => [fields.targets, rows.flatMap(({ target }) => (target?.value ? [target] : []))],
    deadline: () => [fields.deadlines, rows.flatMap(({ deadlines }) => deadlines)],
    units: () =>
      [fields.units, rows.flatMap(({ units }) => units)].map((units) =>
        units.filter(({ role }) => role === UNIT_ROLES[field]),
      ),
  }[field === 'target' || field === 'deadline' ? field : 'units']() as [Located[], Located[]];
  return own.length > 0 ? own : below;
}

function separatorOf(field: CellField): string {
  return field in UNIT_ROLES ? '、' : '；';
}

/** Changes what differs, each where it stands. */
function pieceByPiece(mentions: readonly Located[], values: readonly string[]): TextEdit[] {
  if (mentions.length !== values.length) return [];
  return mentions.flatMap(({ range, value }, i) =>
    value === values[i] ? [] : [{ range, newText: escapeCell(values[i] ?? '') }],
  );
}

/** A list in one place: 甲、乙、丙. */
function inOne({ text }: Draft, mentions: readonly Located[], value: string): TextEdit[] {
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) return [];
  const between = mentions
    .slice(1)
    .map(({ range }, i) => text.slice((mentions[i] as Located).range.end, range.start));
  if (!between.every((gap) => /^[、，,；;\s]+$/u.test(gap))) return [];
  return [{ range: { start: first.range.start, end: last.range.end }, newText: escapeCell(value) }];
}

/** In prose a bar says nothing, in a table it ends the cell. */
function escapeCell(value: string): string {
  return value.replaceAll('|', '｜');
}

/** Takes a part away with the mark that separates it, and the clause with its last part. */
function removal({ clause, part }: LabelledPart): TextEdit[] {
  const at = clause.parts.indexOf(part);
  const [previous, next] = [clause.parts[at - 1], clause.parts[at + 1]];
  if (!previous && !next) return [{ range: clause.range, newText: '' }];
  const start = previous ? previous.content.range.end : (part.label?.range.start ?? part.content.range.start);
  const end = previous ? part.content.range.end : (next?.label?.range.start ?? part.content.range.end);
  return [{ range: { start, end }, newText: '' }];
}
