import assert from 'node:assert/strict';
import { childOf, textsIn } from '../../../../../server/src/xml/element';
import { attributesOf, Block, elementsIn, WordFile } from '../../../../support/word-file';

const HEAD = `---
文种: 工作要点
发文机关: 云溪县人民政府
发文字号: 云溪府发〔2026〕3号
份号: 12
密级: 秘密
保密期限: 1年
紧急程度: 加急
主送: 各乡镇人民政府，县政府各部门
成文日期: 2026-03-05
附注: 此件公开发布
抄送: [县委办公室, 县人大常委会办公室]
印发机关: 云溪县人民政府办公室
印发日期: 2026年3月6日
---
`;
const BODY = `
# 云溪县2026年教育工作要点

为办好教育，制定本要点。

一、重点任务

（一）扩学位。新增学位600个。

1．新建小学。新建2所。

（1）选址。

附件：1.任务分解表；

2.名单。

附件1

任务分解表

| 序号 | 名称 | 责任单位 |
| --- | --- | --- |
| 1 | 扩学位 | 县教育局 |

附件2

名单

一、甲
`;
const ONE = 316;
const TEXT = ['仿宋_GB2312', '32', '000000'];

/** Blank lines above a paragraph that belong to it. */
function blanksAbove(file: WordFile, start: string): number {
  const place = file.placeOf(start);
  let count = 0;
  while (file.paragraphs[place - 1 - count]?.text === '') count++;
  return count;
}

describe('版头 (GB/T 9704 7.2)', () => {
  let file: WordFile;
  before(async () => {
    file = await WordFile.of(HEAD + BODY);
  });

  it('份号: six digits of 三号, flush left on the first line', () => {
    assert.equal(file.placeOf('000012'), 0);
    const block = file.paragraph('000012');
    assert.deepEqual(block.runs, [['000012', ...TEXT]]);
    assert.deepEqual([block.alignment, block.indent], ['left', {}]);
  });

  it('密级和保密期限: 三号黑体, flush left on the second line, with or without 份号', async () => {
    const bare = await WordFile.of(HEAD.replace('份号: 12\n', '') + BODY);
    for (const each of [file, bare]) {
      assert.equal(each.placeOf('秘密★1年'), 1);
      assert.deepEqual(each.paragraph('秘密★1年').runs, [['秘密★1年', '黑体', '32', '000000']]);
    }
  });

  it('紧急程度: 三号黑体, flush left below 密级', () => {
    assert.equal(file.placeOf('加急'), 2);
    assert.deepEqual(file.paragraph('加急').runs, [['加急', '黑体', '32', '000000']]);
  });

  it('发文机关标志: red 小标宋, centred, its ink 35 mm below the top of the type area', async () => {
    const bare = await WordFile.of(HEAD.replace(/份号[^]*?主送/, '主送') + BODY);
    for (const [each, lines] of [
      [file, 3],
      [bare, 0],
    ] as const) {
      const mark = each.paragraph('云溪县人民政府文件');
      const [, face, size, color] = mark.runs[0] ?? [];
      assert.deepEqual([face, color, mark.alignment], ['方正小标宋简体', 'FF0000', 'center']);
      const points = Number(size) / 2;
      assert.ok(points * 9 <= 442 && points > 22);
      // Ink begins 0.8 L − 0.85 S below the top of an exact line (L 1.2 times the size S).
      const ink = 20 * (0.8 * 1.2 * points - 0.85 * points);
      const top = 579 * lines + Number(mark.get('spacing')['before']) + ink;
      assert.ok(Math.abs(top - 1984) <= 1, `${top} twips`);
    }
  });

  it('发文字号: 三号仿宋, centred, two lines below the mark, with 〔〕 and no padding', () => {
    assert.equal(blanksAbove(file, '云溪府发'), 2);
    const block = file.paragraph('云溪府发');
    assert.deepEqual(block.runs, [['云溪府发〔2026〕3号', ...TEXT]]);
    assert.equal(block.alignment, 'center');
    assert.match(block.text, /^\S+〔\d{4}〕[1-9]\d*号$/);
  });

  it('分隔线: red, as wide as the type area, 4 mm below 发文字号', () => {
    const block = file.paragraph('云溪府发');
    assert.deepEqual(block.get('pBdr', 'bottom'), { val: 'single', color: 'FF0000', sz: '12', space: '8' });
    assert.deepEqual(block.indent, {}, 'an indent would shorten it');
  });

  it('签发人: label 仿宋 and names 楷体, two a row, 发文字号 left on the last', async () => {
    const up = await WordFile.of(HEAD.replace('主送', '签发人: [张三, 李四光, 王五]\n主送') + BODY);
    const [first, last] = [up.paragraph('签发人：'), up.paragraph('云溪府发')];
    assert.deepEqual(
      first.runs.map(([text, face]) => `${face} ${text}`),
      ['仿宋_GB2312 签发人：', '楷体_GB2312 张三李四光'],
    );
    assert.equal(last.text, '云溪府发〔2026〕3号王五');
    const stops = elementsIn(last.element, 'w:tab').flatMap(({ attributes }) => attributes['w:pos'] ?? []);
    assert.equal(stops[0], String(ONE), '发文字号 one character from the left');
    // Two names of three characters and one between end one character from the right.
    assert.equal(Number(stops[2]) + 3 * ONE, 8845 - ONE);
    assert.equal(up.placeOf('云溪府发') - up.placeOf('签发人'), 1);
  });

  it('联合行文: the principal first, 文件 on the right at half height', async () => {
    const joint = await WordFile.of(
      HEAD.replace('发文机关: 云溪县人民政府', '发文机关: [云溪县教育局, 云溪县财政局]') + BODY,
    );
    const rows = elementsIn(joint.table('文件'), 'w:tr');
    assert.deepEqual(
      rows.map((row) => textsIn(row, 'w:t')),
      ['云溪县教育局文件', '云溪县财政局'],
    );
    const suffix = elementsIn(rows[0] ?? joint.document, 'w:tc')[1];
    assert.equal(attributesOf(suffix, 'tcPr', 'vMerge')['val'], 'restart');
    assert.equal(attributesOf(suffix, 'tcPr', 'vAlign')['val'], 'center');
  });
});

describe('主体 (GB/T 9704 7.3)', () => {
  let file: WordFile;
  before(async () => {
    file = await WordFile.of(HEAD + BODY);
  });

  it('标题: 二号小标宋, centred, two lines below the rule, in lines that end with a word', () => {
    const title = file.paragraph('云溪县人民政府关于印发');
    assert.deepEqual(title.lines, ['云溪县人民政府关于印发', '《云溪县2026年教育工作要点》的通知']);
    assert.equal(blanksAbove(file, '云溪县人民政府关于印发'), 2);
    assert.deepEqual([title.alignment, title.indent], ['center', {}]);
    for (const [, face, size] of title.runs) assert.deepEqual([face, size], ['方正小标宋简体', '44']);
  });

  it('主送机关: one line below, flush left, with a full-width colon', () => {
    const block = file.paragraph('各乡镇人民政府');
    assert.equal(blanksAbove(file, '各乡镇人民政府'), 1);
    assert.deepEqual(block.runs, [['各乡镇人民政府，县政府各部门：', ...TEXT]]);
    assert.deepEqual(block.indent, {});
  });

  it('正文: indented by two characters, turned lines flush left, on the first page', () => {
    const block = file.paragraph('现将《云溪县2026年教育工作要点》');
    assert.deepEqual(block.indent, { firstLine: String(2 * ONE) });
    assert.ok(file.placeOf('现将《') < file.paragraphs.findIndex((each) => each.has('pageBreakBefore')));
  });

  it('层次: 一、黑体, （一）楷体, 1. and （1）仿宋, all 三号 and indented by two characters', () => {
    const faces = ['一、重点任务', '（一）扩学位', '1．新建小学', '（1）选址'].map((start) => {
      const block = file.paragraph(start);
      assert.deepEqual(block.indent, { firstLine: String(2 * ONE) }, start);
      return block.runs.map(([text, face, size]) => `${face} ${size} ${text}`);
    });
    assert.deepEqual(faces, [
      ['黑体 32 一、重点任务'],
      ['楷体_GB2312 32 （一）扩学位。', '仿宋_GB2312 32 新增学位600个。'],
      ['仿宋_GB2312 32 1．新建小学。', '仿宋_GB2312 32 新建2所。'],
      ['仿宋_GB2312 32 （1）选址。'],
    ]);
  });

  it('附件说明: one line below, two characters in, no mark at the end, names below one another', async () => {
    const [first, second] = [file.paragraph('附件：'), file.paragraph('2.名单')];
    assert.equal(blanksAbove(file, '附件：'), 1);
    assert.deepEqual([first.text, second.text], ['附件：1.任务分解表', '2.名单']);
    assert.deepEqual(first.indent, { left: '1896', hanging: '1264' });
    assert.deepEqual(second.indent, { left: '1896', hanging: '316' });
    assert.equal(1896 - 1264, 2 * ONE);
    const single = await WordFile.of(
      HEAD + BODY.replace(/附件：1[^]*?附件1/, '附件：任务分解表。\n\n附件').replace(/附件2[^]*/, ''),
    );
    assert.equal(single.paragraph('附件：').text, '附件：任务分解表');
    assert.deepEqual(single.paragraph('附件：').indent, { left: '1580', hanging: '948' });
  });

  it('署名和成文日期 with a seal: the date four characters from the right, the name centred on it', () => {
    const [name, date] = [
      file.paragraphs.find(({ text }) => text === '云溪县人民政府'),
      file.paragraph('2026年3月5日'),
    ];
    assert.deepEqual([name?.alignment, date.alignment], ['right', 'right']);
    assert.deepEqual(date.indent, { right: String(4 * ONE) });
    // Seven characters over six: half of one beyond the date on either side.
    assert.deepEqual(name?.indent, { right: String(4 * ONE - ONE / 2) });
    assert.equal(blanksAbove(file, '云溪县人民政府') >= 0 && blanksAbove(file, '2026年3月5日'), 0);
  });

  it('署名和成文日期 without one: the name two characters from the right, the date two characters behind its first', async () => {
    const plain = await WordFile.of(HEAD.replace('附注', '版式: {印章: 否}\n附注') + BODY);
    const name = plain.paragraphs.find(({ text }) => text === '云溪县人民政府');
    const date = plain.paragraph('2026年3月5日');
    assert.deepEqual(name?.indent, { right: String(2 * ONE) });
    const nameStart = 8845 - 2 * ONE - 7 * ONE;
    const dateStart = 8845 - Number(date.indent['right']) - 6 * ONE;
    assert.equal(dateStart - nameStart, 2 * ONE);
    const short = await WordFile.of(
      HEAD.replace('发文机关: 云溪县人民政府', '发文机关: 县政府').replace('附注', '版式: {印章: 否}\n附注') +
        BODY,
    );
    assert.deepEqual(short.paragraph('2026年3月5日').indent, { right: String(2 * ONE) }, 'the longer date');
  });

  it('成文日期: Arabic digits, the year whole, nothing padded', () => {
    assert.match(file.paragraph('2026年3月').text, /^\d{4}年[1-9]\d?月[1-9]\d?日$/);
  });

  it('附注: below the date, two characters in, in brackets', () => {
    const block = file.paragraph('（此件公开发布）');
    assert.equal(file.placeOf('（此件公开发布）'), file.placeOf('2026年3月5日') + 1);
    assert.deepEqual(block.indent, { firstLine: String(2 * ONE) });
  });

  it('附件: on another page, 附件1 in 三号黑体 flush left without a colon, its title on the third line', () => {
    for (const [label, title] of [
      ['附件1', '任务分解表'],
      ['附件2', '名单'],
    ] as const) {
      const place = file.paragraphs.findIndex(({ text }) => text === label);
      const block = file.paragraphs[place] ?? assert.fail(label);
      assert.ok(block.has('pageBreakBefore'), label);
      assert.deepEqual(block.runs, [[label, '黑体', '32', '000000']]);
      assert.deepEqual(block.indent, {});
      const [second, third] = file.paragraphs.slice(place + 1, place + 3);
      assert.deepEqual([second?.text, third?.text, third?.alignment], ['', title, 'center']);
      assert.deepEqual(third?.runs[0]?.slice(1, 3), ['方正小标宋简体', '44']);
    }
  });

  it('the plan that is issued: on another page, without 附件, its title in 二号小标宋', () => {
    const breaks = file.paragraphs.flatMap((block, i) => (block.has('pageBreakBefore') ? [i] : []));
    const [empty, title] = file.paragraphs.slice(breaks[0], (breaks[0] ?? 0) + 2);
    assert.deepEqual([empty?.text, title?.text], ['', '云溪县2026年教育工作要点']);
    assert.deepEqual(title?.runs[0]?.slice(1, 3), ['方正小标宋简体', '44']);
  });
});

describe('版记 (GB/T 9704 7.4)', () => {
  let file: WordFile;
  before(async () => {
    file = await WordFile.of(HEAD + BODY);
  });
  const imprint = (): readonly Block[] => elementsIn(file.table('抄送：'), 'w:p').map((p) => new Block(p));
  const ruleOf = (row: number, side: string): string => {
    const cell = elementsIn(elementsIn(file.table('抄送：'), 'w:tr')[row] ?? file.document, 'w:tc')[0];
    const { val, sz, color } = attributesOf(cell, 'tcPr', 'tcBorders', side);
    return `${val} ${sz} ${color}`;
  };

  it('分隔线: black, as wide as the type area, 0.35 mm first and last, 0.25 mm between', () => {
    assert.equal(attributesOf(file.table('抄送：'), 'tblPr', 'tblW')['w'], '8845');
    assert.deepEqual(
      [ruleOf(0, 'top'), ruleOf(0, 'bottom'), ruleOf(1, 'top'), ruleOf(1, 'bottom')],
      ['single 8 000000', 'single 6 000000', 'single 6 000000', 'single 8 000000'],
    );
  });

  it('抄送机关: 四号仿宋, one character from both edges, turned lines below the first name, a full stop', () => {
    const [copies] = imprint();
    assert.deepEqual(copies?.runs, [
      ['抄送：县委办公室，县人大常委会办公室。', '仿宋_GB2312', '28', '000000'],
    ]);
    assert.deepEqual(copies?.indent, { left: '1120', right: '280', hanging: '840' });
  });

  it('印发机关和印发日期: 四号仿宋 on one line, one character from either edge', () => {
    const printed = imprint()[1];
    assert.equal(printed?.text, '云溪县人民政府办公室2026年3月6日印发');
    assert.deepEqual(printed?.runs[0]?.slice(1, 3), ['仿宋_GB2312', '28']);
    assert.deepEqual(printed?.indent, { left: '280' });
    assert.deepEqual(
      elementsIn(childOf(printed?.element, 'w:pPr') ?? file.document, 'w:tab').map(({ attributes }) => [
        attributes['w:val'],
        attributes['w:pos'],
      ]),
      [['right', String(8845 - 280)]],
    );
  });

  it('stands last, its last rule on the lower edge of the type area, whole', () => {
    const tables = file.body.filter(({ name }) => name === 'w:tbl');
    assert.equal(tables.at(-1), file.table('抄送：'));
    const { vertAnchor, tblpYSpec, horzAnchor, tblpX, bottomFromText } = attributesOf(
      file.table('抄送：'),
      'tblPr',
      'tblpPr',
    );
    // On the back of a sheet, whose left margin is the outer one.
    assert.deepEqual(
      [vertAnchor, tblpYSpec, horzAnchor, tblpX, bottomFromText],
      ['margin', 'bottom', 'page', '1474', '0'],
    );
    for (const row of elementsIn(file.table('抄送：'), 'w:tr'))
      assert.ok(childOf(childOf(row, 'w:trPr'), 'w:cantSplit'));
  });

  it('主送机关 that are too many: above 抄送, no rule between', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `第${i + 1}中心小学`).join('、');
    file = await WordFile.of(HEAD.replace('各乡镇人民政府，县政府各部门', many) + BODY);
    assert.match(imprint()[0]?.text ?? '', /^主送：第1中心小学、.*第60中心小学。$/);
    assert.deepEqual([ruleOf(0, 'top'), ruleOf(0, 'bottom')], ['single 8 000000', 'none 0 auto']);
    assert.deepEqual([ruleOf(1, 'top'), ruleOf(1, 'bottom')], ['none 0 auto', 'single 6 000000']);
  });
});
