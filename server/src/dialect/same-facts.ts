import { isRangeMoved, type Change } from './draft-change';
import { isRange } from './range';
import { isSameList } from './same-list';

/** Whether plain data is the same; ranges stand where they stood, and line numbers are no part of it. */
export function isSame(one: unknown, other: unknown, change: Change): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (isRange(one)) return isRange(other) && isRangeMoved(one, other, change);
  const [facts, others] = [Object.entries(one), Object.entries(other)];
  return isSameList(facts, others, ([key, fact], [otherKey, same]) => {
    return key === otherKey && (key === 'line' || isSame(fact, same, change));
  });
}
