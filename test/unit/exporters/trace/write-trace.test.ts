import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { readDraft } from '../../../../server/src/dialect/draft';
import { writeTrace } from '../../../../server/src/exporters/trace/write-trace';
import { speak } from '../../../../server/src/localise';
import { createSuperior } from '../../../../server/src/trace/superiors';

const CITY = `# 青江市2026年水利工作要点

一、工程建设
1．加固病险水库。完成加固25座，2026年9月底前完成。
2．治理中小河流。治理河道120公里。
3．推进水价改革。出台水价方案1个。
`;
const PROVINCE = '# 东原省2026年水利工作要点\n\n一、重点任务\n1．兴修水利。新增灌溉面积30万亩。\n';
const COUNTY = `---
上级要点: {市要点: 市.md, 省要点: 省.md}
---

# 云溪县2026年水利工作要点

一、重点任务
1．加固水库。加固3座，2026年11月底前完成。〔落实：市要点第1项〕
2．治理云溪河。治理河道9公里。〔落实：市要点第2项、省要点第1项〕
3．出台水价方案。出台县级水价方案1个。
4．办好学校食堂。〔落实：市要点第9项〕
`;
const named = (name: string) => ({ name, path: `${name}.md`, range: { start: 0, end: 0 } });
const plans = [
  createSuperior(named('市要点'), 'file:///市.md', readDraft(CITY)),
  createSuperior(named('省要点'), 'file:///省.md', readDraft(PROVINCE)),
];
const SHEETS = {
  市要点: [
    ['云溪县2026年水利工作要点落实市要点情况'],
    ['上级要点', '上级任务', '状态', '本稿任务', '说明'],
    [
      '市要点第1项',
      '加固病险水库',
      '部分落实',
      '第1项 加固水库',
      '上级要求 2026-09-30 前完成，本稿定在 2026-11-30',
    ],
    ['市要点第2项', '治理中小河流', '已落实', '第2项 治理云溪河', ''],
    ['市要点第3项', '推进水价改革', '未落实', '', '可能是本稿第3项“出台水价方案”'],
  ],
  省要点: [
    ['云溪县2026年水利工作要点落实省要点情况'],
    ['上级要点', '上级任务', '状态', '本稿任务', '说明'],
    ['省要点第1项', '兴修水利', '已落实', '第2项 治理云溪河', ''],
  ],
  查不到的引用: [
    ['查不到的引用'],
    ['本稿任务', '写的是', '说明'],
    ['第4项 办好学校食堂', '市要点第9项', '上级要点里没有这一项'],
  ],
};

describe('The table of what becomes of superiors’ plans', () => {
  afterEach(() => speak('zh'));

  async function workbook(): Promise<Record<string, string[][]>> {
    const bytes = await writeTrace(readDraft(COUNTY), plans, 'xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    return Object.fromEntries(book.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
  }

  it('is a workbook with a sheet a plan and one of statements that lead nowhere', async () => {
    assert.deepEqual(await workbook(), SHEETS);
  });

  it('is a page with the same cells', async () => {
    const page = new TextDecoder().decode(await writeTrace(readDraft(COUNTY), plans, 'html'));
    const cells = [...page.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell]) =>
      (cell ?? '').replace(/<[^>]*>/gu, '').trim(),
    );
    const expected = Object.values(SHEETS).flatMap(([, ...rows]) => rows.flat());
    assert.deepEqual(cells, expected);
  });

  it('is in Chinese for people who work in English too: it goes to the superior', async () => {
    await speak('en');
    assert.deepEqual(await workbook(), SHEETS);
  });
});

/** The cells of each row as far as the header goes; of the title, which stands in one cell, the text. */
function rowsOf(sheet: ExcelJS.Worksheet): string[][] {
  const width = sheet.getRow(2).cellCount;
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: row === 0 ? 1 : width }, (_, column) => sheet.getCell(row + 1, column + 1).text),
  );
}
