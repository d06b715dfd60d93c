import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { planLedgerDocument } from '../../../../server/src/exporters/ledgers/plan-ledger-document';
import {
  PLAIN_NAMES,
  planDivision,
  planMonths,
  planSupervision,
  planUnitLists,
  type UnitNames,
} from '../../../../server/src/exporters/ledgers/plan-ledgers';
import { writeCalendar } from '../../../../server/src/exporters/ledgers/write-calendar';
import { writeWorkbook } from '../../../../server/src/exporters/workbook/write-workbook';
import { planLedger } from '../../../../server/src/exporters/tasks/ledger';

const TEXT = `# 云溪县2026年教育工作要点

一、重点任务

1．扩学位。新增学位600个。〔牵头单位：县教育局；责任单位：县财政局；完成时限：2026年8月底前〕

2．配教师。招聘教师40名。〔牵头单位：县人力社保局；责任单位：各乡镇；完成时限：2026年3月底前〕

3．防溺水。开展宣传。〔责任单位：县教育局；完成时限：汛前〕

4．办培训。
`;
const TITLE = '云溪县2026年教育工作要点';
const NOW = new Date('2026-01-02T03:04:05Z');
const entries = planLedger('a.要点.md', readDraft(TEXT));

describe('Ledgers', () => {
  it('divide the tasks by who does them, in the order of the text', () => {
    const sheet = planDivision(TITLE, entries);
    assert.equal(sheet.title, '云溪县2026年教育工作要点责任分解表');
    assert.deepEqual(sheet.rows[0], [1, '扩学位', '新增学位600个', '县教育局', '县财政局', '2026年8月底前']);
    assert.deepEqual(
      sheet.rows.map(([number, name]) => [number, name]),
      [
        [1, '扩学位'],
        [2, '配教师'],
        [3, '防溺水'],
        [4, '办培训'],
      ],
    );
  });

  it('give each unit what it leads and what it takes part in', () => {
    const lists = planUnitLists(TITLE, entries, PLAIN_NAMES);
    assert.deepEqual(
      lists.map(({ name, rows }) => [name, rows.map((row) => `${row[1]} ${row[3]}`)]),
      [
        ['县教育局', ['扩学位 牵头', '防溺水 责任']],
        ['县财政局', ['扩学位 责任']],
        ['县人力社保局', ['配教师 牵头']],
        ['各乡镇', ['配教师 责任']],
      ],
    );
  });

  it('put names of one unit together and expand collectives where the registry says so', () => {
    const names: UnitNames = {
      official: (name) => (name === '县人力社保局' ? '县人力资源和社会保障局' : name),
      membersOf: (name) => (name === '各乡镇' ? ['清溪镇', '云岭乡'] : []),
    };
    assert.deepEqual(
      planUnitLists(TITLE, entries, names).map(({ name }) => name),
      ['县教育局', '县财政局', '县人力资源和社会保障局', '清溪镇', '云岭乡'],
    );
  });

  it('order by month of deadline, what has no date behind, what has no deadline last', () => {
    assert.deepEqual(
      planMonths(TITLE, entries).rows.map((row) => [row[0], row[2]]),
      [
        ['2026年3月', '配教师'],
        ['2026年8月', '扩学位'],
        ['日期不定', '防溺水'],
        ['未写时限', '办培训'],
      ],
    );
  });

  it('stand on turned pages of their own as a document', () => {
    const plan = planLedgerDocument([planDivision(TITLE, entries)], DEFAULT_PROFILE);
    const [section] = plan.sections;
    assert.equal(section?.orientation, 'landscape');
    const table = section.blocks.at(-1);
    assert.ok(table?.kind === 'table');
    assert.equal(
      table.widths.reduce((sum, width) => sum + width, 0),
      12756,
    );
    assert.equal(table.widths[0], 800);
    assert.equal(table.rows.length, 4);
  });
});

describe('A workbook', () => {
  async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    return workbook.worksheets[0] as ExcelJS.Worksheet;
  }

  it('freezes and filters the header and lets only what belongs there into the columns of 督办台账', async () => {
    const bytes = await writeWorkbook({ sheets: [planSupervision(TITLE, entries)] });
    const sheet = await sheetOf(bytes);
    assert.deepEqual((sheet.views[0] as { ySplit?: number }).ySplit, 2);
    assert.ok(sheet.autoFilter);
    const column = (header: string): number => (sheet.getRow(2).values as string[]).indexOf(header);
    assert.deepEqual(sheet.getCell(3, column('进展状态')).dataValidation.formulae, [
      '"未启动,进行中,已完成,滞后"',
    ]);
    assert.equal(sheet.getCell(3, column('完成比例')).dataValidation.type, 'decimal');
    assert.deepEqual(sheet.getCell(3, column('截止日期')).value, new Date('2026-08-31T00:00:00Z'));
  });

  it('has rows as high as their text needs, which grow with what is entered, and lines between cells', async () => {
    const [entry] = entries;
    assert.ok(entry);
    const long = { ...entry, targets: ['新增学位600个，改造校舍12所，配齐设施设备，开足开好课程'.repeat(3)] };
    const bytes = await writeWorkbook({ sheets: [planSupervision(TITLE, [entry, long])] });
    const sheet = await sheetOf(bytes);
    assert.ok((sheet.getRow(4).height ?? 0) >= 4 * 15, String(sheet.getRow(4).height));
    assert.ok(sheet.getRow(3).height < sheet.getRow(4).height);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
    assert.doesNotMatch(xml, /customHeight/);
    assert.equal(sheet.getCell(4, 13).border.bottom?.style, 'thin', 'empty cells too');
  });

  it('has numbers, dates and states in the middle, texts at the left, and pages that are numbered', async () => {
    const sheet = await sheetOf(await writeWorkbook({ sheets: [planSupervision(TITLE, entries)] }));
    const centred = (sheet.getRow(2).values as string[]).filter(
      (_, column) => sheet.getCell(3, column).alignment.horizontal === 'center',
    );
    assert.deepEqual(centred, ['序号', '完成时限', '截止日期', '进展状态', '完成比例', '更新日期']);
    assert.equal(sheet.getCell(3, 2).alignment.vertical, 'middle');
    assert.equal(sheet.headerFooter.oddFooter, '&C第 &P 页，共 &N 页');
  });

  it('has a break within a cell where the draft’s table has one', async () => {
    const table =
      '\n附件\n\n任务表\n\n| 序号 | 名称 | 目标 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 治河湖 | 清淤3公里<br>种树200棵 | 县水利局<br>县林业局 |\n';
    const rows = planDivision(TITLE, planLedger('a.要点.md', readDraft(TEXT + table)));
    const sheet = await sheetOf(await writeWorkbook({ sheets: [rows] }));
    const last = sheet.getRow(sheet.rowCount);
    assert.deepEqual(
      [2, 3, 5].map((column) => last.getCell(column).value),
      ['治河湖', '清淤3公里\n种树200棵', '县水利局、县林业局'],
    );
    assert.equal(last.getCell(3).alignment.wrapText, true);
    assert.ok(last.height >= 2 * 15, `${last.height}`);
  });

  it('is printed on A3 where it is too wide for A4', async () => {
    const [wide, narrow] = [planSupervision(TITLE, entries), planDivision(TITLE, entries)];
    const sizes = await Promise.all(
      [wide, narrow].map(
        async (sheet) => (await sheetOf(await writeWorkbook({ sheets: [sheet] }))).pageSetup.paperSize,
      ),
    );
    assert.deepEqual(sizes, [8, 9]);
  });

  it('has the same bytes whenever it is written', async () => {
    const plan = { sheets: [planSupervision(TITLE, entries)] };
    const first = await writeWorkbook(plan);
    // Zip entries tell even and odd seconds apart only.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    assert.deepEqual(Buffer.compare(await writeWorkbook(plan), first), 0);
  }).timeout(10_000);

  it('gives sheets names a workbook may have, each another one', async () => {
    const sheet = planDivision(TITLE, entries);
    const names = ['甲/乙', '甲:乙', '长'.repeat(40), '长'.repeat(40)];
    const bytes = await writeWorkbook({ sheets: names.map((name) => ({ ...sheet, name })) });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    assert.deepEqual(
      workbook.worksheets.map(({ name }) => name),
      ['甲 乙', '甲 乙（2）', '长'.repeat(31), `${'长'.repeat(28)}（2）`],
    );
  });
});

describe('A calendar of deadlines', () => {
  const calendar = writeCalendar(TITLE, entries, { now: NOW });

  it('has a whole-day event for each deadline with a date, stamped with the given moment', () => {
    const lines = calendar.split('\r\n');
    assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 2);
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20260831'));
    assert.ok(lines.includes('DTEND;VALUE=DATE:20260901'));
    assert.ok(lines.includes('DTSTAMP:20260102T030405Z'));
    assert.equal(writeCalendar(TITLE, entries, { now: NOW }), calendar);
  });

  it('folds lines at 75 octets without cutting a character, and unfolds to the text', () => {
    for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    const whole = calendar.replace(/\r\n /g, '');
    assert.match(
      whole,
      /DESCRIPTION:目标：新增学位600个\\n牵头单位：县教育局\\n责任单位：县财政局\\n完成时限：2026年8月底前\r\n/,
    );
  });

  it('escapes what has a meaning of its own', () => {
    const [entry] = entries;
    assert.ok(entry);
    const odd = writeCalendar('甲,乙', [{ ...entry, name: '办好;一\\二' }], { now: NOW });
    assert.match(odd, /X-WR-CALNAME:甲\\,乙完成时限/);
    assert.match(odd, /SUMMARY:到期：办好\\;一\\\\二/);
  });
});
