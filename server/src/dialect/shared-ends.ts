/** How many characters two texts begin with in common, in UTF-16 units. */
export function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** How many characters two texts end with in common, in UTF-16 units; no more than `most`. */
export function sharedEnd(a: string, b: string, most = Infinity): number {
  const longest = Math.min(a.length, b.length, most);
  let length = 0;
  while (length < longest && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
