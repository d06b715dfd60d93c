import { fieldOrder } from '../fields';
import type { Clause, ClausePart, Draft } from '../model';
import type { TextEdit } from '../range';

/** Puts the fields of bracketed clauses in order, with ； between them. */
export function clauseEdits(draft: Draft): readonly TextEdit[] {
  const clauses = draft.tasks.flatMap((task) => task.fields.clauses);
  return clauses.flatMap((clause) => clauseEdit(draft.text, clause));
}

/** One edit a clause, and none where anything but labelled fields and the marks between them stands in it. */
function clauseEdit(text: string, { kind, content, parts }: Clause): TextEdit[] {
  if (kind !== 'bracket' || parts.length === 0 || /[\r\n]/.test(content.value)) return [];
  const written = parts.map((part) => readPart(text, part));
  if (written.some((part) => part === undefined) || !isMadeOf(text, content.range, parts)) return [];
  const ordered = parts
    .map((part, i) => ({ rank: fieldOrder.indexOf(part.field), value: written[i] as string }))
    .sort((a, b) => a.rank - b.rank);
  const newText = ordered.map(({ value }) => value).join('；');
  return newText === content.value ? [] : [{ range: content.range, newText }];
}

/** `责任单位：甲、乙`; undefined for a part that has no label, or more than a colon behind it. */
function readPart(text: string, { label, content }: ClausePart): string | undefined {
  if (label === undefined || content.value === '' || /[；;。]/.test(content.value)) return undefined;
  const colon = text.slice(label.range.end, content.range.start);
  return /^[:：]$/.test(colon) ? label.value + colon + content.value : undefined;
}

/** Whether nothing but ； or ; stands between the parts, and nothing around them. */
function isMadeOf(text: string, whole: Clause['range'], parts: readonly ClausePart[]): boolean {
  let position = whole.start;
  for (const [i, { label, content }] of parts.entries()) {
    const between = text.slice(position, label?.range.start ?? content.range.start);
    if (!(i === 0 ? /^$/ : /^[；;]$/).test(between)) return false;
    position = content.range.end;
  }
  return text.slice(position, whole.end) === '';
}
