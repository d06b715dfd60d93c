import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importFragment } from '../../../../server/src/importers/text/import-fragment';

describe('importFragment', () => {
  it('sets paragraphs apart and makes no headings, no title and no front matter', () => {
    assert.equal(
      importFragment(
        '　　二、重点任务\r\n　　（一）增加学位[bookmark: _GoBack]\r\n1．新建学校。  新建2所。\r\n',
      ),
      '二、重点任务\n\n（一）增加学位\n\n1．新建学校。  新建2所。',
    );
    assert.equal(importFragment('加强领导\n落实责任'), '加强领导\n\n落实责任');
  });

  it('makes tables of cells that stand one below the other', () => {
    const source = ['序号', '名称', '责任单位', '1', '学位', '县教育局']
      .map((cell) => `\t${cell}`)
      .join('\n');
    assert.equal(
      importFragment(`任务如下：\n${source}\n`),
      '任务如下：\n\n| 序号 | 名称 | 责任单位 |\n| ---- | ---- | -------- |\n| 1    | 学位 | 县教育局 |',
    );
  });

  it('leaves page furniture alone: within a draft nobody can tell', () => {
    assert.equal(importFragment('首页 > 公开\n一、任务'), '首页 > 公开\n\n一、任务');
  });

  it('loses no character of any text', () => {
    const line = fc.constantFrom(
      '一、甲',
      '（一）乙',
      '\t序号',
      '\t名称',
      '\t责任单位',
      '\t1',
      '\t甲|',
      '附件1',
      '抄送：甲。',
      '- 项',
      '',
      '　　文',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const bare = (text: string): string => text.replace(/<br>|[\s|\-\\]/g, '');
        assert.equal(bare(importFragment(lines.join('\n'))), bare(lines.join('')));
      }),
    );
  });
});
