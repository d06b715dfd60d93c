import assert from 'node:assert/strict';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { readDraft } from '../../../../server/src/dialect/draft';
import type { ImportedDraft } from '../../../../server/src/importers/report';
import {
  cell,
  docxPackage,
  listed,
  listOf,
  paragraph,
  run,
  table,
  type DocxParts,
} from '../../../support/docx-package';

const TITLE = paragraph('云溪县2026年教育工作要点');

/** Imports a body below the title; what stands below the title in the draft. */
function importBody(
  body: string,
  parts: Partial<DocxParts> = {},
): ImportedDraft & { readonly below: string } {
  const imported = importDocx(docxPackage({ body: TITLE + body, ...parts }));
  return { ...imported, below: imported.text.split('# 云溪县2026年教育工作要点\n\n')[1] ?? imported.text };
}

function entries({ report }: ImportedDraft, kind: string): string[] {
  return report.entries
    .filter((entry) => entry.kind === kind)
    .map(({ what, text }) => `${what}：${text ?? ''}`);
}

describe('importDocx', () => {
  it('writes automatic numbers out, in Chinese formats, each level beginning anew below the one above', () => {
    const numbering = listOf(1, [
      ['chineseCounting', '%1、'],
      ['chineseCountingThousand', '（%2）'],
      ['decimal', '%3.'],
      ['decimalEnclosedCircleChinese', '%4'],
    ]);
    const body = [
      listed('重点任务', 1),
      listed('增加学位', 1, 1),
      listed('新建学校。新建2所。', 1, 2),
      listed('选址', 1, 3),
      listed('改造学校。改造3所。', 1, 2),
      listed('提高质量', 1, 1),
      listed('开展教研。开展12次。', 1, 2),
      listed('保障措施', 1),
    ].join('');
    const imported = importBody(body, { numbering });
    assert.equal(
      imported.below,
      '## 一、重点任务\n\n### （一）增加学位\n\n1.新建学校。新建2所。\n\n①选址\n\n2.改造学校。改造3所。\n\n### （二）提高质量\n\n1.开展教研。开展12次。\n\n## 二、保障措施\n',
    );
    assert.ok(entries(imported, 'changed').includes('Word 自动编号 8 处写成了文字：'));
  });

  it('counts on where two lists share a definition, and anew where one says so', () => {
    const numbering = `${listOf(1, [['japaneseCounting', '%1、']])}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const { below } = importBody(listed('甲项', 1) + listed('乙项', 2) + listed('丙项', 3), { numbering });
    assert.deepEqual(below.match(/[一二三]、.项/g), ['一、甲项', '二、乙项', '一、丙项']);
  });

  it('takes numbers from styles, and from the styles those are based on', () => {
    const styles =
      '<w:style w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const numbering = listOf(1, [
      ['chineseCounting', '%1、'],
      ['chineseCounting', '（%2）'],
    ]);
    const { below } = importBody(
      listed('任务', 1) + paragraph('增加学位。新建2所。', '<w:pStyle w:val="b"/>'),
      {
        styles,
        numbering,
      },
    );
    assert.match(below, /\n（一）增加学位。/);
  });

  it('keeps insertions, drops deletions, and reports both', () => {
    const imported = importBody(
      `<w:p>${run('加快')}<w:ins w:author="张">${run('全面')}</w:ins><w:del><w:r><w:delText>缓慢</w:delText></w:r></w:del>${run('发展。')}</w:p>`,
    );
    assert.equal(imported.below, '加快全面发展。\n');
    assert.deepEqual(entries(imported, 'dropped'), ['修订中删除的文字：缓慢']);
    assert.deepEqual(entries(imported, 'note'), ['修订中插入的文字（已收进稿件）：全面']);
  });

  it('joins paragraphs whose mark was deleted', () => {
    const first = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('加快全面')}</w:p>`;
    assert.equal(importBody(first + paragraph('发展。')).below, '加快全面发展。\n');
  });

  it('keeps comments as notes with the words they are about', () => {
    const imported = importBody(
      `<w:p>${run('各校')}<w:commentRangeStart w:id="4"/>${run('适时')}<w:commentRangeEnd w:id="4"/>${run('开展。')}</w:p>`,
      { comments: `<w:comment w:id="4" w:author="李主任">${paragraph('写明时间')}</w:comment>` },
    );
    assert.equal(imported.below, '各校适时开展。\n');
    assert.deepEqual(entries(imported, 'note'), ['李主任的批注（针对“适时”）：写明时间']);
  });

  it('reads what a field shows and not its code, links, and hidden text not at all', () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const imported = importBody(
      `<w:p>${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}${run('2026年')}${field('end')}<w:hyperlink>${run('新建')}</w:hyperlink>${run('暗', '<w:vanish/>')}${run('2所&amp;&#x4e00;处。')}</w:p>`,
    );
    assert.equal(imported.below, '2026年新建2所&一处。\n');
    assert.deepEqual(entries(imported, 'dropped'), ['隐藏文字：暗']);
  });

  it('writes the signs of symbol fonts as characters, and asks a person to look at those it cannot tell', () => {
    const symbol = (font: string, char: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const imported = importBody(
      `<w:p>${symbol('Wingdings', 'F0FE')}${run('完成，长度')}${symbol('Symbol', 'F0B3')}${run('3公里')}${symbol('仿宋', '2460')}${symbol('Webdings', 'F061')}${run('。')}</w:p>`,
    );
    assert.equal(imported.below, '☑完成，长度≥3公里①。\n');
    assert.deepEqual(entries(imported, 'changed').slice(0, 3), [
      '符号字体里的符号写成了普通字符：☑',
      '符号字体里的符号写成了普通字符：≥',
      '符号字体里的符号写成了普通字符：①',
    ]);
    assert.deepEqual(entries(imported, 'attention'), ['特殊符号（字体 Webdings，编码 F061）没有收进稿件：']);
  });

  it('says what stood in headers and footers besides the page number, each once', () => {
    const page = `<w:p>${run('— ')}<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple>${run(' —')}</w:p>`;
    const imported = importBody(paragraph('做好。'), {
      headers: [paragraph('内部资料'), paragraph('内部资料') + paragraph('')],
      footers: [page, page + paragraph('县政府办公室印制')],
    });
    assert.equal(imported.below, '做好。\n');
    assert.deepEqual(entries(imported, 'dropped'), [
      '页眉里的文字：内部资料',
      '页脚里的文字：县政府办公室印制',
    ]);
  });

  it('asks a person to look at footnotes and text boxes', () => {
    const imported = importBody(
      `<w:p>${run('新建2所。')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:pict><v:textbox><w:txbxContent>${paragraph('另有说明。')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
      { footnotes: `<w:footnote w:id="2">${paragraph('含分校')}</w:footnote>` },
    );
    assert.equal(imported.below, '新建2所。\n\n另有说明。\n');
    assert.deepEqual(entries(imported, 'attention'), [
      '脚注没有收进正文，需要时请写进去：含分校',
      '文本框里的文字放在所在段落之后，请看位置是否合适：另有说明。',
    ]);
  });

  it('makes new lines of soft returns, and drops indents of full-width spaces', () => {
    const imported = importBody(`<w:p>${run('　　甲事。')}<w:r><w:br/></w:r>${run('　　乙事。')}</w:p>`);
    assert.equal(imported.below, '甲事。\n\n乙事。\n');
  });

  it('reads merged cells, cells of several paragraphs and pipes', () => {
    const body =
      paragraph('附件1') +
      paragraph('任务表') +
      table([
        [cell('序号'), cell('名称'), cell('目标'), cell('责任单位')],
        [
          cell('1', '<w:vMerge w:val="restart"/>'),
          cell('学位', '<w:vMerge w:val="restart"/>'),
          cell(paragraph('新建2所') + paragraph('改建|扩建1所')),
          cell('县教育局'),
        ],
        [cell('', '<w:vMerge/>'), cell('', '<w:vMerge/>'), cell('招聘教师30名', '<w:gridSpan w:val="2"/>')],
      ]);
    const { below, text } = importBody(paragraph('一、任务') + paragraph('做好。') + body);
    assert.match(
      below,
      /\n\| 1 +\| 学位 \| 新建2所<br>改建\\\|扩建1所 \| 县教育局 \|\n\| +\| +\| 招聘教师30名 +\| +\|\n$/,
    );
    assert.deepEqual(
      readDraft(text).tables[0]?.rows.map(({ name, target }) => [name, target?.value]),
      [
        ['学位', '新建2所<br>改建\\|扩建1所'],
        ['学位', '招聘教师30名'],
      ],
    );
  });

  it('makes one row of a header of two, and leaves a merged title and a merged first task alone', () => {
    const down = '<w:vMerge w:val="restart"/>';
    const header = [
      [cell('序号', down), cell('名称', down), cell('责任单位', '<w:gridSpan w:val="2"/>')],
      [cell('', '<w:vMerge/>'), cell('', '<w:vMerge/>'), cell('牵头单位'), cell('配合单位')],
    ];
    const first = [cell('1'), cell('学位'), cell('县教育局'), cell('县财政局')];
    const imported = importBody(
      paragraph('一、任务') +
        paragraph('做好。') +
        paragraph('附件1') +
        paragraph('表') +
        table([...header, first]),
    );
    assert.match(
      imported.below,
      /\n\| 序号 \| 名称 \| 责任单位（牵头单位） \| 责任单位（配合单位） \|\n\|[- |]+\|\n\| 1 /,
    );
    assert.ok(
      entries(imported, 'changed').includes(
        '两行的表头并成一行：序号、名称、责任单位（牵头单位）、责任单位（配合单位）',
      ),
    );
    const [row] = readDraft(imported.text).tables[0]?.rows ?? [];
    assert.deepEqual(
      row?.units.map(({ value, role }) => [value, role]),
      [
        ['县教育局', 'lead'],
        ['县财政局', 'support'],
      ],
    );
    const plain = importBody(
      table([
        [cell('名称'), cell('目标', '<w:gridSpan w:val="2"/>')],
        [cell('学位'), cell('2所'), cell('3所')],
      ]),
    );
    assert.match(plain.below, /^\| 名称 \| 目标 \|/);
  });

  it('makes lines of a table in a cell, and paragraphs of a table of one column', () => {
    const inner = table([[cell('甲'), cell('乙')]]);
    const imported = importBody(
      table([
        [cell('名称'), cell('目标')],
        [cell('学位'), cell(inner)],
      ]) + table([[cell('说明一。')], [cell('说明二。')]]),
    );
    assert.match(imported.below, /\| 学位 \| 甲　乙 \|/);
    assert.match(imported.below, /\n说明一。\n\n说明二。\n$/);
  });

  it('hides nothing behind what Markdown would read as code or a comment', () => {
    const { below } = importBody(
      paragraph('&lt;!-- 说明') + paragraph('```') + paragraph('一、任务') + paragraph('做好。'),
    );
    assert.equal(below, '\\<!-- 说明\n\n\\```\n\n## 一、任务\n\n做好。\n');
  });
});
