import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { readRegistryBytes } from '../../../../server/src/importers/registry/read-registry-bytes';
import type { LoadedRegistryFile } from '../../../../server/src/importers/registry/read-registry-bytes';

const CSV = `云溪县单位名录,,,,
序号,单位名称,简称,曾用名,撤销日期,职责划入,类别,联系电话
1,县应急管理局,"县应急局、县安全局",县安监局（2019-03-01）,,,政府,12345
2,"县""联办""",,,2024年1月10日,县应急管理局,政府,
3,各乡镇,,,,,集合,
,,,,,,,
`;

function encode(text: string, encoding: 'utf-8' | 'utf-8 with mark' | 'gb18030'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode('\uFEFF' + text);
  return encodeGbk(text);
}

/** GBK bytes of a text, by asking the decoder what every pair of bytes means. */
function encodeGbk(text: string): Uint8Array {
  const pairs = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      pairs.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : [...(pairs.get(char) ?? [0x3f])])),
  );
}

function names({ file }: LoadedRegistryFile): readonly string[] {
  return file.units.map(({ name }) => name.value);
}

describe('reading a registry file from its bytes', () => {
  for (const encoding of ['utf-8', 'utf-8 with mark', 'gb18030'] as const) {
    it(`reads CSV as a spreadsheet saves it, in ${encoding}`, async () => {
      const loaded = await readRegistryBytes('file:///单位名录.csv', encode(CSV, encoding));
      const { file, text } = loaded;
      assert.deepEqual(file.problems, []);
      assert.deepEqual(names(loaded), ['县应急管理局', '县"联办"']);
      const [unit, gone] = file.units;
      assert.deepEqual(
        unit?.aliases.map(({ range }) => text.slice(range.start, range.end)),
        ['县应急局', '县安全局'],
      );
      assert.deepEqual(
        unit?.formerNames.map(({ name, until }) => [name.value, until]),
        [['县安监局', '2019-03-01']],
      );
      assert.deepEqual([unit?.order, unit?.category], [1, '政府']);
      assert.deepEqual(
        [gone?.abolished?.date, gone?.abolished?.successors[0]?.value],
        ['2024-01-10', '县应急管理局'],
      );
      assert.deepEqual(
        file.collectives.map(({ name }) => name.value),
        ['各乡镇'],
      );
    });
  }

  it('reads tab and semicolon as separators, and old line ends', async () => {
    const tabs = await readRegistryBytes('a.csv', encode('全称\t简称\r\n县水利局\t县水局\r\n', 'utf-8'));
    assert.deepEqual(
      tabs.file.units[0]?.aliases.map(({ value }) => value),
      ['县水局'],
    );
    assert.deepEqual(names(await readRegistryBytes('a.csv', encode('全称;序\n县水利局;1', 'utf-8'))), [
      '县水利局',
    ]);
  });

  it('takes a single column without a head for full names', async () => {
    assert.deepEqual(names(await readRegistryBytes('a.csv', encode('县水利局\n县财政局\n', 'utf-8'))), [
      '县水利局',
      '县财政局',
    ]);
  });

  it('says which heads are expected where none is known', async () => {
    const { file } = await readRegistryBytes('a.csv', encode('甲,乙\n1,2\n', 'utf-8'));
    assert.match(file.problems[0]?.message ?? '', /全称/);
  });

  it('reports a date that is none in the cell it stands in', async () => {
    const { file, text } = await readRegistryBytes(
      'a.csv',
      encode('全称,撤销日期\n县水利局,去年\n', 'utf-8'),
    );
    assert.deepEqual(
      file.problems.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [['invalid-date', '去年']],
    );
  });

  it('reads the first sheet of a workbook, with dates, rich text and empty rows', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名录');
    sheet.addRow(['云溪县单位名录']);
    sheet.addRow(['序号', '全称', '简称', '撤销时间']);
    sheet.addRow([
      1,
      { richText: [{ text: '县应急' }, { text: '管理局', font: { bold: true } }] },
      '县应急局',
    ]);
    sheet.getCell('B6').value = '县水利局';
    sheet.getCell('D6').value = new Date(Date.UTC(2019, 2, 1));
    const loaded = await readRegistryBytes('名录.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    assert.deepEqual(loaded.file.problems, []);
    assert.deepEqual(names(loaded), ['县应急管理局', '县水利局']);
    assert.deepEqual(
      loaded.file.units[0]?.aliases.map(({ value }) => value),
      ['县应急局'],
    );
    assert.equal(loaded.file.units[1]?.abolished?.date, '2019-03-01');
    const at = loaded.file.units[1]?.name.range.start ?? 0;
    assert.equal(
      loaded.text.slice(0, at).split('\n').length,
      6,
      'the line of the text is the row of the sheet',
    );
  });

  const refused: readonly (readonly [title: string, name: string, bytes: Uint8Array, message: RegExp])[] = [
    ['a file of 50 MB', 'a.yaml', new Uint8Array(50 * 1024 * 1024), /50 MB/],
    [
      'an old workbook',
      'a.csv',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      /旧版/,
    ],
    ['a broken workbook', 'a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), /已损坏/],
    ['an archive that is no workbook', 'a.xlsx', zipSync({ 'a.txt': new Uint8Array(3) }), /已损坏/],
    ['a workbook that unpacks to far too much', 'a.xlsx', zipBomb(), /已损坏/],
  ];
  for (const [title, name, bytes, message] of refused) {
    it(`refuses ${title} with a message`, async () => {
      const { file } = await readRegistryBytes(name, bytes);
      assert.equal(file.problems.length, 1);
      assert.match(file.problems[0]?.message ?? '', message);
      assert.deepEqual(file.units, []);
    });
  }
});

function zipBomb(): Uint8Array {
  return zipSync({ 'xl/workbook.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 });
}
