import { columnRoles, isTaskTableHeader } from './columns';
import { isPageNumberLine } from './furniture';
import { isHeaderWord } from './header-words';
import type { ColumnRole, Located } from './model';
import { allot } from './plain-rows';
import { isNumber, type FlattenedRow, type TableSource } from './table-cells';

/** Tables whose rows are lines and whose cells stand apart by spaces, as they are copied from printed pages. */
interface SpacedHeader {
  readonly cells: readonly Located[];
  readonly layout: 'spaced';
  readonly end: number;
}

/** 序号 工作任务 责任单位 on one line. */
export function opensSpacedTable(lineText: string): boolean {
  return /^\s*序\s?号[ \u3000]+\S/.test(lineText) && !/[\t|｜]/.test(lineText);
}

export function readSpacedHeader({ text, lines }: TableSource, from: number): SpacedHeader | undefined {
  const { start, end } = lines.rangeOf(from);
  if (!opensSpacedTable(text.slice(start, end))) return undefined;
  const cells = joinLetters(wordsOf(text, start, end));
  const headers = cells.map(({ value }) => value);
  const reads = headers.every(isHeaderWord) && columnRoles(headers)[0] === 'number' && headers.length > 2;
  return reads && isTaskTableHeader(headers) ? { cells, layout: 'spaced', end: from + 1 } : undefined;
}

/** Lines that count up, each from its number to its end. */
export function readSpacedRows(
  { text, lines, until }: TableSource,
  header: { readonly end: number },
  roles: readonly ColumnRole[],
): FlattenedRow[] {
  const rows: FlattenedRow[] = [];
  for (let line = header.end; line < until; line++) {
    const { start, end } = lines.rangeOf(line);
    const words = wordsOf(text, start, end).map((word) => ({ ...word, line }));
    if (words.length === 0 || isPageNumberLine(text, { start, end })) continue;
    if (!isNumber(words[0]?.value ?? '') || Number(words[0]?.value) !== rows.length + 1) break;
    const cells = allot(words, roles).map(({ range }) => ({
      value: text.slice(range.start, range.end),
      range,
    }));
    rows.push({ line, cells, number: 'written' });
  }
  return rows;
}

function wordsOf(text: string, start: number, end: number): Located[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: value, index }) => ({
    value,
    range: { start: start + index, end: start + index + value.length },
  }));
}

/** 工 作 任 务: letters set apart are one word. */
function joinLetters(words: readonly Located[]): readonly Located[] {
  const joined: Located[] = [];
  let open = false;
  for (const word of words) {
    const last = joined[joined.length - 1];
    if (open && last !== undefined && word.value.length === 1) {
      const range = { start: last.range.start, end: word.range.end };
      joined[joined.length - 1] = { value: last.value + word.value, range };
    } else joined.push(word);
    open = word.value.length === 1;
  }
  return joined;
}
