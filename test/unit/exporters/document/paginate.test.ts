import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { paginate, type Page, type PageTable } from '../../../../server/src/exporters/document/paginate';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { cellLines } from '../../../../server/src/exporters/document/table-rows';
import { wrapRuns } from '../../../../server/src/exporters/document/wrap-text';

function wrap(text: string, characters = 10): string[] {
  const width = characters * 316;
  const runs = [{ text, face: '仿宋' as const, size: 16, color: 'black' as const }];
  return wrapRuns(runs, { first: width, others: width }).map((line) => line.map((run) => run.text).join(''));
}

function pagesOf(text: string): readonly Page[] {
  return paginate(planDocument(readDraft(text), DEFAULT_PROFILE));
}

function textOf(page: Page | undefined): string {
  return (page?.blocks ?? [])
    .flatMap((block) => (block.kind === 'lines' ? block.lines.flat().map((run) => run.text) : []))
    .join('');
}

/** The lines of the column 目标 that stand on one page. */
function goalLines({ table, from, to, skipped, shown }: PageTable): readonly string[] {
  return table.rows.slice(from, to).flatMap(([, , goal], i) => {
    const lines = goal === undefined ? [] : cellLines(goal, table.widths[2] ?? 0);
    return lines.slice(i === 0 ? skipped : 0, i === to - from - 1 ? shown : Infinity);
  });
}

describe('Wrapping text on the grid', () => {
  it('fills lines and counts two digits as a character', () => {
    assert.deepEqual(wrap('一二三四五六七八九十甲乙'), ['一二三四五六七八九十', '甲乙']);
    assert.deepEqual(wrap('一二三四五六2026年甲乙'), ['一二三四五六2026年甲', '乙']);
  });

  it('keeps numbers whole, punctuation off the beginning and brackets off the end of a line', () => {
    assert.deepEqual(wrap('一二三四五六七八九2026年'), ['一二三四五六七八九', '2026年']);
    assert.deepEqual(wrap('一二三四五六七八九《甲》'), ['一二三四五六七八九', '《甲》']);
  });

  it('lets no mark hang out of a full line: what it belongs to goes to the next one with it', () => {
    assert.deepEqual(wrap('一二三四五六七八九十，甲'), ['一二三四五六七八九', '十，甲']);
    assert.deepEqual(wrap('一二三四五六七（街道）、园区'), ['一二三四五六七（街', '道）、园区']);
    assert.deepEqual(wrap('一二三四五六七八“甲”，乙'), ['一二三四五六七八', '“甲”，乙']);
    assert.deepEqual(wrap('，，，，，，，，，，，，'), ['，，，，，，，，，，', '，，']);
  });

  it('loses nothing', () => {
    const text = '推进“1+7+N”机制，2026年12月31日前完成100%（含3.5万亩）；做到“应建尽建”。'.repeat(9);
    assert.equal(wrap(text, 28).join(''), text);
  });
});

describe('Paging a plan', () => {
  it('puts 22 lines on a page', () => {
    const pages = pagesOf(`一、${'甲'.repeat(28 * 50)}`);
    const lines = pages.map((page) =>
      page.blocks.reduce((sum, block) => sum + (block.kind === 'lines' ? block.lines.length : 0), 0),
    );
    assert.deepEqual(lines, [22, 22, 7]);
  });

  it('begins a chapter at the foot of a page where one line of its text fits below the heading', () => {
    const pages = pagesOf(`一、甲\n\n${'乙'.repeat(28 * 18)}\n\n二、丙\n\n${'丁'.repeat(100)}\n`);
    assert.match(textOf(pages[0]), /二、丙丁{26}$/);
    const full = pagesOf(`一、甲\n\n${'乙'.repeat(28 * 19)}\n\n二、丙\n\n${'丁'.repeat(100)}\n`);
    assert.match(textOf(full[1]), /^二、丙/);
  });

  it('repeats no row and loses none where a table runs over pages', () => {
    const rows = Array.from({ length: 120 }, (_, i) => `| ${i + 1} | 任务${i + 1} | 县教育局 |`);
    const pages = pagesOf(
      [
        '# 云溪县2026年工作要点',
        '一、甲',
        '附件',
        '清单',
        '',
        '| 序号 | 名称 | 责任单位 |',
        '| - | - | - |',
        ...rows,
      ].join('\n'),
    );
    const parts = pages.flatMap((page) => page.blocks.filter((block) => block.kind === 'table'));
    assert.ok(parts.length > 1);
    assert.deepEqual(
      parts.flatMap((part) =>
        part.kind === 'table' ? Array.from({ length: part.to - part.from }, (_, i) => part.from + i) : [],
      ),
      Array.from({ length: 120 }, (_, i) => i),
    );
  });

  it('lets a row go over to the next page that would leave much of this one empty, and loses no line of it', () => {
    const goal = '查改消防通道整治电动自行车停放充电，'.repeat(90);
    const pages = pagesOf(
      `# 云溪县2026年工作要点\n\n一、甲\n\n附件\n\n清单\n\n| 序号 | 名称 | 目标 | 责任单位 |\n| - | - | - | - |\n| 1 | 甲 | ${goal} | 县教育局 |\n| 2 | 乙 | ${goal} | 县财政局 |\n| 3 | 丙 | 完成 | 县水利局 |\n`,
    );
    const parts = pages.flatMap((page) => page.blocks.filter((block) => block.kind === 'table'));
    assert.ok(parts.length > 2, `${parts.length} parts`);
    assert.equal(parts.flatMap(goalLines).join(''), goal + goal + '完成');
    for (const part of parts.slice(0, -1)) assert.ok(goalLines(part).length > 20, 'pages are full');
  });

  it('gives up blank lines rather than let signature and date stand on a page alone', () => {
    const notice = (words: number): string =>
      `---\n发文机关: 云溪县人民政府\n发文字号: 云溪府发〔2026〕3号\n主送: 各乡镇人民政府\n印发语: ${'请认真执行并抓好落实，'.repeat(words)}特此通知。\n成文日期: 2026年3月5日\n附注: 此件公开发布\n---\n\n# 云溪县2026年工作要点\n\n一、甲\n`;
    for (let words = 1; words < 30; words++) {
      const first = pagesOf(notice(words));
      const signed = first.find((page) => textOf(page).includes('2026年3月5日'));
      assert.match(textOf(signed), /特此通知。云溪县人民政府2026年3月5日/, `${words}`);
    }
  });
});
