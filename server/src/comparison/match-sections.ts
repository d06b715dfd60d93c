import type { Item } from '../dialect/model';
import { groupBy } from '../dialect/group-by';
import { assign } from './assign';
import type { TaskPair } from './match-tasks';
import { cosine, TextSpace, type TextVector } from './similarity';

/** A chapter or section of the old draft → what it became in the new one. */
export type SectionMatching = ReadonlyMap<Item, Item>;

/** Below this two sections are not the same: neither their titles nor their tasks are alike. */
const LEAST_LIKENESS = 0.3;

/** Chapters and sections are the same by their titles and by the tasks they share: either may have changed. */
export function matchSections(pairs: readonly TaskPair[]): SectionMatching {
  const votes = new Map<Item, Map<Item, number>>();
  for (const pair of pairs)
    for (const from of placesOf(pair.old.section))
      for (const to of placesOf(pair.new.section)) {
        const own = votes.get(from) ?? new Map<Item, number>();
        votes.set(from, own.set(to, (own.get(to) ?? 0) + 1));
      }
  return bestPartners(votes, {
    old: countTasks(pairs.map((pair) => pair.old.section)),
    new: countTasks(pairs.map((pair) => pair.new.section)),
  });
}

type Counts = ReadonlyMap<Item, number>;

function bestPartners(
  votes: ReadonlyMap<Item, ReadonlyMap<Item, number>>,
  counts: { readonly old: Counts; readonly new: Counts },
): SectionMatching {
  const from = [...votes.keys()];
  const to = [...new Set(from.flatMap((item) => [...(votes.get(item)?.keys() ?? [])]))];
  const space = new TextSpace([...from, ...to].map(({ title }) => title));
  const titles = new Map([...from, ...to].map((item) => [item, space.vectorOf(item.title)]));
  const likeness = (a: Item, b: Item, shared: number): number => {
    const all = (counts.old.get(a) ?? 0) + (counts.new.get(b) ?? 0) - shared;
    return cosine(titles.get(a) as TextVector, titles.get(b) as TextVector) * 0.5 + (shared / all) * 0.5;
  };
  const offers = from.flatMap((a, i) =>
    [...(votes.get(a) ?? [])].map(([b, shared]) => ({
      from: i,
      to: to.indexOf(b),
      value: likeness(a, b, shared),
    })),
  );
  const partners = assign(offers.filter(({ value }) => value >= LEAST_LIKENESS));
  return new Map([...partners].map(([i, j]) => [from[i] as Item, to[j] as Item]));
}

function countTasks(sections: readonly (Item | undefined)[]): Counts {
  const groups = groupBy(sections.flatMap(placesOf), (item) => item);
  return new Map([...groups].map(([item, { length }]) => [item, length]));
}

/** The section, the chapter around it, and so on. */
export function placesOf(section: Item | undefined): Item[] {
  return section === undefined ? [] : [section, ...placesOf(section.parent)];
}
