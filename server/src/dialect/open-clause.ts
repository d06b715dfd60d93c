import { classifyLabel, isCarriesOutLabel } from './fields/labels';
import type { ClauseField } from './model';
import type { Range } from './range';

/** A field clause as it stands while it is being written: brackets may still be open, a label half typed. */
export interface OpenClause {
  /** Labels between the bracket and the line's end or the closing bracket, as the fields they mean. */
  readonly fields: readonly ClauseField[];
  /** The field whose value the cursor is in; undefined where a label is expected. */
  readonly field: ClauseField | undefined;
  /** What is being typed at the cursor: from the last separator to the cursor. */
  readonly word: Range;
}

const OPENING = /[〔（(【[]/u;
const CLOSING = /[〕）)】\]]/u;
const PAIRS: Readonly<Record<string, string>> = { '〔': '〕', '（': '）', '(': ')', '【': '】', '[': ']' };

/** The clause that `offset` is in, judged from its line alone; undefined where it is in no bracket. */
export function openClauseAt(text: string, line: Range, offset: number): OpenClause | undefined {
  const start = openingBefore(text, line.start, offset);
  if (start === undefined) return undefined;
  const end = closingAfter(text, offset, line.end);
  const before = text.slice(start, offset);
  const part = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf(';')) + 1);
  const colon = part.search(/[：:]/);
  const label = colon < 0 ? undefined : part.slice(0, colon).trim();
  const typed =
    colon < 0
      ? part
      : (part
          .slice(colon + 1)
          .split(/[、，,]/)
          .at(-1) ?? '');
  return {
    fields: fieldsIn(text.slice(start, end)),
    field: label === undefined ? undefined : fieldOf(label),
    word: { start: offset - typed.trimStart().length, end: offset },
  };
}

/** While it is being typed, nothing behind 落实 says yet what it means. */
function fieldOf(label: string): ClauseField | undefined {
  return classifyLabel(label) ?? (isCarriesOutLabel(label) ? 'carries-out' : undefined);
}

/** The offset behind the innermost bracket that is still open at `offset`. */
function openingBefore(text: string, from: number, offset: number): number | undefined {
  const closed: string[] = [];
  for (let index = offset - 1; index >= from; index--) {
    const character = text.charAt(index);
    if (CLOSING.test(character)) closed.push(character);
    else if (OPENING.test(character)) {
      if (closed.at(-1) !== PAIRS[character]) return closed.length === 0 ? index + 1 : undefined;
      closed.pop();
    }
  }
  return undefined;
}

function closingAfter(text: string, offset: number, to: number): number {
  let end = offset;
  while (end < to && !CLOSING.test(text.charAt(end))) end++;
  return end;
}

function fieldsIn(content: string): ClauseField[] {
  return content.split(/[；;]/).flatMap((part) => {
    const label = /^([^：:]{2,20})[：:]/.exec(part.trim())?.[1];
    return (label && fieldOf(label)) || [];
  });
}
