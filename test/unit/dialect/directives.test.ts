import assert from 'node:assert/strict';
import { readDirectives } from '../../../server/src/dialect/directives';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import { assertGrowsWithSize } from '../../support/growth';

/** One line for each directive: kind, line, rules, reason. */
function read(...lines: string[]): string[] {
  const text = lines.join('\n');
  return readDirectives(text, scanBlocks(text)).map((directive) => {
    assert.match(text.slice(directive.range.start, directive.range.end), /^<!--[^]*-->$/);
    for (const { value, range } of directive.rules) assert.equal(text.slice(range.start, range.end), value);
    const rules = directive.rules.map(({ value }) => value).join('+');
    return [
      directive.kind,
      directive.line,
      ...(directive.inline ? ['inline'] : []),
      rules,
      directive.reason,
    ].join(' ');
  });
}

describe('readDirectives', () => {
  it('knows every instruction, with full-width or half-width colon', () => {
    assert.deepEqual(
      read(
        '<!-- 要点：非任务 -->',
        '<!--要点:任务-->',
        '<!--　要点 ：　锁定编号　-->',
        '<!-- 要点：忽略结束 -->',
      ),
      ['not-task 1  ', 'task 2  ', 'lock-number 3  ', 'ignore-end 4  '],
    );
  });

  it('reads the rules and the reason of an ignore', () => {
    assert.deepEqual(
      read(
        '<!-- 要点：忽略 numbering/gap 原文如此 -->',
        '<!-- 要点：忽略开始 unit/alias、unit/*， 全部 上级文件用语， 不改 -->',
        '<!-- 要点：忽略全文 task/missing-unit -->',
        '<!-- 要点：忽略 -->',
      ),
      [
        'ignore-next 1 numbering/gap 原文如此',
        'ignore-start 2 unit/alias+unit/*+全部 上级文件用语， 不改',
        'ignore-file 3 task/missing-unit ',
        'ignore-next 4  ',
      ],
    );
  });

  it('keeps anything else that begins with 要点： as unknown, and leaves other comments alone', () => {
    assert.deepEqual(
      read('<!-- 要点：忽视 numbering/gap -->', '', '<!-- 要点 -->', '<!-- 待核 -->', '<!-- 要点：'),
      ['unknown 1  '],
    );
  });

  it('tells a comment at the end of a line of text from one that stands alone', () => {
    assert.deepEqual(
      read(
        '一、总体要求 <!-- 要点：锁定编号 -->',
        '　　<!-- 要点：任务 -->',
        '- <!-- 要点：非任务 -->',
        '| 序号 | 名称 |',
        '|---|---|',
        '| 1 | 甲 <!-- 要点：忽略 unit/unknown 待定 --> |',
      ),
      ['lock-number 1 inline  ', 'task 2  ', 'not-task 3  ', 'ignore-next 6 inline unit/unknown 待定'],
    );
  });

  it('finds several comments on a line and comments over several lines', () => {
    assert.deepEqual(
      read('<!-- 要点：任务 --><!-- 要点：锁定编号 -->', '<!-- 注', '-->', '<!--', '要点：任务', '-->'),
      ['task 1  ', 'lock-number 1  ', 'task 4  '],
    );
  });

  it('sees none in code, front matter and comments that never close', () => {
    assert.deepEqual(
      read(
        '---',
        '# <!-- 要点：任务 -->',
        '---',
        '写作 `<!-- 要点：任务 -->`',
        '```',
        '<!-- 要点：任务 -->',
        '```',
      ),
      [],
    );
    assert.deepEqual(read('<!-- 要点：任务', '一、总体要求'), []);
  });

  const long: readonly (readonly [string, (size: number) => string, (size: number) => number])[] = [
    ['comments beside unclosed code', (n) => '甲`<!-- 要点：任务 --> '.repeat(n / 10), (n) => n / 20],
    ['comments that begin in code', (n) => `\`\`\`\n${'<!--'.repeat(n)}\n\`\`\`\n-->`, () => 0],
  ];
  for (const [name, textOf, countOf] of long)
    it(`reads very many ${name} in linear time`, async () => {
      const read = (text: string): number => readDirectives(text, scanBlocks(text)).length;
      assert.equal(read(textOf(200_000)), countOf(200_000));
      await assertGrowsWithSize((size) => {
        const text = textOf(size);
        return () => read(text);
      }, 200_000);
    });
});
