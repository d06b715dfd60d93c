/** Indices of one longest strictly increasing run of `values` (patience sorting, n log n): what kept its order. */
export function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  /** At each length the index of the run with the smallest end. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    const length = firstNotBelow(ends, values, value);
    before[index] = ends[length - 1];
    ends[length] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return kept;
}

function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] as number] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
