/** `Map.groupBy`, which Node 20 does not have yet. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The value that most of `values` have, the first of them where several do. */
export function mostFrequent<T>(values: readonly T[]): T | undefined {
  let best: { value: T; count: number } | undefined;
  for (const [value, { length: count }] of groupBy(values, (value) => value))
    if (best === undefined || count > best.count) best = { value, count };
  return best?.value;
}
