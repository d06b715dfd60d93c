import type { TextEdit } from '../dialect/range';
import { mentionsOf } from '../registry/mentions';
import { addAlias, addCollective, addUnit, type EditableRegistry } from '../registry/edit-registry';
import type { Unit } from '../registry/registry';
import { writeRegistryYaml } from '../registry/registry-yaml';
import { nearSpellings, spellLike } from '../registry/spelling';
import { suggestRegistry } from '../registry/suggest-registry';
import { unitAt, type DraftInForce, type NamedUnit } from '../registry/unit-occurrences';
import { t } from '../localise';

/** What the light bulb offers for a unit; the edits are in several files. */
export interface UnitAction {
  readonly title: string;
  readonly files: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
  /** A file that the action makes. */
  readonly create?: { readonly name: string; readonly text: string };
}

export interface UnitActionContext {
  /** All drafts, this one included. */
  readonly workspace: readonly DraftInForce[];
  /** The registry that additions go to; undefined where there is none that can be edited as text. */
  readonly editable: EditableRegistry | undefined;
}

/** The name of a registry that is found without being named. */
export const NEW_REGISTRY = '单位名录.yaml';

export function unitActions(
  place: DraftInForce,
  offset: number,
  context: UnitActionContext,
): readonly UnitAction[] {
  const named = unitAt(place, offset);
  if (!named) return [];
  return [
    ...replaceEverywhere(place, named, context),
    ...(named.resolution.status === 'unknown' ? additions(place, named, context) : []),
    ...(place.registry ? [] : [draftRegistry(context)]),
  ];
}

/** Corrections that the findings offer for this draft, offered for all of them. */
function replaceEverywhere(
  { registry }: DraftInForce,
  { mention, resolution }: NamedUnit,
  { workspace }: UnitActionContext,
): readonly UnitAction[] {
  const files = workspace
    .map(({ uri, draft }) => ({
      uri,
      mentions: mentionsOf(draft).filter(({ value }) => value === mention.value),
    }))
    .filter(({ mentions }) => mentions.length > 0);
  if (files.length < 2 || mention.collective) return [];
  const count = files.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const names =
    resolution.status === 'unknown'
      ? registry
        ? nearSpellings(registry, mention.value)
        : []
      : properNames(resolution, mention.value);
  return [...new Set(names)]
    .filter((name) => name !== mention.value)
    .map((name) => ({
      title: t('在 {0} 份稿件中把 {1} 处“{2}”都改为“{3}”', files.length, count, mention.value, name),
      files: files.map(({ uri, mentions }) => ({
        uri,
        edits: mentions.map(({ range }) => ({ range, newText: name })),
      })),
    }));
}

function properNames(resolution: NamedUnit['resolution'], written: string): readonly string[] {
  if (resolution.status !== 'unit' || resolution.kind === 'area-variant') return [];
  const { unit } = resolution;
  const successors = unit.abolished?.successors.map(({ value }) => value) ?? [];
  return unit.abolished ? successors : [spellLike(unit, written)];
}

function additions(
  { registry }: DraftInForce,
  { mention }: NamedUnit,
  { editable }: UnitActionContext,
): readonly UnitAction[] {
  if (!editable || !registry) return [];
  const { value } = mention;
  const inRegistry = (title: string, edits: readonly TextEdit[] | undefined): readonly UnitAction[] =>
    edits ? [{ title, files: [{ uri: editable.file.uri, edits }] }] : [];
  const owners = registry.nearNames(value, 3).map(({ unit }) => unit);
  return [
    ...(mention.collective ? [] : inRegistry(t('把“{0}”加入单位名录', value), addUnit(editable, value))),
    ...(mention.collective ? [] : likelyOwners(owners, editable)).flatMap((unit) =>
      inRegistry(t('把“{0}”登记为“{1}”的简称', value, unit.name.value), addAlias(editable, unit, value)),
    ),
    ...inRegistry(t('把“{0}”登记为集合（统称）', value), addCollective(editable, value)),
  ];
}

function likelyOwners(owners: readonly Unit[], { file }: EditableRegistry): readonly Unit[] {
  return owners.filter((unit) => file.units.includes(unit));
}

/** Without a registry the drafts themselves are the best beginning of one. */
function draftRegistry({ workspace }: UnitActionContext): UnitAction {
  const drafts = workspace.map(({ draft }) => draft);
  const text = writeRegistryYaml(suggestRegistry(drafts));
  return {
    title: t('根据 {0} 份稿件起草单位名录（{1}）', drafts.length, NEW_REGISTRY),
    files: [],
    create: { name: NEW_REGISTRY, text },
  };
}
