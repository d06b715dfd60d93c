import { readFileSync } from 'node:fs';

/** Milliseconds of processor time, of all threads: on a machine that others use, time on the clock says little. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export async function clockTime(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds of processor time that ended child processes have taken so far. Reads /proc: on Linux only. */
export function childrenTime(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  // cutime and cstime of proc_pid_stat(5), in ticks of a hundredth of a second.
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Runs every contender once a round, so that what else the machine does meets all alike. Medians by name; the first
 * rounds only warm up.
 */
export async function inRounds(
  contenders: Readonly<Record<string, () => unknown>>,
  options: { rounds: number; warmUp?: number; measure?: typeof processorTime },
): Promise<Record<string, number>> {
  const { rounds, warmUp = 0, measure = processorTime } = options;
  const times: Record<string, number[]> = {};
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const time = await measure(run);
      if (round >= warmUp) (times[name] ??= []).push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}
