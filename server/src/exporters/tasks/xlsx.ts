import ExcelJS from 'exceljs';
import { MOMENT, repack } from '../zip-package';
import { fullColumns, type LedgerLayout } from './columns';
import { neutraliseCell } from './neutralise-cell';

const HEADER_FILL = 'FFE8EEF7';

/** A workbook with one sheet: header frozen and filterable, long cells wrapped, printed on landscape A4. */
export async function ledgerXlsx(layout: LedgerLayout): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(MOMENT);
  workbook.modified = new Date(MOMENT);
  const sheet = workbook.addWorksheet('任务台账', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  const columns = fullColumns(layout);
  sheet.columns = columns.map(({ header, width }) => ({ header, width }));
  for (const group of layout.groups) {
    for (const entry of group.entries) sheet.addRow(columns.map(({ cell }) => cellValue(cell(entry, group))));
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rowCount, column: columns.length } };
  sheet.eachRow((row) => (row.alignment = { vertical: 'top', wrapText: true }));
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A cell of a workbook holds 32,767 characters at most (Excel’s published limit). */
const LONGEST_CELL = 32_767;

function cellValue(value: string | number): string | number | null {
  if (typeof value === 'number') return value;
  return value === '' ? null : neutraliseCell(value).slice(0, LONGEST_CELL);
}
