import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHtml } from '../../../../server/src/importers/html/read-html';
import { assertGrowsWithSize } from '../../../support/growth';

describe('readHtml', () => {
  it('makes paragraphs of blocks and lines, without styles, links and comments', () => {
    const source =
      '<html><head><title>页</title><style>p{color:red}</style></head><body><!--StartFragment--><h2>一、任务</h2><p class=MsoNormal style="text-indent:2em"><span lang=EN-US>1</span>．<b>新建</b><a href="x">学校</a>。<o:p></o:p></p><div>甲<br>乙</div>丙&nbsp;&ldquo;丁&#x201d;&lt;</body>';
    assert.equal(readHtml(source), '一、任务\n\n1．新建学校。\n\n甲\n\n乙\n\n丙 “丁”<');
  });

  it('makes GFM tables, merged cells empty, paragraphs in a cell apart', () => {
    const source =
      '<table><tr><th>序号<th>名称<th>目标</tr><tr><td rowspan=2>1</td><td rowspan="2">学位</td><td><p>新建|扩建</p><p>2所</p></td></tr><tr><td>3所</td></tr><tr><td>2<td colspan=2>教师</tr></table>';
    assert.equal(
      readHtml(source),
      '| 序号 | 名称 | 目标 |\n| --- | --- | --- |\n| 1 | 学位 | 新建\\|扩建<br>2所 |\n|  |  | 3所 |\n| 2 | 教师 |  |',
    );
  });

  it('makes one row of a header of two', () => {
    assert.equal(
      readHtml(
        '<table><tr><td rowspan=2>名称<td colspan=2>完成时限<td rowspan=2>单位</tr><tr><td>开工<td>完工</tr><tr><td>学校<td>3月<td>9月<td>县教育局</table>',
      ),
      '| 名称 | 完成时限（开工） | 完成时限（完工） | 单位 |\n| --- | --- | --- | --- |\n| 学校 | 3月 | 9月 | 县教育局 |',
    );
  });

  it('makes lines of tables that only lay a page out, and of tables in cells', () => {
    assert.equal(readHtml('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>'), '甲\n\n乙');
    assert.equal(
      readHtml('<table><tr><td>甲<td><table><tr><td>乙<td>丙</table></tr><tr><td>丁<td>戊</table>'),
      '| 甲 | 乙　丙 |\n| --- | --- |\n| 丁 | 戊 |',
    );
  });

  it('leaves out what is not shown', () => {
    assert.equal(
      readHtml('<p>甲<span style="display:none">暗<span>更暗</span></span>乙</p><script>x</script>'),
      '甲乙',
    );
  });

  it('keeps the words of any HTML, however broken', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<td>',
      '<tr>',
      '</table>',
      '<table>',
      '<b',
      '&amp',
      '甲',
      '乙丙',
      '<!--',
      '"',
      '>',
      '<br/>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        assert.equal(typeof readHtml(pieces.join('')), 'string');
      }),
    );
  });

  for (const part of ['<', '<a ', '<!--', '<td colspan=64>', '<p style="', '&'])
    it(`takes time in proportion to the length: ${part}…`, () =>
      assertGrowsWithSize((parts) => {
        const text = part.repeat(parts);
        return () => readHtml(text);
      }, 100_000));
});
