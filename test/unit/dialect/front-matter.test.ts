import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../server/src/dialect/front-matter';
import { scanBlocks } from '../../../server/src/dialect/scan-blocks';
import type { FrontMatter } from '../../../server/src/dialect/model';

function parse(text: string): FrontMatter {
  const block = scanBlocks(text)[0];
  assert.ok(block && block.kind === 'yaml', 'no front matter found');
  const frontMatter = readFrontMatter(text, block);
  for (const { key } of frontMatter.entries)
    assert.equal(text.slice(key.range.start, key.range.end), key.value);
  return frontMatter;
}

function problems(...lines: string[]): string[] {
  const text = ['---', ...lines, '---'].join('\n');
  return parse(text).problems.map(({ message, range }) => `${text.slice(range.start, range.end)} ${message}`);
}

describe('readFrontMatter', () => {
  it('gives keys and values with their exact places', () => {
    const text =
      '---\n文种: 工作要点\n"发文机关": [甲县人民政府, 乙局]\n编号:\n  任务: 连续\n附注:\n---\n正文';
    const { entries, problems: found, range } = parse(text);
    assert.deepEqual(found, []);
    assert.equal(text.slice(range.end), '\n正文');
    assert.deepEqual(
      entries.map(({ key, value, valueRange }) => [
        key.value,
        value,
        text.slice(valueRange.start, valueRange.end),
      ]),
      [
        ['文种', '工作要点', '工作要点'],
        ['发文机关', ['甲县人民政府', '乙局'], '[甲县人民政府, 乙局]'],
        ['编号', { 任务: '连续' }, '任务: 连续'],
        ['附注', null, ''],
      ],
    );
    assert.equal(entries[3]?.valueRange.start, text.indexOf('附注:') + 3);
  });

  it('keeps numbers as written where YAML would change them', () => {
    const { entries } = parse('---\n份号: 000012\n年度: 2025\n成文日期: 2025-03-21\n---');
    assert.deepEqual(
      entries.map(({ value }) => value),
      ['000012', 2025, '2025-03-21'],
    );
  });

  it('reads behind a byte order mark, with CRLF, and nothing at all', () => {
    const text = '\uFEFF---\r\n文种: 工作要点\r\n年度: 2025\r\n---\r\n';
    const { entries } = parse(text);
    assert.deepEqual(
      entries.map(({ valueRange }) => text.slice(valueRange.start, valueRange.end)),
      ['工作要点', '2025'],
    );
    assert.deepEqual(parse('---\n---\n').entries, []);
    assert.deepEqual(parse('---\n---\n').problems, []);
  });

  it('says where a colon is wrong, and not what follows from it', () => {
    assert.deepEqual(problems('文种：工作要点', '年度: 2025'), [
      '： 这里应是半角冒号加空格（: ），不是全角冒号',
    ]);
    assert.deepEqual(problems('年度:2025'), [': 冒号后面缺少空格']);
    assert.deepEqual(problems('附注: 联系电话：010', '单位名录: http://a/b'), []);
  });

  it('locates duplicate keys, wrong shapes and broken YAML', () => {
    assert.deepEqual(problems('年度: 2024', '年度: 2025'), ['年度 “年度”写了不止一次，以第一处为准']);
    assert.deepEqual(problems('- 甲', '- 乙'), ['- 甲\n- 乙\n 前言应为“名称: 内容”，每项一行']);
    assert.deepEqual(problems('附注: "甲'), [' 缺少冒号、引号或括号']);
    assert.deepEqual(problems('检查:', '\tnumbering/gap: 关闭').length, 1);
    assert.deepEqual(problems('附注: @甲'), ['@ 内容不能以这个字符开头，请加引号']);
  });

  it('refuses alias bombs, absurd nesting and absurd size without an exception', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, previous] of ['ba', 'cb', 'dc', 'ed', 'fe']) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${previous}`).join(', ')}]`);
    }
    assert.ok(problems(...bomb).some((problem) => problem.includes('展开后过多')));
    assert.match(problems(`甲: ${'['.repeat(60_000)}`)[0] ?? '', /嵌套过深/);
    assert.match(problems('甲: x'.padEnd(70_000, 'x'))[0] ?? '', /前言过长/);
  });
});
