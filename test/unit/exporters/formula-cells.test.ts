import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { writeCsv } from '../../../server/src/exporters/write-csv';
import { writeWorkbook } from '../../../server/src/exporters/workbook/write-workbook';

/** What spreadsheets take the rest of a cell for a formula after; OWASP, “CSV Injection”. */
const BEGINNINGS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
const cells = BEGINNINGS.map((beginning) => `${beginning}HYPERLINK("x")`);
const PLAIN = ['1+1=2', '甲-乙', '"', '100%'];

describe('Cells that a spreadsheet would take for formulas', () => {
  it('are text in CSV, others are left as they are', () => {
    const records = writeCsv([...cells, ...PLAIN].map((cell) => [cell])).slice(1);
    for (const cell of cells)
      assert.ok(records.includes(`'${cell.replaceAll('"', '""')}`), JSON.stringify(cell));
    assert.doesNotMatch(records, /(?:^|\n|,)"?[=+\-@＝＋－＠\t]/u);
    for (const plain of ['1+1=2', '甲-乙', '""""', '100%'])
      assert.ok(records.includes(`\n${plain}\r\n`), plain);
  });

  it('are text in every sheet of a workbook', async () => {
    const sheet = { title: '', columns: [{ header: '任务', width: 10 }], rows: cells.map((cell) => [cell]) };
    const names = ['一', '二'];
    const bytes = await writeWorkbook({ sheets: names.map((name) => ({ ...sheet, name })) });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
    for (const name of names)
      cells.forEach((cell, index) => {
        const { type, value } = workbook.getWorksheet(name)?.getCell(index + 2, 1) ?? {};
        assert.deepEqual([type, value], [ExcelJS.ValueType.String, `'${cell.replace('\r', '\n')}`]);
      });
  });
});
