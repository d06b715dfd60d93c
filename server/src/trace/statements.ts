import { isClosingBracket, isOpeningBracket } from '../dialect/fields/brackets';
import type { Clause, ClausePart, Draft, Task } from '../dialect/model';
import type { TextEdit } from '../dialect/range';

/** Writes into a task that it carries out some items: `〔落实：市要点第12项〕`. */
export function addStatement({ text }: Draft, task: Task, label: string): TextEdit {
  const part = statementOf(task);
  if (part) return insert(part.content.range.end, `、${label}`);
  const clause = task.fields.clauses.filter((candidate) => isBracketed(text, candidate)).at(-1);
  if (clause) return insert(endOfParts(clause), `；落实：${label}`);
  return insert(endOfOwnText(task), `〔落实：${label}〕`);
}

function statementOf({ fields }: Task): ClausePart | undefined {
  return fields.clauses.flatMap(({ parts }) => parts).findLast(({ field }) => field === 'carries-out');
}

/** A clause in brackets of its own, and of labelled fields: what is written into any other would read as a name. */
function isBracketed(text: string, { kind, range, parts }: Clause): boolean {
  const labelled = parts.length > 0 && parts.every(({ label }) => label !== undefined);
  return (
    kind === 'bracket' &&
    labelled &&
    isOpeningBracket(text, range.start) &&
    isClosingBracket(text, range.end - 1)
  );
}

/** Before a full stop that somebody left inside the brackets. */
function endOfParts({ parts, content }: Clause): number {
  return parts.at(-1)?.content.range.end ?? content.range.end;
}

/** Before its points: the statement is the task's. */
function endOfOwnText({ item }: Task): number {
  return item.paragraphs.at(-1)?.range.end ?? item.lineRange.end;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
