import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import type { ExportProfile } from '../../../../server/src/exporters/document/plan';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';

const DRAFT = `---
发文机关: 云溪县人民政府
发文字号: 云溪府发〔2026〕3号
主送: 各乡镇人民政府
成文日期: 2026年3月5日
抄送: [县委办公室]
印发机关: 云溪县人民政府办公室
印发日期: 2026年3月6日
---

# 云溪县2026年教育工作要点

一、重点任务

（一）扩学位。新增“优质”学位600个——全部免费……

附件：任务分解表

附件

任务分解表

| 序号 | 名称 | 责任单位 |
| --- | --- | --- |
| 1 | 扩学位 | 县教育局 |
| 2 |  | 县财政局 |
`;

async function partsOf(
  text = DRAFT,
  profile: ExportProfile = DEFAULT_PROFILE,
): Promise<Record<string, string>> {
  const files = unzipSync(await writeDocx(planDocument(readDraft(text), profile)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The paragraph (or table) that holds a text. */
function around(xml: string, text: string, tag = 'w:p'): string {
  const found = [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(?:(?!<${tag}[ >]).)*?</${tag}>`, 'gs'))]
    .map((match) => match[0])
    .find((part) => part.replace(/<[^>]+>/g, '').includes(text));
  assert.ok(found, `${text} in the package`);
  return found;
}

describe('A Word package', () => {
  let parts: Record<string, string>;
  let document: string;
  before(async () => {
    parts = await partsOf();
    document = parts['word/document.xml'] ?? '';
  });

  it('has the page, the margins and the grid of the standard', () => {
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(
      document,
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"[^>]*w:footer="1447"/,
    );
    assert.match(document, /<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"\/>/);
    assert.match(parts['word/styles.xml'] ?? '', /w:styleId="Normal".*?<w:sz w:val="32"\/>/s);
  });

  it('names the Chinese font in every slot of every run, with the hint, and no theme font', () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (name.startsWith('word/theme')) continue;
      assert.doesNotMatch(xml, /(?:ascii|hAnsi|eastAsia|cs)[Tt]heme/, name);
    }
    const runs = [...document.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map((match) => match[1] ?? '');
    for (const run of runs.filter((xml) => xml.includes('<w:t')))
      assert.match(run, /<w:rFonts [^>]*w:ascii="[^"]+"[^>]*w:hint="eastAsia"/, run);
    assert.match(around(document, '“优质”'), /w:hAnsi="仿宋_GB2312"/);
  });

  it('centres the title in 二号 of 小标宋 with no indent', () => {
    const title = around(document, '关于印发');
    assert.match(title, /<w:jc w:val="center"\/>/);
    assert.match(title, /w:eastAsia="方正小标宋简体"/);
    assert.match(title, /<w:sz w:val="44"\/>/);
    assert.match(title, /w:firstLine="0"/);
  });

  it('rules the letterhead in red and the imprint in black', () => {
    assert.match(
      around(document, '云溪府发〔2026〕3号'),
      /<w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="8"\/>/,
    );
    const imprint = around(document, '抄送：县委办公室。', 'w:tbl');
    assert.match(imprint, /w:tblpPr [^>]*w:tblpYSpec="bottom"/);
    assert.match(imprint, /<w:top w:val="single" w:color="000000" w:sz="8"\/>/);
    assert.match(imprint, /<w:bottom w:val="single" w:color="000000" w:sz="6"\/>/);
    assert.match(imprint, /云溪县人民政府办公室.*2026年3月6日印发/s);
    assert.doesNotMatch(imprint, /FF0000/);
  });

  it('names too many addressees in the imprint, above the copies and without a rule between', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `云溪县第${i + 1}中心小学`).join('、');
    const document =
      (await partsOf(DRAFT.replace('主送: 各乡镇人民政府', `主送: ${many}`)))['word/document.xml'] ?? '';
    const imprint = around(document, '抄送：县委办公室。', 'w:tbl');
    const rows = [...imprint.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
      text: row.replace(/<[^>]+>/g, ''),
      rules: [...row.matchAll(/<w:(top|bottom) w:val="single" w:color="000000" w:sz="(\d)"/g)].map((match) =>
        match.slice(1).join(' '),
      ),
      indent: /<w:ind w:left="1120" w:right="280" w:hanging="840"\/>/.test(row),
    }));
    assert.deepEqual(rows, [
      { text: `主送：${many}。`, rules: ['top 8'], indent: true },
      { text: '抄送：县委办公室。', rules: ['bottom 6'], indent: true },
      { text: '云溪县人民政府办公室2026年3月6日印发', rules: ['top 6', 'bottom 8'], indent: false },
    ]);
    assert.doesNotMatch(document, new RegExp(`${many}：`));
  });

  it('appends 责任分解表 to the attachments, numbered after the draft’s own', async () => {
    const document =
      (await partsOf(DRAFT, { ...DEFAULT_PROFILE, division: true }))['word/document.xml'] ?? '';
    const texts = [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([p]) => p.replace(/<[^>]+>/g, ''));
    assert.deepEqual(
      texts.filter((text) => /^(?:附件|\d\.)/.test(text)),
      ['附件：1.任务分解表', '2.云溪县2026年教育工作要点责任分解表', '附件1', '附件2'],
    );
    const table = around(document, '重点任务目标和措施', 'w:tbl');
    assert.match(table, /<w:tblHeader\/>/);
    assert.match(table, /扩学位/);
  });

  it('numbers pages in the outer corners', () => {
    assert.match(parts['word/settings.xml'] ?? '', /<w:evenAndOddHeaders\/>/);
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    assert.deepEqual(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort(), [
      'left',
      'right',
    ]);
    for (const [, xml] of footers) {
      assert.match(xml, /PAGE/);
      assert.match(xml, /w:ascii="宋体"/);
      assert.match(xml, /<w:sz w:val="28"\/>/);
    }
  });

  it('repeats the table’s header and merges the name cells', () => {
    const table = around(document, '扩学位县教育局', 'w:tbl');
    assert.match(table, /<w:tblHeader\/>/);
    assert.match(table, /<w:vMerge w:val="restart"\/>/);
    assert.match(table, /<w:vMerge w:val="continue"\/>/);
  });

  it('keeps Chinese text on the grid: no automatic spacing, strict line breaks, in the schema’s order', () => {
    const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(around(document, '扩学位。新增'))?.[1] ?? '';
    const order = [
      ...properties.matchAll(
        /<w:(kinsoku|overflowPunct|autoSpaceDE|autoSpaceDN|snapToGrid|spacing|ind|jc)\b/g,
      ),
    ].map((match) => match[1]);
    assert.deepEqual(order, [
      'kinsoku',
      'overflowPunct',
      'autoSpaceDE',
      'autoSpaceDN',
      'snapToGrid',
      'spacing',
      'ind',
      'jc',
    ]);
  });

  it('has the same bytes whenever it is written', async () => {
    const plan = planDocument(readDraft(DRAFT), DEFAULT_PROFILE);
    assert.deepEqual(await writeDocx(plan), await writeDocx(plan));
    assert.match(parts['docProps/core.xml'] ?? '', /2020-01-01T00:00:00Z/);
  });

  it('leaves the grid out of portable files and squeezes the text instead', async () => {
    const portable =
      (await partsOf(DRAFT, { ...DEFAULT_PROFILE, grid: 'portable' }))['word/document.xml'] ?? '';
    assert.match(portable, /<w:docGrid w:linePitch="312"\/>/);
    assert.match(around(portable, '扩学位。新增'), /<w:spacing w:val="-5"\/>/);
  });

  it('keeps every character of the draft', () => {
    const text = document.replace(/<w:tab\/>|<w:br\/>/g, '').replace(/<[^>]+>/g, '');
    for (const piece of [
      '云溪县2026年教育工作要点',
      '（一）扩学位。新增“优质”学位600个——全部免费……',
      '县财政局',
    ])
      assert.ok(text.includes(piece), piece);
  });
});
