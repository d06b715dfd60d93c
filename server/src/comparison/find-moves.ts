import { longestIncreasing } from './longest-increasing';
import { matchSections, placesOf, type SectionMatching } from './match-sections';
import type { TaskPair } from './match-tasks';

/** A task that stands elsewhere: under another heading, or before or after others than it did. */
export interface MovedTask extends TaskPair {
  readonly because: 'section' | 'order';
}

/**
 * The pairs (in old order) that moved. Of those that kept their section as few as possible are said to have moved: one
 * task put in at the front moves no other.
 */
export function findMoves(pairs: readonly TaskPair[]): MovedTask[] {
  const sections = matchSections(pairs);
  const staying = pairs.filter((pair) => keptSection(pair, sections));
  const inOrder = longestIncreasing(staying.map((pair) => pair.new.range.start));
  const kept = new Set(staying.filter((_, index) => inOrder.has(index)));
  const stayed = new Set(staying);
  return pairs
    .filter((pair) => !kept.has(pair))
    .map((pair) => ({ ...pair, because: stayed.has(pair) ? 'order' : 'section' }));
}

/** Putting sections into a chapter, or taking them out of it, moves none of its tasks. */
function keptSection(pair: TaskPair, sections: SectionMatching): boolean {
  const [from, to] = [pair.old.section, pair.new.section];
  if (from === undefined || to === undefined) return true;
  const became = sections.get(from);
  if (became !== undefined && placesOf(to).includes(became)) return true;
  return placesOf(from).some((place) => sections.get(place) === to);
}
