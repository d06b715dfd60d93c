import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTree } from '../../../server/src/dialect/parse-tree';
import { arbitraryMarkdown } from '../../support/arbitrary-markdown';
import { expectedTree } from '../../support/expected-tree';
import { hasBarlessRow, parseWithRemark } from '../../support/remark-parser';

describe('parseTree', () => {
  it('equals remark-parse, paragraphs split into lines, on documents of snippets and lines of plans', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), (text) => {
        fc.pre(!hasBarlessRow(text, parseWithRemark(text)));
        assert.deepEqual(parseTree(text), expectedTree(text));
      }),
      { numRuns: 400, seed: 2024 },
    );
  }).timeout(30_000);

  it('makes a paragraph of each line, and its inline syntax end with it', () => {
    const tree = parseTree('**一、总体\n要求**\n（一）*坚持*安全');
    assert.deepEqual(
      tree.children.map((node) => 'children' in node && node.children.map(({ type }) => type)),
      [['text'], ['text'], ['text', 'emphasis', 'text']],
    );
  });

  it('resolves references to definitions anywhere in the document', () => {
    const text = '见[附件]\n\n> [附件]: a.docx\n';
    const [paragraph] = parseTree(text).children;
    assert.equal(paragraph?.type === 'paragraph' && paragraph.children[1]?.type, 'linkReference');
    assert.deepEqual(parseTree(text), parseWithRemark(text));
  });

  it('counts a byte order mark in offsets and columns', () => {
    const text = '\uFEFF一、总体要求\n二、*任务*';
    const [first, second] = parseTree(text).children;
    assert.deepEqual(first?.position?.start, { line: 1, column: 2, offset: 1 });
    assert.equal(text.slice(second?.position?.start.offset, second?.position?.end.offset), '二、*任务*');
  });

  it('reads long tables piece by piece to the same tree', () => {
    const rows = Array.from({ length: 450 }, (_, index) => `| ${index} | *甲*\\|乙 |`);
    const text = ['正文', '2. 序号 | 名称', '--|--', ...rows, '', '后文'].join('\r\n');
    assert.deepEqual(parseTree(text), expectedTree(text));
  });

  // Where it is not, none of these comes to an end before mocha loses patience.
  it('reads what would take micromark minutes as plain text', () => {
    assert.equal(parseTree('['.repeat(1_000_000)).children.length, 1);
    assert.equal(parseTree('> '.repeat(100_000)).children.length, 1);
    assert.equal(parseTree('- 甲\n'.repeat(20_000)).children.length, 20_000);
  });
});
