import { sequenceFaults } from '../../dialect/sequence-faults';
import type { Table, TableRow } from '../../dialect/model';
import type { Located, TextEdit } from '../../dialect/range';
import type { DraftRule, Fix, Report } from '../rule';
import { t } from '../../localise';

/** A 序号 lost or wrong in a task table. Rows that continue the item above (merged cells) bear none. */
export const tableRowNumber: DraftRule = {
  id: 'document/table-row-number',
  summary: '表格序号缺失或不连续',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'tables'],
  check(draft, _context, report) {
    for (const attachment of draft.attachments)
      for (const table of attachment.tables) checkTable(draft.text, table, report);
  },
};

function checkTable(text: string, table: Table, report: Report): void {
  const rows = table.rows.filter(({ expectedNo }) => expectedNo !== undefined);
  const header = table.columns.find(({ role }) => role === 'number')?.header;
  if (rows.length > 1 && header !== undefined && rows.every(({ no }) => no === undefined)) {
    const fixes = renumberRows(text, table, [rows]);
    report({
      range: header.range,
      message: t('“{0}”一列全部为空，共 {1} 行没有序号', header.value, rows.length),
      fixes,
    });
    return;
  }
  const runs = splitRuns(rows);
  const fixes = renumberRows(text, table, runs);
  for (const run of runs) checkRun(run, report, fixes);
}

/** Rows counted together: a cell that is no plain number (一、, 小计) ends a run, and so does a count begun anew. */
function splitRuns(rows: readonly TableRow[]): TableRow[][] {
  const runs: TableRow[][] = [];
  let open: TableRow[] | undefined;
  for (const row of rows) {
    if (row.no !== undefined && numberOf(row) === undefined) open = undefined;
    else if (open === undefined || (numberOf(row) === 1 && open.length > 1)) runs.push((open = [row]));
    else open.push(row);
  }
  return runs;
}

function checkRun(run: readonly TableRow[], report: Report, fixes: readonly Fix[]): void {
  const start = startOf(run);
  const numbers: number[] = [];
  for (const row of run) numbers.push(numberOf(row) ?? (numbers.at(-1) ?? start - 1) + 1);
  run.forEach((row, index) => {
    if (row.no !== undefined) return;
    const place = firstCell(row);
    report({ range: place.range, message: t('表格这一行缺少序号，应为“{0}”', numbers[index] ?? ''), fixes });
  });
  for (const fault of sequenceFaults(numbers, start)) {
    const row = run[fault.index];
    if (row?.no === undefined) continue;
    report({ range: row.no.range, message: describe(fault.kind, row.no.value, start + fault.index), fixes });
  }
}

function describe(kind: 'gap' | 'duplicate' | 'out-of-order', written: string, expected: number): string {
  const what = { gap: t('与上一行不连续'), duplicate: t('与其他行重复'), 'out-of-order': t('与前后不衔接') }[
    kind
  ];
  return t('表格序号“{0}”{1}，应为“{2}”', written, what, expected);
}

/** Runs after the first may go on counting where the one before stopped. */
function startOf([first]: readonly TableRow[]): number {
  return first === undefined || numberOf(first) === 1 ? 1 : (first.expectedNo ?? 1);
}

function numberOf({ no }: TableRow): number | undefined {
  return no !== undefined && /^[0-9]+$/.test(no.value) ? Number(no.value) : undefined;
}

/** In flattened text nobody knows how the lost cell should be separated, so only Markdown tables are repaired. */
function renumberRows(text: string, table: Table, runs: readonly (readonly TableRow[])[]): Fix[] {
  if (table.source !== 'gfm') return [];
  const column = table.columns.findIndex(({ role }) => role === 'number');
  const edits: TextEdit[] = [];
  for (const run of runs) {
    let number = startOf(run);
    for (const row of run) edits.push(...editNumber(text, row.cells[column], number++));
  }
  return edits.length === 0 ? [] : [{ title: t('按顺序填写表格序号'), edits, safe: true }];
}

function editNumber(text: string, cell: Located | undefined, number: number): TextEdit[] {
  if (cell === undefined || cell.value === String(number)) return [];
  return [
    {
      range: cell.range,
      newText: `${number}${cell.value === '' && text[cell.range.end] === '|' ? ' ' : ''}`,
    },
  ];
}

function firstCell({ cells, range }: TableRow): Located {
  return cells.find(({ value }) => value !== '') ?? { value: '', range };
}
