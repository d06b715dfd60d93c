import assert from 'node:assert/strict';
import { checkAll } from '../../../../server/src/cli/check/check-all';
import type { Checked } from '../../../../server/src/cli/check/draft-checker';
import { Progress } from '../../../../server/src/cli/check/progress';
import type { CheckRequest } from '../../../../server/src/cli/check/thread';
import type { Io, Output, Thread } from '../../../../server/src/cli/io';

const settings = { fix: false };
const checked = (path: string): Checked => ({
  outcome: {
    path,
    report: undefined,
    repaired: 0,
    accepted: 0,
    entries: [],
    messages: [],
    failed: false,
  },
});
const paths = Array.from({ length: 100 }, (_, index) => `${index}.txt`);

function ioWith(overrides: Partial<Io> & { terminal?: boolean } = {}): { io: Io; told: string[] } {
  const told: string[] = [];
  const stderr: Output = {
    isTerminal: overrides.terminal ?? false,
    columns: undefined,
    write: (chunk) => void told.push(String(chunk)),
  };
  return { io: { now: () => 0, stderr, ...overrides } as Io, told };
}

describe('checkAll', () => {
  it('shares many files among threads and keeps their order, whoever is faster', async () => {
    const asked: string[][] = [[], []];
    let stopped = 0;
    let started = 0;
    const start = async (): Promise<Thread> => {
      const mine = asked[started++] as string[];
      return {
        ask: async (request) => {
          const { paths: batch } = request as CheckRequest;
          mine.push(...batch);
          await new Promise((resolve) => setTimeout(resolve, batch.includes('0.txt') ? 20 : 0));
          return batch.map(checked);
        },
        stop: () => void stopped++,
      };
    };
    const { io } = ioWith({ threads: { count: 2, start } });
    const outcomes = await checkAll(paths, { settings, io, progress: new Progress(100, io) });
    assert.deepEqual(
      outcomes.map(({ path }) => path),
      paths,
    );
    assert.equal(stopped, 2);
    assert.deepEqual(new Set(asked.flat()), new Set(paths));
    assert.ok((asked[1]?.length ?? 0) > (asked[0]?.length ?? 0), 'the slow thread got less to do');
  });

  it('stops its threads when one of them dies', async () => {
    let stopped = 0;
    const start = async (): Promise<Thread> => ({
      ask: () => Promise.reject(new Error('dead')),
      stop: () => void stopped++,
    });
    const { io } = ioWith({ threads: { count: 2, start } });
    await assert.rejects(checkAll(paths, { settings, io, progress: new Progress(100, io) }), /dead/u);
    assert.equal(stopped, 2);
  });
});

describe('Progress', () => {
  /** A clock that goes on by so much each time somebody looks. */
  const ticking = (milliseconds: number): (() => number) => {
    let time = 0;
    return () => (time += milliseconds);
  };

  it('redraws one line on a terminal and takes it away at the end', () => {
    const { io, told } = ioWith({ terminal: true, now: ticking(60) });
    const progress = new Progress(100, io);
    progress.advance(50);
    progress.advance(50);
    progress.end();
    assert.deepEqual(told, ['\r已检查 100/100 个文件', '\r\x1b[K']);
  });

  it('writes a line now and then to a log', () => {
    const { io, told } = ioWith({ now: ticking(3000) });
    const progress = new Progress(100, io);
    for (let i = 0; i < 4; i++) progress.advance(25);
    progress.end();
    assert.deepEqual(told, ['已检查 50/100 个文件\n', '已检查 100/100 个文件\n']);
  });

  it('says nothing over a few files or a short time', () => {
    const few = ioWith({ terminal: true, now: ticking(10_000) });
    new Progress(3, few.io).advance(3);
    const fast = ioWith({ terminal: true });
    new Progress(1000, fast.io).advance(1000);
    assert.deepEqual([...few.told, ...fast.told], []);
  });
});
