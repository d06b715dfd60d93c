import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../server/src/dialect/front-matter';
import type { FrontMatter } from '../../../server/src/dialect/model';
import { readPlainEntries } from '../../../server/src/dialect/plain-front-matter';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';

function read(text: string): FrontMatter {
  const block = scanBlocks(text)[0];
  assert.ok(block?.kind === 'yaml');
  return readFrontMatter(text, block);
}

/** A comment is nothing plain, so that the YAML parser reads the same entries. */
const throughYaml = (text: string): FrontMatter => read(text.replace(/---$/, '# 注\n---'));

describe('readPlainEntries', () => {
  it('reads names with words, dates, numbers or nothing', () => {
    const source =
      '文种: 工作要点\n发文字号: 云溪府发〔2026〕3号\n成文日期: 2026年2月10日\n\n年度: 2026\n附注:\n';
    assert.deepEqual(
      readPlainEntries(source, 4)?.map(({ key, value }) => [key.value, value]),
      [
        ['文种', '工作要点'],
        ['发文字号', '云溪府发〔2026〕3号'],
        ['成文日期', '2026年2月10日'],
        ['年度', 2026],
        ['附注', null],
      ],
    );
  });

  it('leaves to YAML whatever means something to it', () => {
    const sources = [
      '主送: [甲局, 乙局]',
      '附注: 待定 # 明天',
      '附注: 见下: 一',
      '份号: 000012',
      '附注: 1.50',
      '附注: "甲"',
      '附注: 甲 ',
      '附注： 甲',
      '附注:甲',
      ' 附注: 甲',
      '主送:\n  - 甲局',
      '附注: 甲\n  乙',
      '文种: 甲\n文种: 乙',
      '附注: 甲\r',
      '附注: *甲',
      '附注: true',
    ];
    for (const source of sources) assert.equal(readPlainEntries(source, 0), undefined, source);
  });

  it('reads what the YAML parser reads', () => {
    const word = fc.string({
      unit: fc.constantFrom(
        ...'甲局、，：（）〔〕“”《》—？！·　 .-/:#&*?|>%@`"\'[]{}0129年aXx~+_,=\t\u3000\ufeff\u00a0',
      ),
      maxLength: 8,
    });
    const name = fc.constantFrom('文种', '年度', '主送', '附注', 'a', '文 种', '');
    const mark = fc.constantFrom(': ', ': ', ': ', ':', '：', ':  ', ' ');
    const line = fc.oneof(
      fc.tuple(name, mark, word).map((parts) => parts.join('')),
      word,
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const text = ['---', ...lines, '---'].join('\n');
        if (readPlainEntries(lines.map((each) => `${each}\n`).join(''), 4) === undefined) return;
        plain++;
        assert.deepEqual(read(text), { ...throughYaml(text), range: { start: 0, end: text.length } });
      }),
      { numRuns: 20_000 },
    );
    assert.ok(plain > 1000, `${plain} of them plain`);
  });
});
