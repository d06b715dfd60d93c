import { itemLabel } from '../dialect/labels';
import type { Range } from '../dialect/range';
import type { Registry } from '../registry/registry';
import type { DraftInForce } from '../registry/unit-occurrences';
import { t } from '../localise';

export interface WorkspaceSymbol {
  readonly kind: 'unit' | 'collective' | 'task';
  readonly name: string;
  /** Where it belongs: the registry's category, the draft's title. */
  readonly container: string;
  readonly uri: string;
  readonly range: Range;
}

const MOST = 500;

/** Tasks of all drafts and units of all registries whose name has the characters asked for, in that order. */
export function workspaceSymbols(
  query: string,
  drafts: readonly DraftInForce[],
  registries: readonly Registry[],
): readonly WorkspaceSymbol[] {
  const wanted = query.replace(/\s+/g, '');
  const symbols = [...registries.flatMap(unitsOf), ...drafts.flatMap(tasksOf)];
  const seen = new Set<string>();
  return symbols
    .filter(({ name }) => hasInOrder(name, wanted))
    .filter(({ uri, range }) => !seen.has(`${uri}#${range.start}`) && seen.add(`${uri}#${range.start}`))
    .sort((a, b) => a.name.length - b.name.length)
    .slice(0, MOST);
}

function unitsOf({ units, collectives }: Registry): readonly WorkspaceSymbol[] {
  return [
    ...units.map(({ name, category, uri }) => ({
      kind: 'unit' as const,
      name: name.value,
      container: category ?? t('单位名录'),
      uri,
      range: name.range,
    })),
    ...collectives.map(({ name, uri }) => ({
      kind: 'collective' as const,
      name: name.value,
      container: t('集合'),
      uri,
      range: name.range,
    })),
  ];
}

function tasksOf({ uri, draft }: DraftInForce): readonly WorkspaceSymbol[] {
  return draft.tasks.map(({ item }) => ({
    kind: 'task' as const,
    name: itemLabel(item),
    container: draft.title?.value ?? '',
    uri,
    range: item.titleRange,
  }));
}

function hasInOrder(name: string, wanted: string): boolean {
  let position = 0;
  for (const character of wanted.toLowerCase()) {
    position = name.toLowerCase().indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
