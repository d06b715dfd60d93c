import { startServer, type TestServer } from '../support/lsp-client';
import { quantile } from './measure';
import { generatePlan } from './plans';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';
import { LONG, TYPE_IN_PARAGRAPH, TYPINGS, type, typeInLong, type Typing } from './typing';

interface Times {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

const SIZE = 36_000;
/** Strokes, of two edits each. */
const AT_FIRST = 100;
const GROWN = [400_000, 4_000_000];

/** Edits after which a draft is read wholly, and known again when they are taken back: two kinds of work. */
const KNOWN_WHEN_TAKEN_BACK: ReadonlySet<string> = new Set(['贴进一章', '开头打开代码块']);

/** From an edit to its diagnostics, as a client sees it over stdio. */
export async function benchKeystrokes(options: BenchOptions): Promise<Section> {
  const strokes = options.quick ? 20 : 300;
  const rows: string[][] = [];
  const pair = await Pair.start(options, SIZE);
  const atFirst = await pair.type(TYPE_IN_PARAGRAPH, Math.min(strokes, AT_FIRST), 0);
  for (const [name, typing] of Object.entries(TYPINGS)) {
    const times = await pair.type(typing, strokes);
    if (KNOWN_WHEN_TAKEN_BACK.has(name))
      rows.push(row(name, everySecond(times, 0)), row(`${name}，撤销`, everySecond(times, 1)));
    else rows.push(row(name, times));
  }
  await pair.stop();
  rows.push(row('刚打开，头两百键，段落里', atFirst));
  return {
    title: '从按键到问题显示（3.6 万字）',
    about:
      '真实的客户端进程经 stdio 改一处、等到该版本的问题为止，时钟毫秒数。每种编辑六百次（一半是撤销；从头读全稿的编辑与它的撤销分开，各三百次），之前先各做一百二十次；末行是服务器刚启动、代码还冷着的时候。与“底线服务器”交替进行：同一个 vscode-languageserver、增量同步、对全文做一个正则表达式、发同样多的问题。',
    head: ['编辑', 'p50', 'p95', 'p99', '底线 p50', '底线 p95', 'p95 之比'],
    rows,
  };
}

/** The same edit in texts ten and a hundred times as long. */
export async function benchGrowth(options: BenchOptions): Promise<Section> {
  const sizes = options.quick ? [SIZE, GROWN[0] as number] : [SIZE, ...GROWN];
  const rows: string[][] = [];
  let base: number | undefined;
  for (const size of sizes) {
    const pair = await Pair.start(options, size);
    const times = await pair.type(TYPE_IN_PARAGRAPH, options.quick ? 10 : Math.min(50, 100_000_000 / size));
    await pair.stop();
    const p95 = quantile(times.ours, 0.95);
    base ??= p95;
    rows.push([...row(`${size / 10_000} 万字`, times), ratio(p95, base)]);
  }
  return {
    title: '段落里打一个字，文本越来越长',
    about: '做法同上；最后一列是与 3.6 万字时的 p95 之比。',
    head: ['文本', 'p50', 'p95', 'p99', '底线 p50', '底线 p95', 'p95 之比', '增长'],
    rows,
  };
}

/** Of strokes, the edits alone (0) or what takes them back (1). */
function everySecond({ ours, floor }: Times, first: 0 | 1): Times {
  const isMeant = (_: number, index: number): boolean => index % 2 === first;
  return { ours: ours.filter(isMeant), floor: floor.filter(isMeant) };
}

function row(name: string, { ours, floor }: Times): string[] {
  const p95 = quantile(ours, 0.95);
  const floor95 = quantile(floor, 0.95);
  return [
    name,
    ...[quantile(ours, 0.5), p95, quantile(ours, 0.99), quantile(floor, 0.5), floor95].map(milliseconds),
    ratio(p95, floor95),
  ];
}

/** Our server and the floor server with the same text open. */
class Pair {
  private constructor(
    private readonly ours: Open,
    private readonly floor: Open,
    private readonly lines: readonly string[],
    private readonly typeOurs: typeof type,
  ) {}

  static async start({ programs }: BenchOptions, size: number): Promise<Pair> {
    const text = generatePlan(size);
    const ours = await open([programs.server, '--stdio'], text, 0);
    const floor = await open([programs.floorServer, '--stdio'], text, ours.diagnostics);
    return new Pair(ours, floor, text.split('\n'), size < LONG ? type : typeInLong);
  }

  async type(typing: Typing, strokes: number, warmUp = Math.ceil(strokes / 5)): Promise<Times> {
    const times = { ours: [] as number[], floor: [] as number[] };
    for (let at = 0; at < warmUp + strokes; at++) {
      for (const change of typing(this.lines, at)) {
        const ours = await this.typeOurs(this.ours.server, this.ours.uri, change);
        const floor = await type(this.floor.server, this.floor.uri, change);
        // What this process keeps it collects sooner or later, while a key is measured.
        for (const { server } of [this.ours, this.floor]) server.published.length = 0;
        if (at < warmUp) continue;
        times.ours.push(ours);
        times.floor.push(floor);
      }
    }
    return times;
  }

  async stop(): Promise<void> {
    await Promise.all([this.ours.server.stop(), this.floor.server.stop()]);
  }
}

interface Open {
  readonly server: TestServer;
  readonly uri: string;
  readonly diagnostics: number;
}

async function open(command: string[], text: string, diagnostics: number): Promise<Open> {
  const server = await startServer({
    command,
    patience: 120_000,
    initializationOptions: { diagnostics },
  });
  const uri = server.open('要点.要点.md', text);
  const published = await server.diagnostics(uri);
  return { server, uri, diagnostics: published.diagnostics.length };
}
