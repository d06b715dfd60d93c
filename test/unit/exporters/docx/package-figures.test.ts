import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';

async function partsOf(text: string): Promise<Record<string, string>> {
  const draft = readDraft(text);
  const files = unzipSync(await writeDocx(planDocument(draft, readProfile(draft))));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const SAMPLE = readFileSync(
  new URL('../../../../samples/2026年云溪县安全生产工作要点.要点.md', import.meta.url),
  'utf8',
);

function formOf(layout: string, issuer = '云溪县人民政府'): string {
  return SAMPLE.replace('发文机关: 云溪县人民政府', `发文机关: ${issuer}`).replace(
    '年度: 2026',
    `版式: ${layout}`,
  );
}

/** Text as it is read: no markup, no white space. */
function textOf(xml: string): string {
  return xml
    .replace(/<w:instrText.*?<\/w:instrText>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u3000]/g, '');
}

describe('Every run and paragraph of a package', () => {
  let document = '';
  let parts: Record<string, string> = {};
  before(async () => {
    parts = await partsOf(SAMPLE);
    document = parts['word/document.xml'] ?? '';
  });

  it('is black or red, never bold, never underlined', () => {
    const colours = [...document.matchAll(/<w:color w:val="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(new Set(colours), new Set(['000000', 'FF0000']));
    assert.doesNotMatch(document, /<w:(?:b|u|i)\/>/);
  });

  it('names only the fonts of the profile', () => {
    const fonts = new Set([...document.matchAll(/w:eastAsia="([^"]+)"/g)].map((match) => match[1]));
    assert.deepEqual(fonts, new Set(['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']));
  });

  it('sets a line to 579 twips exactly, the title’s to 720, the imprint’s to 554', () => {
    const pitches = [...document.matchAll(/<w:spacing [^>]*w:line="(\d+)"[^>]*w:lineRule="exact"/g)].map(
      (match) => match[1],
    );
    for (const pitch of ['579', '720', '554']) assert.ok(pitches.includes(pitch), pitch);
  });

  it('uses no ideographic spaces for indents', () => {
    for (const [, text = ''] of document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g))
      assert.doesNotMatch(text, /^\u3000/, text);
  });

  it('writes number and dates as the standard does', () => {
    const text = textOf(document);
    assert.match(text, /云溪府发〔2026〕3号/);
    for (const date of ['2026年2月10日', '2026年2月11日印发']) assert.ok(text.includes(date), date);
  });

  it('turns the page for the wide table and keeps its number on the sheet’s left, turned', () => {
    assert.match(document, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    assert.match(document, /<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
    const turned = Object.entries(parts).filter(
      ([name, xml]) => name.startsWith('word/footer') && xml.includes('textDirection'),
    );
    assert.equal(turned.length, 2);
    for (const [, xml] of turned) {
      assert.match(xml, /<w:textDirection w:val="tbRl"\/>/);
      // The line's middle 28 mm from the sheet's edge, 7 mm from the type area.
      assert.match(xml, /w:tblpX="1307"/);
      assert.match(xml, /PAGE/);
    }
  });
});

describe('The packages of other forms', () => {
  it('give a letter double rules of 170 mm, thick over thin above and thin over thick below', async () => {
    const parts = await partsOf(formOf('信函'));
    const header = Object.entries(parts).find(([name]) => name.startsWith('word/header'))?.[1] ?? '';
    assert.match(header, /<w:bottom w:val="thickThinSmallGap" w:color="FF0000"/);
    assert.match(header, /w:left="-397" w:right="-397"/);
    const document = parts['word/document.xml'] ?? '';
    assert.match(document, /<w:titlePg\/>/);
    // The mark's ink is 30 mm from the page's edge: 1701 twips less the 2.2 points a point of type leaves above it.
    assert.match(document, /<w:pgMar [^>]*w:header="1595"/);
    const first = Object.values(parts).find((xml) => xml.includes('thinThickSmallGap')) ?? '';
    // 297 mm less 20 mm less the frame's own height; 170 mm wide, 20 mm from the left edge.
    assert.match(first, /<w:framePr [^>]*w:w="9638"[^>]*/);
    assert.match(first, /w:y="15464"/);
    assert.doesNotMatch(first, /PAGE<|>PAGE/);
  });

  it('centre 文件 on the height of joint issuers', async () => {
    const document =
      (await partsOf(formOf('公文', '[云溪县教育局, 云溪县财政局]')))['word/document.xml'] ?? '';
    const stack = /<w:tbl>(?:(?!<\/w:tbl>).)*文件.*?<\/w:tbl>/s.exec(document)?.[0] ?? '';
    assert.match(stack, /<w:vMerge w:val="restart"\/>/);
    assert.match(stack, /<w:vAlign w:val="center"\/>/);
    assert.match(stack, /<w:jc w:val="distribute"\/>/);
    assert.doesNotMatch(stack, /w:val="single"/);
  });

  it('mark drafts and number their lines', async () => {
    const document = (await partsOf(formOf('{稿本: 征求意见稿, 行号: 是}')))['word/document.xml'] ?? '';
    assert.match(document, /（征求意见稿）/);
    assert.match(document, /<w:lnNumType w:countBy="1" w:restart="continuous"\/>/);
  });

  it('put page numbers in the middle, or leave them out', async () => {
    const centred = await partsOf(formOf('{页码: 居中}'));
    assert.doesNotMatch(centred['word/settings.xml'] ?? '', /evenAndOddHeaders\/>/);
    assert.match(centred['word/footer1.xml'] ?? '', /<w:jc w:val="center"\/>/);
    const none = await partsOf(formOf('{页码: 无}'));
    assert.deepEqual(
      Object.keys(none).filter((name) => name.startsWith('word/footer')),
      [],
    );
  });
});
