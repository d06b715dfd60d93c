import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { arbitraryMarkdown } from '../../support/arbitrary-markdown';
import { sketchBlocks, sketchTree } from '../../support/block-sketch';
import { hasBarlessRow, parseWithRemark } from '../../support/remark-parser';

describe('scanBlocks beside remark-parse', () => {
  it('finds the same blocks in documents made of Markdown snippets and lines of plans', () => {
    fc.assert(
      fc.property(arbitraryMarkdown(), (text) => {
        const tree = parseWithRemark(text);
        fc.pre(!hasBarlessRow(text, tree));
        assert.deepEqual(sketchBlocks(text, scanBlocks(text)), sketchTree(text, tree));
      }),
      { numRuns: 500, seed: 2023 },
    );
  });

  it('keeps ranges inside their lines and in order, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'一。 \t\n\r-#>`~<|[]:*1.=　\u0000\ufeff𠮷'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const block of scanBlocks(source)) {
          assert.ok(end <= block.range.start && block.range.start <= block.range.end, JSON.stringify(block));
          end = block.range.end;
          if (block.kind !== 'text') continue;
          assert.doesNotMatch(source.slice(block.lineRange.start, block.lineRange.end), /[\r\n]/);
          assert.equal(source.slice(block.range.start, end), source.slice(block.range.start, end).trim());
        }
        assert.ok(end <= source.length);
      }),
      { numRuns: 1500, seed: 2025 },
    );
  });
});
