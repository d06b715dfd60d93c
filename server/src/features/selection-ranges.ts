import type { Clause, Draft, Item, Task } from '../dialect/model';
import { contains, type Range } from '../dialect/range';

/**
 * What “expand selection” selects from `offset` outwards: name or value → phrase → clause → sentence → paragraph → item
 * → section → chapter → plan → document. Innermost first, each range within the next and larger.
 */
export function selectionRanges(draft: Draft, offset: number): Range[] {
  const line = draft.lines.rangeOf(draft.lines.lineAt(offset));
  const candidates = [
    ...piecesOfLine(draft.text, line, offset),
    trimmed(draft.text, line),
    line,
    ...structureAround(draft),
    { start: 0, end: draft.text.length },
  ].filter((range) => range.start <= offset && offset <= range.end && range.start < range.end);
  return nested(candidates);
}

const PHRASE_ENDS = /[、，；。：！？“”‘’《》（）()〔〕【】[\]|\s]/u;
const CLAUSE_ENDS = /[，；。！？]/u;
const SENTENCE_ENDS = /[。！？]/u;

function piecesOfLine(text: string, line: Range, offset: number): Range[] {
  const phrase = runAround(text, line, offset, PHRASE_ENDS);
  const clause = runAround(text, line, offset, CLAUSE_ENDS);
  const sentence = runAround(text, line, offset, SENTENCE_ENDS);
  const full = SENTENCE_ENDS.test(text.charAt(sentence.end))
    ? { ...sentence, end: sentence.end + 1 }
    : sentence;
  return [phrase, clause, sentence, full].filter((range) => isBalanced(text.slice(range.start, range.end)));
}

/** Half a bracketed remark is nothing that anybody wants selected. */
function isBalanced(text: string): boolean {
  const open = text.match(/[（(〔【《“‘[]/gu)?.length ?? 0;
  const closed = text.match(/[）)〕】》”’\]]/gu)?.length ?? 0;
  return open === closed;
}

/** The longest run around `offset` without a character that `ends` matches. */
function runAround(text: string, { start, end }: Range, offset: number, ends: RegExp): Range {
  let from = offset;
  let to = offset;
  while (from > start && !ends.test(text.charAt(from - 1))) from--;
  while (to < end && !ends.test(text.charAt(to))) to++;
  return { start: from, end: to };
}

function trimmed(text: string, { start, end }: Range): Range {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

function structureAround(draft: Draft): Range[] {
  return [
    draft.body,
    ...(draft.title ? [draft.title.range, { start: draft.title.range.start, end: draft.body.end }] : []),
    ...draft.outline.flatMap(rangesOfItem),
    ...draft.tasks.flatMap(rangesOfTask),
    ...draft.attachments.flatMap((attachment) => [
      attachment.range,
      ...attachment.items.flatMap(rangesOfItem),
      ...attachment.tables.flatMap((table) => [
        table.range,
        ...table.rows.flatMap((row) => [row.range, ...row.cells.map((cell) => cell.range)]),
      ]),
    ]),
    ...(draft.frontMatter ? [draft.frontMatter.range] : []),
  ];
}

function rangesOfItem(item: Item): Range[] {
  return [item.range, item.lineRange, item.titleRange];
}

function rangesOfTask({ range, fields }: Task): Range[] {
  const values = [...fields.units, ...fields.deadlines, ...fields.frequencies, ...fields.targets];
  return [range, ...fields.clauses.flatMap(rangesOfClause), ...values.map((value) => value.range)];
}

function rangesOfClause({ range, content, parts }: Clause): Range[] {
  const fields = parts.map(({ label, content: { range: inner } }) =>
    label ? { start: Math.min(label.range.start, inner.start), end: inner.end } : inner,
  );
  return [range, content.range, ...fields, ...parts.map((part) => part.content.range)];
}

/** A chain of growing ranges; a candidate that crosses the chain is left out. */
function nested(candidates: readonly Range[]): Range[] {
  const chain: Range[] = [];
  for (const range of [...candidates].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    if (!last || (contains(range, last) && range.end - range.start > last.end - last.start))
      chain.push(range);
  }
  return chain;
}
