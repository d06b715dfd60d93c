import ExcelJS from 'exceljs';
import { changeParts, MOMENT, zipPackage } from '../zip-package';
import { neutraliseCell } from '../neutralise-cell';
import { textWidth } from '../text-width';
import type { SheetColumn, SheetPlan, WorkbookPlan } from './workbook-plan';

const HEADER_FILL = 'FFE8EEF7';
const LINE = { style: 'thin', color: { argb: 'FF999999' } } as const;
const GRID = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;
/** Points. */
const TYPE_SIZE = 11;
const TITLE_SIZE = 16;
const LINE_HEIGHT = 15;
/** A row is 409 points high at most (Excel’s published limit). */
const HIGHEST_ROW = 409;
/** Sheets wider than this, in characters, are printed on A3: on A4 nobody could read them. */
const WIDEST_ON_A4 = 180;
const [A3, A4] = [8, 9];
/** Bytes of a kind that browsers have too; they are compressed in the end. */
const IN_MEMORY = { zip: { type: 'arraybuffer', compression: 'STORE' } } as const;
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
  return finish(new Uint8Array(await workbook.xlsx.writeBuffer(IN_MEMORY)));
}

/** Heights are estimates: without the mark that they are the author's, rows grow with what people enter. */
function finish(bytes: Uint8Array): Uint8Array {
  const parts = changeParts(bytes, (name, xml) =>
    name.startsWith('xl/worksheets/') ? xml.replace(/(<row [^>]*) customHeight="1"/g, '$1') : xml,
  );
  return zipPackage(parts);
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
      paperSize: plan.columns.reduce((sum, { width }) => sum + width, 0) > WIDEST_ON_A4 ? A3 : A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
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
  sheet.eachRow((row) => {
    row.font = { name: '宋体', size: TYPE_SIZE };
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.border = GRID;
      cell.alignment = alignmentOf(plan.columns[column - 1]);
    });
    row.height = heightOf(row, plan.columns);
  });
  dressHeader(sheet.getRow(headerRow));
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: Math.max(sheet.rowCount, headerRow), column: columns },
  };
  if (plan.title !== '') dressTitle(sheet, columns);
}

function alignmentOf(column: SheetColumn | undefined): Partial<ExcelJS.Alignment> {
  return { vertical: 'middle', wrapText: true, ...(column?.centred ? { horizontal: 'center' } : {}) };
}

function dressHeader(header: ExcelJS.Row): void {
  header.font = { name: '黑体', size: TYPE_SIZE };
  header.eachCell((cell) => {
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
  });
}

function dressTitle(sheet: ExcelJS.Worksheet, columns: number): void {
  const title = sheet.getRow(1);
  title.eachCell({ includeEmpty: true }, (cell) => (cell.border = {}));
  sheet.mergeCells(1, 1, 1, columns);
  title.font = { name: '黑体', size: TITLE_SIZE };
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  title.height = 2 * TITLE_SIZE;
}

/** Points: as many lines as the fullest cell takes, by estimate; a program that opens the file may measure again. */
function heightOf(row: ExcelJS.Row, columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, c) => {
    const { value } = row.getCell(c + 1);
    if (typeof value !== 'string') return 1;
    const pieces = value.split('\n').map((piece) => Math.ceil(textWidth(piece) / (width - 1)));
    return pieces.reduce((sum, count) => sum + Math.max(1, count), 0);
  });
  return Math.min(HIGHEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + 4);
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
