import type { Io, Thread, ThreadSource } from '../io';
import type { CheckOutcome, CheckSettings } from './check-paths';
import { draftChecker, type Checked } from './draft-checker';
import type { Progress } from './progress';
import type { CheckRequest } from './thread';

/**
 * Below this, starting threads costs more than they save. From it on drafts are not compared with one another either:
 * each thread would have to read them all.
 */
const WORTH_THREADS = 50;
/** Few enough that threads end about together, many enough that messages cost nothing. */
const BATCH = 8;

/** What holds for all paths of one check. */
export interface CheckRun {
  readonly settings: CheckSettings;
  readonly io: Io;
  readonly progress: Progress;
}

/**
 * Checks all paths, on all cores where there are many; outcomes are in the order of the paths. `cache`: the file that
 * keeps the results of many paths for the next time.
 */
export async function checkAll(
  paths: readonly string[],
  run: CheckRun,
  cache?: string,
): Promise<CheckOutcome[]> {
  if (paths.length < WORTH_THREADS) return outcomesOf(await checkInTurn(paths, run, paths));
  if (cache === undefined) return outcomesOf(await checkMany(paths, run));
  const { checkChanged } = await import('./check-changed');
  return checkChanged(paths, cache, { ...run, settings: { ...run.settings, keep: true } }, checkMany);
}

function outcomesOf(checked: readonly Checked[]): CheckOutcome[] {
  return checked.map(({ outcome }) => outcome);
}

function checkMany(paths: readonly string[], run: CheckRun): Promise<Checked[]> {
  const { threads } = run.io;
  return threads && paths.length >= WORTH_THREADS
    ? checkOnThreads(paths, run, threads)
    : checkInTurn(paths, run);
}

async function checkInTurn(
  paths: readonly string[],
  { settings, io, progress }: CheckRun,
  companions: readonly string[] = [],
): Promise<Checked[]> {
  const check = await draftChecker(settings, io, companions);
  const checked: Checked[] = [];
  for (const path of paths) {
    checked.push(await check(path));
    progress.advance(1);
  }
  return checked;
}

async function checkOnThreads(
  paths: readonly string[],
  { settings, progress }: CheckRun,
  source: ThreadSource,
): Promise<Checked[]> {
  const checked: Checked[] = new Array<Checked>(paths.length);
  let next = 0;
  const work = async (thread: Thread): Promise<void> => {
    while (next < paths.length) {
      const start = next;
      next += BATCH;
      const request: CheckRequest = { paths: paths.slice(start, next), settings };
      const answer = (await thread.ask(request)) as Checked[];
      answer.forEach((one, index) => (checked[start + index] = one));
      progress.advance(answer.length);
    }
  };
  const count = Math.min(source.count, Math.ceil(paths.length / BATCH));
  const threads = await Promise.all(Array.from({ length: count }, () => source.start()));
  try {
    await Promise.all(threads.map(work));
  } finally {
    threads.forEach((thread) => thread.stop());
  }
  return checked;
}
