import ExcelJS from 'exceljs';
import { MOMENT, repack } from '../zip-package';
import { neutraliseCell } from '../tasks/neutralise-cell';
import type { SheetColumn, SheetPlan, WorkbookPlan } from './workbook-plan';

const HEADER_FILL = 'FFE8EEF7';
/** A cell of a workbook holds 32,767 characters at most, a sheet's name 31 (Excel’s published limits). */
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;

/** Writes sheets with a frozen and filterable header, checked input, and print set-up for A4 across. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(MOMENT);
  workbook.modified = new Date(MOMENT);
  const names = new Set<string>();
  for (const sheet of plan.sheets) addSheet(workbook, sheet, sheetName(sheet.name, names));
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Some characters may not stand in a sheet's name, and no two sheets may have one name. */
function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[\\/?*:[\]]/g, ' ').trim() || '清单';
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `（${n}）`;
    const candidate = clean.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

/** The header's row: below the title, where there is one. */
function headerRowOf({ title }: SheetPlan): number {
  return title === '' ? 1 : 2;
}

function addSheet(workbook: ExcelJS.Workbook, plan: SheetPlan, name: string): void {
  const headerRow = headerRowOf(plan);
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
  });
  sheet.columns = plan.columns.map(({ width }) => ({ width }));
  if (plan.title !== '') sheet.addRow([plan.title]);
  sheet.addRow(plan.columns.map(({ header }) => header));
  for (const row of plan.rows) sheet.addRow(row.map((cell, c) => cellValue(cell, plan.columns[c])));
  dress(sheet, plan);
  plan.columns.forEach((column, c) => restrict(sheet, column, { column: c + 1, firstRow: headerRow + 1 }));
}

function dress(sheet: ExcelJS.Worksheet, plan: SheetPlan): void {
  const headerRow = headerRowOf(plan);
  const columns = plan.columns.length;
  sheet.eachRow((row) => (row.alignment = { vertical: 'top', wrapText: true }));
  if (plan.title !== '') dressTitle(sheet, columns);
  const header = sheet.getRow(headerRow);
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: Math.max(sheet.rowCount, headerRow), column: columns },
  };
}

function dressTitle(sheet: ExcelJS.Worksheet, columns: number): void {
  sheet.mergeCells(1, 1, 1, columns);
  const title = sheet.getRow(1);
  title.font = { bold: true, size: 16 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
}

/** Lets only what belongs there into a column's cells. */
function restrict(
  sheet: ExcelJS.Worksheet,
  { input }: SheetColumn,
  { column, firstRow }: { readonly column: number; readonly firstRow: number },
): void {
  if (input === undefined) return;
  for (let row = firstRow; row <= sheet.rowCount; row++) {
    const cell = sheet.getCell(row, column);
    cell.dataValidation = validationOf(input);
    if (input === 'share') cell.numFmt = '0%';
    if (input === 'date') cell.numFmt = 'yyyy-mm-dd';
  }
}

function validationOf(input: NonNullable<SheetColumn['input']>): ExcelJS.DataValidation {
  const refusal = { allowBlank: true, showErrorMessage: true, errorTitle: '请重新填写' };
  if (input === 'share')
    return {
      ...refusal,
      type: 'decimal',
      operator: 'between',
      formulae: [0, 1],
      error: '应在 0% 到 100% 之间',
    };
  if (input === 'date')
    return {
      ...refusal,
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date(Date.UTC(2000, 0, 1))],
      error: '应为日期，如 2026-06-30',
    };
  return {
    ...refusal,
    type: 'list',
    formulae: [`"${input.join(',')}"`],
    error: `应为${input.join('、')}之一`,
  };
}

type CellValue = string | number | Date | null;

function cellValue(value: string | number, column: SheetColumn | undefined): CellValue {
  if (typeof value === 'number') return value;
  if (value === '') return null;
  if (column?.input === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return neutraliseCell(value).slice(0, LONGEST_CELL);
}
