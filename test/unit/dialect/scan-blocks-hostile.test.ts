import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { assertGrowsWithSize } from '../../support/growth';

/** Texts on which careless readers of Markdown take quadratic time, by a size, with the number of blocks they hold. */
const HOSTILE: readonly (readonly [string, (size: number) => string, (size: number) => number])[] = [
  ['a line of very many characters', (n) => '一'.repeat(n), one],
  ['open brackets', (n) => '['.repeat(n), one],
  ['nested quotes', (n) => '>'.repeat(n / 2), one],
  ['nested lists', (n) => '- '.repeat(n / 2), one],
  ['nested lists over many blank lines', (n) => `${'- '.repeat(n / 4)}甲${'\n'.repeat(n / 4)}`, one],
  ['bullets that are almost a rule', (n) => `${'* '.repeat(n / 2)}甲`, one],
  ['labels that never become definitions', (n) => '[甲]: '.repeat(n), one],
  ['definitions', (n) => '[甲]: b\n'.repeat(n / 10), (n) => n / 10],
  ['a title that never ends', (n) => `[甲]: b "${'乙\n'.repeat(n / 10)}`, (n) => n / 10],
  ['almost delimiter rows', (n) => `甲|乙\n-|-${' '.repeat(1000)}丙\n`.repeat(n / 400), (n) => n / 200],
  ['tags that never close', (n) => '<a '.repeat(n / 4), one],
  ['attributes that never close', (n) => `<a b="${'x'.repeat(n)}`, one],
  ['fences', (n) => '```\n'.repeat(n / 5), (n) => n / 10],
  ['white space before and behind', (n) => `${' '.repeat(n / 2)}甲${' '.repeat(n / 2)}`, one],
  ['NUL characters', (n) => '\0'.repeat(n), one],
  ['lone carriage returns', (n) => '\r'.repeat(n / 2), none],
];
const SIZE = 200_000;

function one(): number {
  return 1;
}

function none(): number {
  return 0;
}

describe('scanBlocks on hostile text', () => {
  for (const [name, textOf, countOf] of HOSTILE) {
    it(`takes linear time for ${name}`, async () => {
      assert.equal(scanBlocks(textOf(SIZE)).length, countOf(SIZE));
      await assertGrowsWithSize((size) => {
        const text = textOf(size);
        return () => scanBlocks(text);
      }, SIZE);
    });
  }

  it('finds nothing in nothing', () => {
    assert.equal(scanBlocks('').length, 0);
  });

  it('says where fences and comments stay open', () => {
    const unclosed = (text: string): string[] =>
      scanBlocks(text).flatMap((block) =>
        'unclosed' in block && block.unclosed ? [`${block.kind} ${block.line}`] : [],
      );
    assert.deepEqual(unclosed('一、甲\n```\n二、乙\n'), ['code 2']);
    assert.deepEqual(unclosed('> ~~~\n> 甲\n\n乙'), ['code 1']);
    assert.deepEqual(unclosed('甲\n<!-- 乙\n丙'), ['html 2']);
    assert.deepEqual(unclosed('```\n甲\n```\n<!-- 乙 -->\n<div>\n丙'), []);
  });

  it('takes front matter that is never closed as a rule and text', () => {
    assert.deepEqual(
      scanBlocks('---\n文种: 工作要点\n- 甲').map(({ kind }) => kind),
      ['rule', 'text', 'text'],
    );
  });
});
