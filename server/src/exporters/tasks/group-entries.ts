import type { LedgerEntry } from './ledger';

export type Grouping = 'section' | 'unit' | 'deadline';

export interface LedgerGroup {
  /** Empty where entries are not grouped. */
  readonly name: string;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Sorts entries into groups. An entry with several units or deadlines is in several groups: each unit finds all it
 * has to do in one place. Entries without any come last.
 */
export function groupEntries(entries: readonly LedgerEntry[], by: Grouping | undefined): LedgerGroup[] {
  if (by === undefined) return [{ name: '', entries }];
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const keys = new Set(KEYS[by](entry));
    for (const key of keys.size > 0 ? keys : [NONE[by]]) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  const named = [...groups].map(([name, members]) => ({ name, entries: members }));
  return named.sort(
    (a, b) => rank(a.name, by) - rank(b.name, by) || (by === 'deadline' ? compare(a.name, b.name) : 0),
  );
}

const KEYS: Readonly<Record<Grouping, (entry: LedgerEntry) => readonly string[]>> = {
  section: ({ section }) => (section === '' ? [] : [section]),
  unit: ({ leads, units, collectives }) => [...leads, ...units, ...collectives],
  deadline: ({ deadlines }) => deadlines.map(({ text, date }) => date ?? text),
};

const NONE: Readonly<Record<Grouping, string>> = {
  section: '（不在章节下）',
  unit: '（没有写明责任单位）',
  deadline: '（没有写明完成时限）',
};

/** Dates first, then deadlines that give no date, then what has none; other groupings keep the text's order. */
function rank(name: string, by: Grouping): number {
  if (name === NONE[by]) return 2;
  return by === 'deadline' && !/^\d{4}-\d{2}-\d{2}$/u.test(name) ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
