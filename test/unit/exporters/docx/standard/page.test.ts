import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { twipsOf } from '../../../../../server/src/exporters/document/measures';
import { childOf, textsIn } from '../../../../../server/src/xml/element';
import { attributesOf, Block, elementsIn, WordFile } from '../../../../support/word-file';

const SAMPLE = readFileSync(
  new URL('../../../../../samples/2026年云溪县安全生产工作要点.要点.md', import.meta.url),
  'utf8',
);

/** The children of `w:pPr`, `w:rPr` and settings that stand in the package, in the order of the schema. */
const PARAGRAPH_ORDER =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr';
const RUN_ORDER =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang';
const SETTINGS_ORDER =
  'zoom displayBackgroundShape mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids themeFontLang decimalSymbol listSeparator';

function assertOrder(names: readonly string[], order: string): void {
  const places = names.map((name) => order.split(' ').indexOf(name.replace('w:', '')));
  assert.ok(!places.includes(-1), `all known: ${names.join(' ')}`);
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
    names.join(' '),
  );
}

describe('The page of the standard (GB/T 9704 5)', () => {
  let file: WordFile;
  before(async () => {
    file = await WordFile.of(SAMPLE);
  });

  it('is A4', () => {
    const size = attributesOf(file.sections[0], 'pgSz');
    assert.deepEqual([size['w'], size['h']], ['11906', '16838']);
  });

  it('has 天头 37 mm and 订口 28 mm and leaves 版心 156 × 225 mm', () => {
    const { top, left, right, bottom } = attributesOf(file.sections[0], 'pgMar');
    assert.deepEqual([top, left, right, bottom], ['2098', '1587', '1474', '1984']);
    assert.equal(11906 - 1587 - 1474, 8845);
    assert.equal(16838 - 2098 - 1984, 12756);
  });

  it('has 订口 on the inner edge of both faces, on the left edge alone where one face is printed', async () => {
    assert.ok(childOf(file.part('word/settings.xml'), 'w:mirrorMargins'));
    const single = await WordFile.of(SAMPLE.replace('年度: 2026', '版式: {印刷: 单面}'));
    assert.equal(childOf(single.part('word/settings.xml'), 'w:mirrorMargins'), undefined);
    assert.deepEqual(attributesOf(single.sections[0], 'pgMar'), attributesOf(file.sections[0], 'pgMar'));
  });

  it('has a grid of 22 lines with 28 characters', () => {
    assert.deepEqual(attributesOf(file.sections[0], 'docGrid'), {
      type: 'linesAndChars',
      linePitch: '579',
      charSpace: '-842',
    });
    // 16 pt and −842/4096 pt are a character; lines end where the type area does.
    assert.equal(Math.floor((12756 + 1) / 579), 22);
    assert.equal(Math.round(28 * (16 - 842 / 4096) * 20), 8845);
  });

  it('sets text in 三号仿宋, which the default size and Normal are too', () => {
    assert.deepEqual(file.paragraph('为做好2026年全县安全生产工作').runs[0]?.slice(1, 3), [
      '仿宋_GB2312',
      '32',
    ]);
    const styles = file.part('word/styles.xml');
    assert.equal(attributesOf(styles, 'docDefaults', 'rPrDefault', 'rPr', 'sz')['val'], '32');
    const normal = styles.children.find(({ attributes }) => attributes['w:styleId'] === 'Normal');
    assert.deepEqual(
      [normal?.attributes['w:default'], attributesOf(normal, 'rPr', 'sz')['val']],
      ['1', '32'],
    );
    assert.equal(
      childOf(normal, 'w:pPr'),
      undefined,
      'Normal has neither indent nor spacing for cells to inherit',
    );
  });

  it('sets a line of text to 579 twips exactly, a title’s to 36 points', () => {
    const exact = (start: string): string[] => {
      const { line, lineRule } = file.paragraph(start).get('spacing');
      return [line ?? '', lineRule ?? ''];
    };
    assert.deepEqual(exact('为做好2026年全县安全生产工作'), ['579', 'exact']);
    assert.deepEqual(exact('2026年云溪县安全生产工作要点'), ['720', 'exact']);
  });

  it('is black, red in the letterhead alone, in styles as in text', () => {
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml'])
      for (const [, color = ''] of (file.parts[name] ?? '').matchAll(/<w:color w:val="([^"]+)"/g))
        assert.match(color, /^(?:000000|FF0000)$/, name);
    const red = file.paragraphs.filter(({ runs }) => runs.some(([, , , color]) => color === 'FF0000'));
    assert.deepEqual(
      red.map(({ text }) => text),
      ['云溪县人民政府文件'],
    );
  });

  it('is never bold, underlined or slanted', () => {
    assert.doesNotMatch(file.parts['word/document.xml'] ?? '', /<w:(?:b|u|i)[ /]/);
  });

  it('names the Chinese font in every slot of every run with the hint, so that “ ” — … are not Latin', () => {
    const runs = elementsIn(file.document, 'w:r').filter((run) => textsIn(run, 'w:t') !== '');
    assert.ok(runs.some((run) => /[“”]/.test(textsIn(run, 'w:t'))));
    for (const run of runs) {
      const { ascii, hAnsi, eastAsia, cs, hint } = attributesOf(run, 'rPr', 'rFonts');
      assert.deepEqual([ascii, hAnsi, cs, hint], [eastAsia, eastAsia, eastAsia, 'eastAsia']);
    }
  });

  it('keeps “ ” — … in the Chinese font where digits have another one', async () => {
    const other = await WordFile.of(SAMPLE.replace('年度: 2026', '版式: {西文字体: Times New Roman}'));
    const run = elementsIn(other.document, 'w:r').find((each) => /“/.test(textsIn(each, 'w:t')));
    const { ascii, hAnsi, eastAsia } = attributesOf(run, 'rPr', 'rFonts');
    assert.deepEqual([ascii, hAnsi, eastAsia], ['Times New Roman', '仿宋_GB2312', '仿宋_GB2312']);
    assert.match(other.parts['word/footer1.xml'] ?? '', /w:ascii="宋体"/);
  });

  it('names the fonts of the layout and none of a theme', () => {
    const names = [...(file.parts['word/document.xml'] ?? '').matchAll(/w:eastAsia="([^"]+)"/g)];
    assert.deepEqual(
      new Set(names.map((match) => match[1])),
      new Set(['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']),
    );
    for (const [name, xml] of Object.entries(file.parts))
      if (!name.startsWith('word/theme'))
        assert.doesNotMatch(xml, /(?:ascii|hAnsi|eastAsia|cs)[Tt]heme/, name);
  });

  it('is Chinese to the spelling checker', () => {
    const lang = attributesOf(file.part('word/styles.xml'), 'docDefaults', 'rPrDefault', 'rPr', 'lang');
    assert.equal(lang['eastAsia'], 'zh-CN');
    assert.equal(attributesOf(file.part('word/settings.xml'), 'themeFontLang')['eastAsia'], 'zh-CN');
  });

  it('keeps paragraphs on the grid: no automatic spaces, no hanging marks, no lines for widows', () => {
    for (const start of ['为做好2026年全县安全生产工作', '一、', '各乡镇人民政府']) {
      const block = file.paragraph(start);
      for (const name of ['overflowPunct', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid', 'widowControl'])
        assert.match(block.get(name)['val'] ?? '', /^(?:0|false)$/, `${start}: ${name}`);
      assert.ok(block.has('kinsoku'));
    }
  });

  it('indents by measures alone: no ideographic spaces, no counts of characters that would win over them', () => {
    for (const { text } of file.paragraphs) assert.doesNotMatch(text, /^[ \u3000]/);
    assert.doesNotMatch(file.parts['word/document.xml'] ?? '', /(?:firstLine|hanging|left|right)Chars/);
  });

  it('has its properties in the order of the schema, in every part', () => {
    for (const [name, xml] of Object.entries(file.parts)) {
      if (!/^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name)) continue;
      const root = file.part(name);
      for (const properties of elementsIn(root, 'w:pPr'))
        assertOrder(
          properties.children.map((child) => child.name),
          PARAGRAPH_ORDER,
        );
      for (const properties of elementsIn(root, 'w:rPr'))
        assertOrder(
          properties.children.map((child) => child.name),
          RUN_ORDER,
        );
      assert.ok(xml.length > 0);
    }
    const settings = file.part('word/settings.xml').children.map((child) => child.name);
    assertOrder(settings, SETTINGS_ORDER);
  });

  it('leaves out what would stretch or widen lines: adjusted cells, stretched breaks', () => {
    const settings = file.parts['word/settings.xml'] ?? '';
    assert.doesNotMatch(settings, /adjustLineHeightInTable/);
    assert.match(settings, /<w:doNotExpandShiftReturn\/>/);
    assert.match(settings, /w:characterSpacingControl w:val="compressPunctuation"/);
    assert.match(settings, /w:val="15" w:name="compatibilityMode"/);
  });
});

describe('Page numbers (7.5) and turned tables (8)', () => {
  let file: WordFile;
  before(async () => {
    file = await WordFile.of(SAMPLE);
  });
  const lineOf = (type: string): Block =>
    new Block(elementsIn(file.margin('footer', type), 'w:p')[0] ?? assert.fail('a line'));

  it('are 四号宋体 between 一字线', () => {
    for (const type of ['default', 'even']) {
      const line = lineOf(type);
      const run = elementsIn(line.element, 'w:r').find((each) =>
        textsIn(each, 'w:instrText').includes('PAGE'),
      );
      assert.deepEqual(
        [attributesOf(run, 'rPr', 'rFonts')['ascii'], attributesOf(run, 'rPr', 'sz')['val']],
        ['宋体', '28'],
      );
      assert.equal(line.text, '—  —');
    }
  });

  it('stand 7 mm below the type area', () => {
    const { bottom, footer } = attributesOf(file.sections[0], 'pgMar');
    const { line, lineRule } = lineOf('default').get('spacing');
    assert.deepEqual([footer, line, lineRule], ['1447', '280', 'exact']);
    // The 一字线 is in the middle of its line.
    assert.equal(Number(bottom) - Number(footer) - Number(line) / 2, 397);
  });

  it('stand right on odd pages, left on even ones, one character from the edge', () => {
    assert.ok(childOf(file.part('word/settings.xml'), 'w:evenAndOddHeaders'));
    assert.deepEqual([lineOf('default').alignment, lineOf('default').indent], ['right', { right: '280' }]);
    assert.deepEqual([lineOf('even').alignment, lineOf('even').indent], ['left', { left: '280' }]);
  });

  it('run on through sections, on every page', () => {
    for (const [i, section] of file.sections.entries()) {
      assert.equal(attributesOf(section, 'pgNumType')['start'], undefined);
      for (const type of ['default', 'even'])
        assert.match(textsIn(file.margin('footer', type, i), 'w:instrText'), /PAGE/);
      assert.equal(childOf(section, 'w:titlePg'), undefined);
    }
  });

  it('are left out on the page of the imprint and the empty one before it', async () => {
    const tasks = '（一）办好学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n';
    const wide =
      '| 序号 | 名称 | 目标 | 责任单位 | 完成时限 | 备注 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 甲 | 乙 | 丙 | 丁 | 戊 |\n';
    const head = `---\n文种: 工作要点\n发文机关: 云溪县教育局\n发文字号: 云教发〔2026〕3号\n印发机关: 云溪县教育局办公室\n版式: {版记页: 双数页}\n---\n\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n`;
    // Notice, two pages of text, a turned page: the imprint goes to page six.
    const long = await WordFile.of(`${head}${tasks.repeat(14)}附件\n\n任务表\n\n${wide}`);
    const last = long.sections.length - 1;
    assert.equal(long.sections.length, 3);
    for (const type of ['default', 'even'])
      assert.doesNotMatch(textsIn(long.margin('footer', type, last), 'w:instrText'), /PAGE/);
    assert.match(textsIn(long.margin('footer', 'default', last - 1), 'w:instrText'), /PAGE/);
  });

  it('of turned pages stay on the sheet’s left, where upright ones have them', () => {
    const turned = file.sections.findIndex(
      (section) => attributesOf(section, 'pgSz')['orient'] === 'landscape',
    );
    const { top, left, right, bottom } = attributesOf(file.sections[turned], 'pgMar');
    // On either face within 1 mm of 28, 35, 37 and 26 mm: Word mirrors turned pages along the wrong edges.
    assert.deepEqual([top, left, right, bottom], ['1531', '2041', '2041', '1531']);
    assert.ok(Math.abs(11906 - 2 * 1531 - 8845) <= 1);
    const places = ['default', 'even'].map((type) => {
      const box = elementsIn(file.margin('footer', type, turned), 'w:tblPr')[0];
      return attributesOf(box, 'tblpPr');
    });
    // The line's middle is 28 mm from the sheet's edge, 7 mm from the type area.
    assert.deepEqual(
      places.map(({ tblpX }) => Number(tblpX) + 280),
      [1587, 1587],
    );
    // Odd ones in the lower corner, even ones in the upper, one character from the type area's end.
    assert.deepEqual(
      places.map(({ tblpY }) => Number(tblpY)),
      [twipsOf(210 - 26) - 280 - 1600, twipsOf(26) + 280],
    );
  });

  it('of turned pages that are printed on one side are where the only face has them', async () => {
    const single = await WordFile.of(SAMPLE.replace('年度: 2026', '版式: {印刷: 单面}'));
    const turned = single.sections.findIndex(
      (section) => attributesOf(section, 'pgSz')['orient'] === 'landscape',
    );
    const { top, left, right, bottom } = attributesOf(single.sections[turned], 'pgMar');
    assert.deepEqual([top, left, right, bottom], ['1587', '1984', '2098', '1474']);
    const box = elementsIn(single.margin('footer', 'even', turned), 'w:tblPr')[0];
    assert.equal(attributesOf(box, 'tblpPr')['tblpY'], String(1587 + 280));
  });

  it('tables repeat their header and keep rows whole', () => {
    const rows = elementsIn(file.table('完成时限'), 'w:tr');
    assert.ok(childOf(childOf(rows[0], 'w:trPr'), 'w:tblHeader'));
    for (const row of rows) assert.ok(childOf(childOf(row, 'w:trPr'), 'w:cantSplit'));
    assert.equal(
      rows.slice(1).some((row) => elementsIn(row, 'w:tblHeader').length > 0),
      false,
    );
  });

  it('tables let a row go over to the next page that is higher than a third of one', async () => {
    const goal = '查改消防通道整治电动自行车停放充电，'.repeat(40);
    const table = (
      await WordFile.of(
        `# 云溪县2026年工作要点\n\n一、甲\n\n附件\n\n清单\n\n| 序号 | 名称 | 目标 |\n| - | - | - |\n| 1 | 甲 | ${goal} |\n| 2 | 乙 | 完成 |\n`,
      )
    ).table('查改消防通道');
    assert.deepEqual(
      elementsIn(table, 'w:tr').map((row) => childOf(childOf(row, 'w:trPr'), 'w:cantSplit') !== undefined),
      [true, false, true],
    );
  });

  it('tables set heads in 黑体, cells in 仿宋, cells that continue the one above as one', () => {
    const table = file.table('更新改造老旧燃气管道');
    const faces = (row: number): Set<string> =>
      new Set(
        elementsIn(elementsIn(table, 'w:tr')[row] ?? table, 'w:p').flatMap((p) =>
          new Block(p).runs.map(([, face, size]) => `${face} ${size}`),
        ),
      );
    assert.deepEqual(faces(0), new Set(['黑体 24']));
    assert.deepEqual(faces(1), new Set(['仿宋_GB2312 24']));
    assert.deepEqual(
      elementsIn(table, 'w:vMerge').map(({ attributes }) => attributes['w:val']),
      ['restart', 'continue'],
    );
    for (const cell of elementsIn(table, 'w:p')) assert.deepEqual(new Block(cell).indent, {});
  });
});
