/** What a process may keep of the drafts below, megabytes: they are of one to four million characters. */
export const MOST_HEAP_MB = 1200;
/** What has not ended by then hangs, on however slow a machine. */
export const HANGS_AFTER_MS = 600_000;

export const HEAD = '# 2026年云溪县工作要点\n\n一、任务\n\n';
export const MEGABYTE = 1_000_000;
const long = (piece: string, length = MEGABYTE): string => piece.repeat(Math.ceil(length / piece.length));

/** YAML of which each line names the one before nine times. */
export const ALIAS_BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
  .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
  .join('')}单位: *i\n检查: *i\n`;

/** Drafts meant to exhaust a careless reader, by what they are made of. */
export const EXHAUSTING_DRAFTS: Readonly<Record<string, string>> = {
  一行一百万字: HEAD + long('加强安全生产'),
  一行一百万个数量: HEAD + long('12个'),
  一行一百万个日期: HEAD + long('2026年6月底前'),
  一行一百万个单位: HEAD + long('县教育局、'),
  十万层括号: `${HEAD}${'（'.repeat(100_000)}${'）'.repeat(100_000)}`,
  十万层引号: `${HEAD}${'“'.repeat(100_000)}${'”'.repeat(100_000)}`,
  十万层书名号: `${HEAD}${'《'.repeat(100_000)}`,
  十万层列表: `${HEAD}${'- '.repeat(100_000)}甲`,
  十万层引用: `${HEAD}${'>'.repeat(100_000)}甲`,
  十万条没有写完的条款: HEAD + '〔责任单位：'.repeat(100_000),
  五万项任务: Array.from(
    { length: 50_000 },
    (_, i) =>
      `${i % 500 === 0 ? `第${i / 500 + 1}章 任务\n` : ''}${(i % 500) + 1}．办好第${i + 1}件事。新建${i % 9}所。（责任单位：县教育局）`,
  ).join('\n'),
  一项任务五万条条款: `${HEAD}1．办好实事。${'新建3所。（责任单位：县教育局）\n'.repeat(50_000)}`,
  展开成十亿项的前言: `---\n${ALIAS_BOMB}---\n${HEAD}`,
  零字符: HEAD + '\0'.repeat(MEGABYTE),
  看不见的字符: HEAD + '\u202e甲\u200b'.repeat(50_000),
};
