import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchOptions, Section } from './section';

/** What is shipped, and what a start reads of it: all else is read when it is first needed. */
export function benchSize({ programs }: BenchOptions): Promise<Section> {
  const dist = path.dirname(programs.server);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(dist, name)).isFile(),
  );
  const size = (name: string): number[] => {
    const bytes = readFileSync(path.join(dist, name));
    return [bytes.length, gzipSync(bytes).length];
  };
  const sum = (names: readonly string[]): number[] =>
    names.map(size).reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d], [0, 0]);
  const kilobytes = (sizes: readonly number[]): string[] => sizes.map((bytes) => (bytes / 1024).toFixed(0));
  return Promise.resolve({
    title: '打包后的大小',
    about: '千字节，和压缩（gzip）之后。',
    head: ['文件', '大小', '压缩后'],
    rows: [
      ['server.cjs', ...kilobytes(size('server.cjs'))],
      ['cli.js', ...kilobytes(size('cli.js'))],
      ['extension.cjs', ...kilobytes(size('extension.cjs'))],
      ['全部', ...kilobytes(sum(files))],
    ],
  });
}
