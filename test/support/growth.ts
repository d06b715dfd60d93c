import assert from 'node:assert/strict';
import { processorTime } from '../bench/measure';

/** Times as large an input: linear work takes as many times as long, quadratic work the square of that. */
const TIMES = 8;
/** How often each is measured: what takes little time is soon taken for slow, and then hides how the other grows. */
const TURNS = { short: 8, long: 3 };
/** Milliseconds below which a clock says little. */
const LEAST = 4;

/**
 * Fails where work takes time out of all proportion to the size of what it is given: measured beside the same work on
 * an eighth of the size, in processor time, so that the machine and what else it does count alike on both sides.
 * `prepare` makes the input, which is not measured.
 */
export async function assertGrowsWithSize(
  prepare: (size: number) => () => unknown,
  size: number,
): Promise<void> {
  const timeOf = async (work: () => unknown, turns: number): Promise<number> => {
    const times = [];
    for (let turn = 0; turn < turns; turn++) times.push(await processorTime(work));
    return Math.min(...times);
  };
  const part = prepare(Math.round(size / TIMES));
  await part();
  const short = await timeOf(part, TURNS.short);
  const long = await timeOf(prepare(size), TURNS.long);
  assert.ok(
    long < Math.max(short, LEAST) * TIMES * 4,
    `${long.toFixed(0)} ms for ${TIMES} times what takes ${short.toFixed(0)} ms`,
  );
}
