import type { Io, Thread, ThreadSource } from '../io';
import { PathChecker, type CheckOutcome, type CheckSettings } from './check-paths';
import type { Progress } from './progress';
import type { CheckRequest } from './thread';

/**
 * Below this, starting threads costs more than they save. Above it drafts are not compared with one another either:
 * each thread would have to read them all.
 */
const WORTH_THREADS = 50;
/** Few enough that threads end about together, many enough that messages cost nothing. */
const BATCH = 8;

/** Checks all paths, on all cores where there are many; outcomes are in the order of the paths. */
export async function checkAll(
  paths: readonly string[],
  settings: CheckSettings,
  io: Io,
  progress: Progress,
): Promise<CheckOutcome[]> {
  if (io.threads && paths.length >= WORTH_THREADS)
    return checkOnThreads(paths, settings, io.threads, progress);
  const checker = new PathChecker(settings, io, paths);
  const outcomes: CheckOutcome[] = [];
  for (const path of paths) {
    outcomes.push(await checker.check(path));
    progress.advance(1);
  }
  return outcomes;
}

async function checkOnThreads(
  paths: readonly string[],
  settings: CheckSettings,
  source: ThreadSource,
  progress: Progress,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = new Array<CheckOutcome>(paths.length);
  let next = 0;
  const work = async (thread: Thread): Promise<void> => {
    while (next < paths.length) {
      const start = next;
      next += BATCH;
      const request: CheckRequest = { paths: paths.slice(start, next), settings };
      const answer = (await thread.ask(request)) as CheckOutcome[];
      answer.forEach((outcome, index) => (outcomes[start + index] = outcome));
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
  return outcomes;
}
