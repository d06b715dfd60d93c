import { nameOfColumn } from '../../dialect/second-header';
import { readDraft } from '../../dialect/draft';
import { formatDraft } from '../../dialect/format/format-draft';
import { EDITOR_RESIDUE } from '../../dialect/furniture';
import { applyEdits, type TextEdit } from '../../dialect/range';
import { isCovered } from './fates';
import { unwrapLines } from './unwrap-lines';
import { writeTable } from './write-table';

/** Stands for the draft the piece is to stand in: what comes below a title is read as a plan's text. */
const TITLE = '# 稿\n\n';

/**
 * Makes paragraphs and tables of the dialect from a piece of text that somebody copied, to stand within a draft: no
 * front matter, no headings made, nothing taken away but indents, the residue of editors, and a page's numbers between its lines.
 */
export function importFragment(source: string): string {
  const copied = source.replace(/\r\n?/g, '\n').replace(EDITOR_RESIDUE, '');
  const text = TITLE + (unwrapLines(copied)?.text ?? copied);
  const draft = readDraft(text);
  const tables = draft.tables
    .filter((table) => table.source === 'flattened' && isCovered(draft, table))
    .map((table): TextEdit => {
      const rows = table.rows.map(({ cells }) => cells.map(({ value }) => value));
      const start = draft.lines.startOf(table.line);
      const { end } = draft.lines.rangeOf(draft.lines.lineAt(table.range.end));
      const header = table.columns.map(nameOfColumn);
      return { range: { start, end }, newText: `\n${writeTable(header, rows)}\n` };
    });
  const written = applyEdits(text, tables);
  const formatted = applyEdits(
    written,
    formatDraft(readDraft(written), { layoutOnly: true, headings: false }),
  );
  return formatted.slice(TITLE.trimEnd().length).replace(/^\n+|\n+$/g, '');
}
