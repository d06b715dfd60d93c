import assert from 'node:assert/strict';
import { Scheduler, type Clock } from '../../../server/src/connection/scheduler';

/** Time that passes only when told to. */
class ManualClock implements Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  setTimer(run: () => void, milliseconds: number): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { run } of due) run();
    for (let i = 0; i < 5; i++) await Promise.resolve();
  }
}

describe('The scheduler', () => {
  const failures: unknown[] = [];
  let clock: ManualClock;
  let scheduler: Scheduler;
  beforeEach(() => {
    clock = new ManualClock();
    failures.length = 0;
    scheduler = new Scheduler((error) => failures.push(error), clock);
  });

  it('runs only the latest of several requests', async () => {
    const ran: number[] = [];
    for (const version of [1, 2, 3]) scheduler.schedule('a', () => void ran.push(version));
    await clock.pass(1000);
    assert.deepEqual(ran, [3]);
  });

  it('keeps documents apart', async () => {
    const ran: string[] = [];
    for (const key of ['a', 'b']) scheduler.schedule(key, () => void ran.push(key));
    await clock.pass(1000);
    assert.deepEqual(ran, ['a', 'b']);
  });

  it('tells work in progress that it is stale', async () => {
    let goOn: () => void = () => undefined;
    const stale: boolean[] = [];
    scheduler.schedule('a', async (isStale) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      stale.push(isStale());
    });
    await clock.pass(1000);
    scheduler.schedule('a', () => undefined);
    goOn();
    await clock.pass(1000);
    assert.deepEqual(stale, [true]);
  });

  it('rests after a run for what it took beyond a cheap one', async () => {
    scheduler.schedule('a', () => void (clock.time += 5));
    await clock.pass(10);
    assert.equal(scheduler.delayFor('a'), 0);
    scheduler.schedule('a', () => void (clock.time += 60));
    await clock.pass(10);
    assert.equal(scheduler.delayFor('a'), 28);
    scheduler.schedule('a', () => void (clock.time += 5000));
    await clock.pass(200);
    assert.equal(scheduler.delayFor('a'), 400);
  });

  it('answers a key after a pause at once, however dear the last run was', async () => {
    scheduler.schedule('a', () => void (clock.time += 300));
    await clock.pass(10);
    await clock.pass(200);
    assert.equal(scheduler.delayFor('a'), 68);
    await clock.pass(200);
    assert.equal(scheduler.delayFor('a'), 0);
  });

  it('has answered the last of many keys one run after it, whatever came of the others', async () => {
    const answers: { version: number; at: number }[] = [];
    const cost = 200;
    for (let version = 1; version <= 40; version++) {
      scheduler.schedule('a', () => {
        clock.time += cost;
        answers.push({ version, at: clock.time });
      });
      await clock.pass(30);
    }
    const lastKey = clock.time;
    for (let i = 0; i < 40; i++) await clock.pass(10);
    const last = answers.at(-1);
    assert.equal(last?.version, 40);
    assert.ok((last?.at ?? Infinity) - lastKey <= 2 * cost, `${last?.at} after ${lastKey}`);
    assert.ok(answers.length < 40, 'stale versions are not checked');
  });

  it('reports what is thrown and goes on', async () => {
    scheduler.schedule('a', () => {
      throw new Error('坏了');
    });
    await clock.pass(10);
    assert.equal(failures.length, 1);
    let ran = false;
    scheduler.schedule('a', () => void (ran = true));
    await clock.pass(10);
    assert.ok(ran);
  });

  it('drops what waits when a document is closed', async () => {
    let ran = false;
    scheduler.schedule('a', () => void (ran = true));
    scheduler.drop('a');
    await clock.pass(1000);
    assert.equal(ran, false);
  });

  it('lets what nobody waits for go on when no other key has anything to do', async () => {
    const goOn: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => goOn.push(resolve));
    let free = false;
    scheduler.schedule('ahead', async () => {
      await scheduler.othersDone('ahead');
      free = true;
    });
    for (const key of ['a', 'b']) scheduler.schedule(key, work);
    await clock.pass(10);
    goOn[0]?.();
    await clock.pass(10);
    assert.equal(free, false, 'b is still at work');
    scheduler.schedule('b', work);
    goOn[1]?.();
    await clock.pass(0);
    assert.equal(free, false, 'a newer version of b waits');
    scheduler.drop('b');
    await clock.pass(10);
    assert.equal(free, true);
  });
});
