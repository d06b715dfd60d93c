import { assign } from '../../../comparison/assign';
import { listDiff } from '../../../comparison/list-diff';
import { longestIncreasing } from '../../../comparison/longest-increasing';
import { similarPairs, TextSpace } from '../../../comparison/similarity';

/** Something that stands in a sequence: a paragraph, a table, a row. Only equal kinds can be the same thing. */
export interface Alignable {
  readonly kind: string;
  readonly text: string;
}

/** One step through two sequences at once; a moved thing is met twice, where it was and where it is. */
export type Step<T> =
  | { readonly kind: 'pair'; readonly old: T; readonly new: T }
  | { readonly kind: 'delete'; readonly old: T; readonly movedTo?: T }
  | { readonly kind: 'insert'; readonly new: T; readonly movedFrom?: T };

/** Below this two paragraphs have nothing to do with each other. */
const LEAST_LIKENESS = 0.3;
/** What tells equal texts apart is how far they have come. */
const NEARNESS = 0.05;

/** Walks from one sequence to the other: what stayed, what is gone, what is new and what moved. */
export function align<T extends Alignable>(old: readonly T[], current: readonly T[]): Step<T>[] {
  const partners = findPartners(old, current);
  const sources = [...partners.keys()].sort((a, b) => a - b);
  const kept = longestIncreasing(sources.map((from) => partners.get(from) ?? 0));
  const anchors = sources.filter((_, index) => kept.has(index));
  const moved = new Map(
    sources.filter((_, index) => !kept.has(index)).map((from) => [from, partners.get(from) ?? 0]),
  );
  const movedFrom = new Map([...moved].map(([from, to]) => [to, from]));
  const steps: Step<T>[] = [];
  let [x, y] = [0, 0];
  for (const anchor of [...anchors, old.length]) {
    const to = partners.get(anchor) ?? current.length;
    steps.push(...fillGap({ old, current, moved, movedFrom }, [x, anchor], [y, to]));
    if (anchor < old.length) steps.push({ kind: 'pair', old: old[anchor] as T, new: current[to] as T });
    [x, y] = [anchor + 1, to + 1];
  }
  return steps;
}

function findPartners(old: readonly Alignable[], current: readonly Alignable[]): ReadonlyMap<number, number> {
  const space = new TextSpace([...old, ...current].map(({ text }) => text));
  const [from, to] = [old, current].map((side) => side.map(({ text }) => space.vectorOf(text)));
  const offers = similarPairs(from ?? [], to ?? [], LEAST_LIKENESS)
    .filter((pair) => old[pair.from]?.kind === current[pair.to]?.kind)
    .map((pair) => {
      const distance = Math.abs(pair.from / old.length - pair.to / current.length);
      return { from: pair.from, to: pair.to, value: pair.score - LEAST_LIKENESS + NEARNESS * (1 - distance) };
    });
  return assign(offers);
}

interface Sequences<T> {
  readonly old: readonly T[];
  readonly current: readonly T[];
  readonly moved: ReadonlyMap<number, number>;
  readonly movedFrom: ReadonlyMap<number, number>;
}

/** Between two things that stayed: empty lines pair with empty lines, the rest is gone or new. */
function fillGap<T extends Alignable>(
  { old, current, moved, movedFrom }: Sequences<T>,
  [oldStart, oldEnd]: readonly [number, number],
  [newStart, newEnd]: readonly [number, number],
): Step<T>[] {
  const keys = (side: readonly T[], start: number, end: number, name: string): string[] =>
    side.slice(start, end).map(({ kind, text }, i) => (text === '' ? kind : `${name}${i}`));
  const steps = listDiff(keys(old, oldStart, oldEnd, 'old'), keys(current, newStart, newEnd, 'new'));
  let [x, y] = [oldStart, newStart];
  const inTurn = steps ?? [
    ...Array.from({ length: oldEnd - oldStart }, () => 'delete' as const),
    ...Array.from({ length: newEnd - newStart }, () => 'insert' as const),
  ];
  return inTurn.map((step): Step<T> => {
    if (step === 'equal') return { kind: 'pair', old: old[x++] as T, new: current[y++] as T };
    if (step === 'delete') {
      const to = moved.get(x);
      return {
        kind: 'delete',
        old: old[x++] as T,
        ...(to === undefined ? {} : { movedTo: current[to] as T }),
      };
    }
    const from = movedFrom.get(y);
    return {
      kind: 'insert',
      new: current[y++] as T,
      ...(from === undefined ? {} : { movedFrom: old[from] as T }),
    };
  });
}
