import { abbreviates, readParts } from './short-names';
import { areasAgree, readUnitName } from './unit-name';
import type { UnitName } from './unit-name';

/** How two names that no registry explains relate, judged by their form alone. */
export type NameRelation =
  /** The same name, white space and width of brackets aside, or with the area written otherwise. */
  | 'same'
  /** The first is a short form of the second (区应急局, 区应急管理局). */
  | 'short-of'
  /** The second is a short form of the first. */
  | 'full-of'
  | 'different';

export function relate(a: string, b: string): NameRelation {
  const left = readUnitName(a);
  const right = readUnitName(b);
  if (left.core !== right.core && readParts(left.core).kind !== readParts(right.core).kind)
    return 'different';
  if (!sameLevel(left, right)) return 'different';
  if (left.core === right.core) return 'same';
  if (abbreviates(left.core, right.core)) return 'short-of';
  return abbreviates(right.core, left.core) ? 'full-of' : 'different';
}

/** Without a registry only names that say their level are compared: 应急局 may be the city's as well as the county's. */
function sameLevel(a: UnitName, b: UnitName): boolean {
  return (a.area.level === '') === (b.area.level === '') && areasAgree(a.area, b.area);
}
