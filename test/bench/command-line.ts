import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startServer, type TestServer } from '../support/lsp-client';
import { childrenTime, clockTime, inRounds, median } from './measure';
import { generatePlan, generatePlans } from './plans';
import type { Programs } from './programs';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';
import { temporaryFolder } from './temporary-folder';

/** What begins from nothing each time: the command line and the server's start. */
export async function benchStart({ programs, quick }: BenchOptions): Promise<Section> {
  const folder = temporaryFolder();
  const one = path.join(folder, '一行.要点.md');
  const plan = path.join(folder, '三万六.要点.md');
  writeFileSync(one, '# 2026年云溪县工作要点\n');
  writeFileSync(plan, generatePlan(36_000));
  const many = path.join(folder, 'many');
  mkdirSync(many);
  generatePlans(1000).forEach((text, index) => writeFileSync(path.join(many, `${index}.要点.md`), text));
  const processor: Record<string, number[]> = {};
  const counted = (name: string, work: () => Promise<void>) => async (): Promise<void> => {
    const before = childrenTime();
    await work();
    (processor[name] ??= []).push(childrenTime() - before);
  };
  const check =
    (...argv: string[]) =>
    () =>
      node([programs.cli, 'check', ...argv]);
  const checkChanged = check(many, '--cache', path.join(folder, '检查缓存'));
  let places = 0;
  const atFirst = (work: (env: NodeJS.ProcessEnv) => Promise<void>) => () =>
    work({ XDG_CACHE_HOME: path.join(folder, 'caches', String(++places)) });
  await keepCompiled(programs, plan);
  const rounds = quick ? 3 : 11;
  const small = await inRounds(
    {
      empty: counted('empty', () => node(['-e', '0'])),
      one: counted('one', check(one)),
      firstOne: counted(
        'firstOne',
        atFirst((env) => node([programs.cli, 'check', one], env)),
      ),
      plan: counted('plan', check(plan)),
      firstPlan: counted(
        'firstPlan',
        atFirst((env) => node([programs.cli, 'check', plan], env)),
      ),
      ours: counted('ours', () => firstDiagnostics(programs.server)),
      firstOurs: counted(
        'firstOurs',
        atFirst((env) => firstDiagnostics(programs.server, env)),
      ),
      floor: counted('floor', () => firstDiagnostics(programs.floorServer)),
    },
    { rounds, warmUp: 1, measure: clockTime },
  );
  await checkChanged();
  const large = await inRounds(
    {
      files: counted('files', check(many)),
      unchanged: counted('unchanged', checkChanged),
      reading: counted('reading', () => node([programs.floorReader, many])),
    },
    { rounds: quick ? 1 : 3, measure: clockTime },
  );
  const clock = { ...small, ...large };
  const compare = (what: string, ours: string, beside: string, theirs: string): string[] => {
    const [time, other] = [clock[ours] as number, clock[theirs] as number];
    const [work, otherWork] = [ours, theirs].map((name) => median(processor[name] as number[]));
    return [
      what,
      milliseconds(time),
      beside,
      milliseconds(other),
      ratio(time, other),
      ratio(work as number, otherWork as number),
    ];
  };
  return {
    title: '从启动算起',
    about:
      '每次都起新的进程，交替进行，时钟毫秒数的中位数；最后一列是处理器时间之比，机器忙的时候比时钟可靠。“第一次”没有编译好的代码可用，命令行还要写下它（服务器等问题显示之后再写，不在内）；其余是第二次以后。对照的程序没有这样的缓存。',
    head: ['做什么', '要点', '对照', '对照用时', '比', '处理器时间之比'],
    rows: [
      compare('命令行检查一行的文件', 'one', '`node -e 0`', 'empty'),
      compare('同上，第一次', 'firstOne', '`node -e 0`', 'empty'),
      compare('命令行检查 3.6 万字的文件', 'plan', '`node -e 0`', 'empty'),
      compare('同上，第一次', 'firstPlan', '`node -e 0`', 'empty'),
      compare('命令行检查 1000 个文件', 'files', '只读取并做一个正则表达式的 Node 进程', 'reading'),
      compare('同上，`--cache`，都没有变', 'unchanged', '同上', 'reading'),
      compare('服务器从启动到 3.6 万字的问题', 'ours', '底线服务器', 'floor'),
      compare('同上，第一次', 'firstOurs', '底线服务器', 'floor'),
    ],
  };
}

/** What later runs find: compiled code as a check of a plan, and a server that went on for a while, leave it. */
async function keepCompiled({ cli, server }: Programs, plan: string): Promise<void> {
  const place = path.join(process.env['XDG_CACHE_HOME'] as string, 'yaodian');
  const isKept = (program: string): boolean =>
    existsSync(place) && readdirSync(place).some((name) => name.startsWith(`${program}-`));
  await node([cli, 'check', plan]);
  const started = await openPlan(server);
  while (!isKept('server')) await setTimeout(100);
  await started.stop();
  if (!isKept('check')) throw new Error(`nothing was kept in ${place}`);
}

function node(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    child.once('error', reject).once('close', () => resolve());
  });
}

const PLAN = generatePlan(36_000);

/** Starts a server and waits for what it finds. */
async function openPlan(server: string, env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const started = await startServer({
    command: [server, '--stdio'],
    env,
    patience: 60_000,
    initializationOptions: { diagnostics: 250 },
  });
  await started.diagnostics(started.open('要点.要点.md', PLAN));
  return started;
}

async function firstDiagnostics(server: string, env?: NodeJS.ProcessEnv): Promise<void> {
  const started = await openPlan(server, env);
  const ended = once(started.process, 'exit');
  started.process.kill('SIGKILL');
  started.connection.dispose();
  await ended;
}
