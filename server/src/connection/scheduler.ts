import { nextTurn } from './next-turn';

/** Time and timers, so that tests need not wait. */
export interface Clock {
  now(): number;
  /** The answer calls the timer off. */
  setTimer(run: () => void, milliseconds: number): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(run, milliseconds) {
    if (milliseconds <= 0) return afterMessages(run);
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Messages that have come are handed over one a turn: two turns later a newer one has taken this one's place. */
function afterMessages(run: () => void): () => void {
  let wanted = true;
  void nextTurn()
    .then(nextTurn)
    .then(() => {
      if (wanted) run();
    });
  return () => (wanted = false);
}

/** Two frames of 16 ms: below this a run is not felt while typing, and a pause would only make it late. */
const CHEAP_MS = 32;
const LONGEST_DELAY_MS = 400;

interface Job {
  callOff: () => void;
  cancelled: boolean;
}

/** True once a newer request for the same key has come, or the key was dropped: the work's result is not wanted. */
export type IsStale = () => boolean;

/**
 * Runs work per key, the latest request only. After a dear run the key rests for what the run took beyond the cheap, so
 * that while somebody types time is left for other requests: next to none after a run that is hardly felt, half of it
 * after one that takes long. A key after a pause is answered at once.
 */
export class Scheduler {
  private readonly jobs = new Map<string, Job>();
  private readonly lastRun = new Map<string, { readonly cost: number; readonly end: number }>();
  /** Called at the end of every job. */
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly onError: (error: unknown) => void,
    private readonly clock: Clock = systemClock,
  ) {}

  schedule(key: string, work: (isStale: IsStale) => void | Promise<void>): void {
    this.supersede(key);
    const job: Job = { callOff: () => undefined, cancelled: false };
    this.jobs.set(key, job);
    job.callOff = this.clock.setTimer(() => void this.run(key, job, work), this.delayFor(key));
  }

  /** Settles when no other key has anything to do: work that nobody waits for gives way to what somebody does. */
  async othersDone(key: string): Promise<void> {
    while ([...this.jobs.keys()].some((other) => other !== key))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Forgets the key: what waits is dropped, what runs is told that it is stale. */
  drop(key: string): void {
    this.supersede(key);
    this.end(key);
    this.lastRun.delete(key);
  }

  dispose(): void {
    for (const key of [...this.jobs.keys()]) this.drop(key);
  }

  /** Milliseconds to wait before the next run of `key`. */
  delayFor(key: string): number {
    const last = this.lastRun.get(key);
    if (!last || last.cost <= CHEAP_MS) return 0;
    const restsUntil = last.end + Math.min(last.cost - CHEAP_MS, LONGEST_DELAY_MS);
    return Math.max(0, restsUntil - this.clock.now());
  }

  private supersede(key: string): void {
    const job = this.jobs.get(key);
    if (!job) return;
    job.cancelled = true;
    job.callOff();
  }

  private async run(key: string, job: Job, work: (isStale: IsStale) => void | Promise<void>): Promise<void> {
    const began = this.clock.now();
    try {
      await work(() => job.cancelled);
    } catch (error) {
      this.onError(error);
    }
    if (job.cancelled) return;
    const end = this.clock.now();
    this.lastRun.set(key, { cost: end - began, end });
    if (this.jobs.get(key) === job) this.end(key);
  }

  private end(key: string): void {
    this.jobs.delete(key);
    for (const wake of this.waiting.splice(0)) wake();
  }
}
