import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';

/** Texts on which careless readers of Markdown take quadratic time, with the number of blocks they hold. */
const HOSTILE: readonly (readonly [string, string, number])[] = [
  ['a line of very many characters', '一'.repeat(200_000), 1],
  ['open brackets', '['.repeat(200_000), 1],
  ['nested quotes', '>'.repeat(100_000), 1],
  ['nested lists', '- '.repeat(100_000), 1],
  ['nested lists over many blank lines', `${'- '.repeat(50_000)}甲${'\n'.repeat(50_000)}`, 1],
  ['bullets that are almost a rule', `${'* '.repeat(100_000)}甲`, 1],
  ['labels that never become definitions', '[甲]: '.repeat(200_000), 1],
  ['definitions', '[甲]: b\n'.repeat(20_000), 20_000],
  ['a title that never ends', `[甲]: b "${'乙\n'.repeat(20_000)}`, 20_000],
  ['almost delimiter rows', `甲|乙\n-|-${' '.repeat(1000)}丙\n`.repeat(500), 1000],
  ['tags that never close', '<a '.repeat(60_000), 1],
  ['attributes that never close', `<a b="${'x'.repeat(200_000)}`, 1],
  ['fences', '```\n'.repeat(40_000), 20_000],
  ['white space before and behind', `${' '.repeat(100_000)}甲${' '.repeat(100_000)}`, 1],
  ['NUL characters', '\0'.repeat(200_000), 1],
  ['lone carriage returns', '\r'.repeat(100_000), 0],
  ['nothing', '', 0],
];

describe('scanBlocks on hostile text', () => {
  for (const [name, text, count] of HOSTILE) {
    it(`takes linear time for ${name}`, () => {
      const started = performance.now();
      assert.equal(scanBlocks(text).length, count);
      assert.ok(performance.now() - started < 8000);
    });
  }

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
