import { WHITE_SPACE } from './character-set';
import { characters } from './fields/signs';
import { remember } from './remember';

/**
 * Links the rows of task tables to the tasks whose title they bear: exactly, by the distinctive part (道路交通领域 ↔
 * 开展道路交通领域整治行动), or nearly (a word more or less). A row that fits two tasks equally well is linked to none.
 */
export function linkRows<I extends Titled, R extends Named>(
  items: readonly I[],
  tables: readonly { readonly rows: readonly R[] }[],
): ReadonlyMap<I, readonly R[]> {
  const titles = items.map((item) => ({ item, title: bare(item.title) }));
  const exact = new Map(titles.map(({ title, item }) => [title, item]));
  const linked = new Map<I, R[]>();
  const byName = new Map<string, I | undefined>();
  for (const table of tables) {
    for (const row of table.rows) {
      const name = bare(row.name);
      if (name.length < 2) continue;
      if (!byName.has(name))
        byName.set(name, exact.get(name) ?? contained(name, titles) ?? nearest(name, titles));
      const item = byName.get(name);
      if (item === undefined) continue;
      const rows = linked.get(item);
      if (rows === undefined) linked.set(item, [row]);
      else rows.push(row);
    }
  }
  return linked;
}

interface Titled {
  readonly title: string;
}

interface Named {
  readonly name: string;
}

interface Title<I> {
  readonly item: I;
  readonly title: string;
}

const marks = characters(`${WHITE_SPACE}“”"'‘’《》（）()、，,。．.`);

function bare(text: string): string {
  return marks.removeFrom(text);
}

const DISTINCTIVE = 4;

function contained<I>(name: string, titles: readonly Title<I>[]): I | undefined {
  if (name.length < DISTINCTIVE) return undefined;
  const found = titles.filter(
    ({ title }) => title.includes(name) || (title.length >= DISTINCTIVE && name.includes(title)),
  );
  return found.length === 1 ? found[0]?.item : undefined;
}

/** How alike two titles must be to be one with a word changed (Dice coefficient of character pairs). */
const ALIKE = 0.75;

function nearest<I>(name: string, titles: readonly Title<I>[]): I | undefined {
  const grams = bigrams(name);
  let best: { item: I; score: number } | undefined;
  let second = 0;
  for (const { item, title } of titles) {
    const score = dice(grams, bigrams(title));
    if (best === undefined || score > best.score) {
      second = best?.score ?? 0;
      best = { item, score };
    } else if (score > second) second = score;
  }
  return best !== undefined && best.score >= ALIKE && best.score - second > 0.1 ? best.item : undefined;
}

const bigrams = remember((text): ReadonlySet<string> => {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) grams.add(text.slice(i, i + 2));
  return grams;
});

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common++;
  return (2 * common) / (a.size + b.size);
}
