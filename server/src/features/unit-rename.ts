import type { TextEdit } from '../dialect/range';
import type { Registry } from '../registry/registry';
import { registryPlaces } from '../registry/registry-places';
import type { DraftInForce } from '../registry/unit-occurrences';
import { identityFor, occurrencesOf } from '../registry/unit-occurrences';
import { readUnitName } from '../registry/unit-name';
import { t } from '../localise';

export interface UnitRename {
  /** The spelling that is renamed, as it stands where the rename was asked for. */
  readonly written: string;
  readonly newName: string;
  /** What the spelling means there (`identityOf`). */
  readonly identity: string;
}

export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** Why a name cannot be given; undefined for one that can. In Chinese, for the rename box. */
export function refuseName(newName: string): string | undefined {
  const name = newName.trim();
  if (name === '') return t('单位名称不能为空。');
  if (/[\s、，,；;。：:〔〕[\]{}|#]/u.test(name))
    return t('单位名称里不能有空格、顿号、逗号、分号等符号，否则会断成几个单位。');
  return undefined;
}

/**
 * Writes one spelling of a unit otherwise, in every draft and in the registries. The same name with another area in
 * front (云溪县应急管理局 for 县应急管理局) changes with it and keeps its area; other short names stay what they are.
 */
export function renameUnit(
  rename: UnitRename,
  drafts: readonly DraftInForce[],
  registry: Registry | undefined,
): readonly FileEdits[] {
  const respell = respelling(rename.written, rename.newName.trim());
  const byFile = new Map<string, TextEdit[]>();
  const add = (uri: string, edits: readonly TextEdit[]) => {
    if (edits.length > 0) byFile.set(uri, [...(byFile.get(uri) ?? []), ...edits]);
  };
  for (const place of drafts) add(place.uri, editsOf(occurrencesOf(rename.identity, place), respell));
  for (const file of registry?.files ?? []) {
    const places = registryPlaces(file).filter(
      ({ role, text: { value } }) =>
        role !== 'former' && identityFor(value, registry?.resolve(value)) === rename.identity,
    );
    add(
      file.uri,
      editsOf(
        places.map(({ text }) => text),
        respell,
      ),
    );
  }
  return [...byFile].map(([uri, edits]) => ({ uri, edits }));
}

function editsOf(
  texts: readonly { readonly value: string; readonly range: TextEdit['range'] }[],
  respell: (value: string) => string | undefined,
): readonly TextEdit[] {
  return texts.flatMap(({ value, range }) => {
    const newText = respell(value);
    return newText === undefined || newText === value ? [] : [{ range, newText }];
  });
}

/** How a spelling changes with the rename; undefined for one that is not concerned. */
function respelling(written: string, newName: string): (value: string) => string | undefined {
  const before = split(written);
  const after = split(newName);
  const keepsArea = before.area !== '' && before.area === after.area;
  return (value) => {
    if (value === written) return newName;
    const other = split(value);
    const isVariant = other.rest === before.rest && (keepsArea || (before.area === '' && after.area === ''));
    return isVariant ? other.area + after.rest : undefined;
  };
}

/** A name as its area, literally as written, and the rest. */
function split(name: string): { readonly area: string; readonly rest: string } {
  const { core } = readUnitName(name);
  return name.endsWith(core) ? { area: name.slice(0, -core.length), rest: core } : { area: '', rest: name };
}
