import type { Registry } from './registry';

/** Shortest name worth taking for one half (县委, 团委). */
const SHORTEST = 2;

/**
 * Two names run together for want of a separator: 县应急管理局县水利局. Only where the registry has both as they stand
 * and there is one place to part them.
 */
export function splitJoinedNames(name: string, registry: Registry): readonly [string, string] | undefined {
  const found: (readonly [string, string])[] = [];
  for (let at = SHORTEST; at <= name.length - SHORTEST; at++) {
    const halves = [name.slice(0, at), name.slice(at)] as const;
    if (halves.every((half) => isStated(half, registry))) found.push(halves);
  }
  return found.length === 1 ? found[0] : undefined;
}

function isStated(name: string, registry: Registry): boolean {
  const found = registry.resolve(name);
  return (
    found.status === 'unit' &&
    (found.kind === 'exact' || found.kind === 'area-variant' || found.kind === 'alias')
  );
}
