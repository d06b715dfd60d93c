/**
 * A pure function of a text that remembers what it gave. A plan says the same hundred names again and again, with every
 * keystroke; past `limit` texts it begins anew, so that memory stays flat.
 */
export function remember<T>(compute: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = compute(text);
      if (known.size >= limit) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
