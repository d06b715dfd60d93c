import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { startPath } from '../../scripts/lib/start-path.mjs';
import { starts } from '../../scripts/lib/starts.mjs';
import type { BenchOptions, Section } from './section';

/** What is shipped, and what a start reads of it: all else is read when it is first needed. */
export function benchSize({ programs }: BenchOptions): Promise<Section> {
  const dist = path.dirname(programs.server);
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(dist, name))
    .filter((file) => statSync(file).isFile());
  const startOf = (sources: readonly string[]): readonly string[] =>
    // esbuild knows the one executable by another name.
    startPath(programs.metafile, sources).files.map((file) => file.replace(/cli\.cjs$/u, 'cli.js'));
  const size = (file: string): number[] => {
    const bytes = readFileSync(file);
    return [bytes.length, gzipSync(bytes).length];
  };
  const sum = (files: readonly string[]): number[] =>
    files.map(size).reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d], [0, 0]);
  const kilobytes = (sizes: readonly number[]): string[] => sizes.map((bytes) => (bytes / 1024).toFixed(0));
  const row = (what: string, files: readonly string[]): string[] => [
    what,
    String(files.length),
    ...kilobytes(sum(files)),
  ];
  return Promise.resolve({
    title: '打包后的大小',
    about: '千字节，和压缩（gzip）之后。启动时只读这些；导出、导入、拼音等用到时才读。',
    head: ['读什么', '文件数', '大小', '压缩后'],
    rows: [
      row('语言服务器启动', startOf(starts.server)),
      row('命令行检查', startOf(starts.check)),
      row('扩展激活', startOf(['client/src/extension.ts'])),
      row('全部', all),
    ],
  });
}
