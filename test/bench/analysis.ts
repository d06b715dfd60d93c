import { pathToFileURL } from 'node:url';
import { inRounds } from './measure';
import { loadPeers, type Peer } from './peers';
import { generatePlan } from './plans';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';

const SIZES = [5_000, 36_000, 400_000];

/** A single pass of one regular expression over the text: less cannot be. */
const regularExpression: Peer = (text) => text.match(/[，。；：、]/gu)?.length ?? 0;

/** Whole texts from nothing: parsing, model, all rules with a registry; the code is warm, nothing is remembered. */
export async function benchAnalysis({ programs, quick }: BenchOptions): Promise<Section> {
  const ours = (await import(pathToFileURL(programs.analysis).href)) as typeof import('./our-analysis');
  const contenders: Record<string, Peer> = {
    '要点：解析＋模型＋全部规则': ours.analyse,
    '要点：解析＋模型': ours.read,
    一个正则表达式: regularExpression,
    ...(await loadPeers()),
  };
  const columns: Record<string, number>[] = [];
  for (const size of quick ? SIZES.slice(0, 2) : SIZES) {
    columns.push(await measureSize(contenders, size));
  }
  const rows = Object.keys(contenders).map((name) => [
    name,
    ...columns.flatMap((times) => [
      milliseconds(times[name] as number),
      ratio(times[name] as number, times['remark-parse'] as number),
    ]),
  ]);
  return {
    title: '整篇分析（热）',
    about:
      '同一进程内交替进行，处理器毫秒数的中位数和与 remark-parse 单独解析同一篇文本之比。每次都从头做起，忘掉上一次；先各做一百遍（40 万字一遍）预热。',
    head: ['', ...columns.flatMap((_, index) => [`${(SIZES[index] as number) / 1000}千字`, '比'])],
    rows,
  };
}

function measureSize(contenders: Record<string, Peer>, size: number): Promise<Record<string, number>> {
  const text = generatePlan(size);
  const runs = Object.entries(contenders).map(([name, run]) => [name, () => run(text)] as const);
  // Code is warm when the engine has seen it often, a hundred times 36 k: short texts take more rounds for that.
  const large = size > 100_000;
  return inRounds(Object.fromEntries(runs), { rounds: large ? 3 : 15, warmUp: large ? 1 : 3_600_000 / size });
}
