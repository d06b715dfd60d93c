import type { Registry } from './registry';

/** Names as a ledger puts them together. */
export interface LedgerNames {
  official(name: string): string;
  /** The units a collective stands for; empty where the registry does not say. */
  membersOf(collective: string): readonly string[];
}

/** Short and former names are put together with the unit they mean; what is not sure stands as it is written. */
export function ledgerNames(registry: Registry, year: number | undefined): LedgerNames {
  const resolve = (name: string): ReturnType<Registry['resolve']> => registry.resolve(name, { year });
  return {
    official: (name) => {
      const found = resolve(name);
      return found.status === 'unit' ? found.unit.name.value : name;
    },
    membersOf: (collective) => {
      const found = resolve(collective);
      return found.status === 'collective' ? found.collective.members.map(({ value }) => value) : [];
    },
  };
}
