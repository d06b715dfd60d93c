import assert from 'node:assert/strict';
import { childOf, textsIn } from '../../../../../server/src/xml/element';
import { attributesOf, Block, elementsIn, WordFile } from '../../../../support/word-file';

const TEXT = `---
文种: 工作要点
发文机关: 云溪县教育局
发文字号: 云教函〔2026〕3号
份号: 12
主送: 各学校
成文日期: 2026年3月5日
抄送: [县委办公室]
印发机关: 云溪县教育局办公室
出席: [张三, 李四]
列席: 王五
---

# 云溪县2026年教育工作要点

一、重点任务

（一）扩学位。新增学位600个。
`;

function laidOut(layout: string): Promise<WordFile> {
  return WordFile.of(TEXT.replace('主送', `版式: ${layout}\n主送`));
}

describe('信函 (GB/T 9704 10.1)', () => {
  let letter: WordFile;
  before(async () => {
    letter = await laidOut('信函');
  });

  it('标志: the issuer’s name alone, red, its ink 30 mm below the top of the page', () => {
    const mark = new Block(elementsIn(letter.margin('header', 'first'), 'w:p')[0] ?? assert.fail('a mark'));
    assert.equal(mark.text, '云溪县教育局');
    const [, face, size, color] = mark.runs[0] ?? [];
    assert.deepEqual([face, color, mark.alignment], ['方正小标宋简体', 'FF0000', 'center']);
    const points = Number(size) / 2;
    const ink = Number(attributesOf(letter.sections[0], 'pgMar')['header']) + 20 * 0.11 * points;
    assert.ok(Math.abs(ink - 1701) <= 1, `${ink} twips`);
  });

  it('双线: red, 170 mm on one axis, thick over thin 4 mm below the mark, thin over thick 20 mm above the edge', () => {
    const mark = new Block(elementsIn(letter.margin('header', 'first'), 'w:p')[0] ?? assert.fail('a mark'));
    const { val, color, space } = mark.get('pBdr', 'bottom');
    assert.deepEqual([val, color, space], ['thickThinSmallGap', 'FF0000', '11']);
    assert.deepEqual(mark.indent, { left: '-397', right: '-397' });
    assert.ok(Math.abs(8845 + 2 * 397 - 9638) <= 1);
    const rule = new Block(elementsIn(letter.margin('footer', 'first'), 'w:p')[0] ?? assert.fail('a rule'));
    assert.deepEqual(
      [rule.get('pBdr', 'bottom')['val'], rule.get('pBdr', 'bottom')['color']],
      ['thinThickSmallGap', 'FF0000'],
    );
    const frame = rule.get('framePr');
    assert.deepEqual([frame['w'], frame['x']], ['9638', String(1587 - 397)]);
    assert.equal(Number(frame['y']) + Number(frame['h']), 16838 - 1134);
  });

  it('发文字号: flush right on the line of the first mark, 7/8 of 三号 below the rule, no rule of its own', () => {
    const block = letter.paragraph('000012');
    assert.equal(block.text, '000012云教函〔2026〕3号');
    assert.deepEqual(
      elementsIn(childOf(block.element, 'w:pPr') ?? letter.document, 'w:tab').map(
        ({ attributes }) => attributes['w:pos'],
      ),
      ['8845'],
    );
    assert.equal(block.has('pBdr'), false);
    // Ink of 16 points begins 0.8 L − 0.85 S below the top of a line.
    const ink = 20 * (0.8 * 28.95 - 0.85 * 16);
    assert.ok(Math.abs(Number(block.get('spacing')['before']) + ink - 20 * 14) <= 1);
  });

  it('首页: no page number; 版记 has neither rules nor 印发', () => {
    assert.ok(childOf(letter.sections[0], 'w:titlePg'));
    assert.doesNotMatch(textsIn(letter.margin('footer', 'first'), 'w:instrText'), /PAGE/);
    assert.match(textsIn(letter.margin('footer', 'default'), 'w:instrText'), /PAGE/);
    const imprint = letter.table('抄送：');
    assert.equal(textsIn(imprint, 'w:t'), '抄送：县委办公室。');
    for (const side of ['top', 'bottom'])
      for (const borders of elementsIn(imprint, 'w:tcBorders'))
        assert.equal(attributesOf(borders, side)['val'], 'none');
  });
});

describe('纪要 (GB/T 9704 10.3)', () => {
  it('标志: ……纪要, red, 35 mm below the top of the type area; no 主送, no signature', async () => {
    const minutes = await laidOut('纪要');
    const mark = minutes.paragraph('云溪县教育局纪要');
    const points = Number(mark.runs[0]?.[2]) / 2;
    const top = 579 + Number(mark.get('spacing')['before']) + 20 * 0.11 * points;
    assert.ok(Math.abs(top - 1984) <= 1, `${top} twips`);
    for (const start of ['各学校', '2026年3月5日']) assert.equal(minutes.placeOf(start), -1);
  });

  it('出席、列席: one line below the text, two characters in, label 黑体, names below the first', async () => {
    const minutes = await laidOut('纪要');
    assert.equal(minutes.paragraphs[minutes.placeOf('出席：') - 1]?.text, '');
    for (const [start, names] of [
      ['出席：', '张三、李四'],
      ['列席：', '王五'],
    ] as const) {
      const block = minutes.paragraph(start);
      assert.deepEqual(
        block.runs.map(([text, face]) => `${face} ${text}`),
        [`黑体 ${start}`, `仿宋_GB2312 ${names}`],
      );
      assert.deepEqual(block.indent, { left: '1580', hanging: '948' });
    }
  });
});

describe('What the layout decides', () => {
  it('稿本 stands in the upper right corner, lines are numbered', async () => {
    const draft = await laidOut('{稿本: 送审稿, 行号: 是}');
    const mark = draft.paragraph('（送审稿）');
    assert.deepEqual([draft.placeOf('（送审稿）'), mark.alignment], [0, 'right']);
    assert.equal(attributesOf(draft.sections[0], 'lnNumType')['countBy'], '1');
    for (const type of ['default', 'even'])
      assert.deepEqual(
        elementsIn(draft.margin('footer', type), 'w:pPr').map(({ children }) => children[0]?.name),
        ['w:suppressLineNumbers'],
        type,
      );
  });

  it('稿本 without 版头 has 份号 on its line, 密级 and 紧急程度 below', async () => {
    const marked = TEXT.replace('份号: 12', '份号: 12\n密级: 秘密\n紧急程度: 加急');
    const draft = await WordFile.of(marked.replace('主送', '版式: {稿本: 征求意见稿, 版头: 否}\n主送'));
    const [line, ...below] = draft.paragraphs;
    assert.deepEqual(
      line?.runs.map(([text, face]) => `${face} ${text}`),
      ['仿宋_GB2312 000012', '黑体 （征求意见稿）'],
    );
    assert.deepEqual(
      elementsIn(childOf(line.element, 'w:pPr') ?? draft.document, 'w:tab').map(({ attributes }) => [
        attributes['w:val'],
        attributes['w:pos'],
      ]),
      [['right', '8845']],
    );
    assert.deepEqual(
      below.slice(0, 2).map(({ text }) => text),
      ['秘密', '加急'],
    );
    const headed = await WordFile.of(marked.replace('主送', '版式: {稿本: 征求意见稿}\n主送'));
    assert.deepEqual(
      headed.paragraphs.slice(0, 2).map(({ text }) => text),
      ['（征求意见稿）', '000012'],
    );
  });

  it('页边 are the page’s, and page numbers keep their 7 mm', async () => {
    const other = await laidOut('{页边: {上: 34.58, 下: 32.58, 左: 30, 右: 30}}');
    const { top, bottom, left, right, footer } = attributesOf(other.sections[0], 'pgMar');
    assert.deepEqual([top, bottom, left, right], ['1960', '1847', '1701', '1701']);
    assert.equal(Number(bottom) - Number(footer) - 140, 397);
    assert.equal(attributesOf(other.table('抄送：'), 'tblPr', 'tblW')['w'], String(11906 - 2 * 1701));
    assert.equal(attributesOf(other.table('抄送：'), 'tblPr', 'tblpPr')['tblpX'], '1701');
  });

  it('印刷: 版记 follows 订口 from the left edge of fronts to the right one of backs', async () => {
    const placeOf = async (layout: string): Promise<string | undefined> =>
      attributesOf((await laidOut(layout)).table('抄送：'), 'tblPr', 'tblpPr')['tblpX'];
    // The notice is on page one, the plan on page two.
    assert.equal(await placeOf('{版记页: 末页}'), '1474');
    assert.equal(await placeOf('{印刷: 单面}'), '1587');
    assert.equal(await placeOf('纪要'), '1587');
    assert.equal(await placeOf('{页边: {左: 35, 右: 20}}'), '1134');
  });

  it('网格: 通用 sets exact lines and squeezed characters instead of a grid', async () => {
    const portable = await laidOut('{网格: 通用}');
    assert.deepEqual(attributesOf(portable.sections[0], 'docGrid'), { linePitch: '312' });
    const run = elementsIn(portable.paragraph('（一）扩学位').element, 'w:r')[0];
    assert.equal(attributesOf(run, 'rPr', 'spacing')['val'], '-5');
    // 28 characters fit the type area with a point to spare, whatever a program rounds.
    assert.ok(8845 - 28 * (320 - 5) >= 20);
  });

  it('页码 stand in the middle, or nowhere; 版头 and 版记 are left out', async () => {
    const centred = await laidOut('{页码: 居中}');
    assert.equal(attributesOf(centred.part('word/settings.xml'), 'evenAndOddHeaders')['val'], 'false');
    const line = new Block(
      elementsIn(centred.margin('footer', 'default'), 'w:p')[0] ?? assert.fail('a line'),
    );
    assert.equal(line.alignment, 'center');
    const bare = await laidOut('{页码: 无, 版头: 否, 版记: 否}');
    assert.deepEqual(
      Object.keys(bare.parts).filter((name) => name.startsWith('word/footer')),
      [],
    );
    for (const start of ['云溪县教育局文件', '云教函', '抄送']) assert.equal(bare.placeOf(start), -1, start);
  });
});
