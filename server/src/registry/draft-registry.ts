import type { Draft } from '../dialect/model';
import type { Located } from '../dialect/range';
import { createRegistry } from './create-registry';
import { LayeredRegistry } from './layered-registry';
import { readRegistryFile } from './read-registry';
import type { Registry, RegistryFile } from './registry';
import { readYaml } from './yaml-value';

/** The front matter key with which a draft names its registries, or holds one. */
export const REGISTRY_KEY = '单位名录';
/** Registry files that are found by their name beside drafts and in the folders above. */
export const REGISTRY_FILE_NAMES = [
  '单位名录.yaml',
  '单位名录.yml',
  '单位名录.csv',
  '单位名录.xlsx',
] as const;
const REGISTRY_FILE = /\.(?:ya?ml|csv|xlsx)$/iu;

/** What a draft says of its registry in its front matter. */
export interface DraftRegistry {
  /** Registry files, relative to the draft, the first one first in precedence. */
  readonly paths: readonly Located[];
  /** Units written into the front matter itself. */
  readonly inline: RegistryFile | undefined;
}

const NONE: DraftRegistry = { paths: [], inline: undefined };

export function registryNamedBy(draft: Draft, uri = ''): DraftRegistry {
  const entry = draft.frontMatter?.entries.find(({ key }) => key.value === REGISTRY_KEY);
  if (!entry) return NONE;
  const paths = pathsIn(entry.value);
  if (paths) return { paths: paths.map((value) => ({ value, range: entry.valueRange })), inline: undefined };
  // The key's line is taken along, so that the indentation of what follows means what it meant.
  const { start } = draft.lines.rangeOf(draft.lines.lineAt(entry.key.range.start));
  const reading = readYaml(draft.text.slice(start, entry.valueRange.end), start);
  const value = reading.value?.kind === 'map' ? reading.value.entries[0]?.value : undefined;
  return { paths: [], inline: readRegistryFile(uri, { value, problems: reading.problems }) };
}

/** The registry in force for a draft: the units its front matter holds, before those of `base`. */
export function registryFor(draft: Draft, base: Registry | undefined, uri = ''): Registry | undefined {
  const { inline } = registryNamedBy(draft, uri);
  if (!inline || inline.units.length + inline.collectives.length === 0) return base;
  const own = createRegistry([inline]);
  return base ? new LayeredRegistry(own, base) : own;
}

function pathsIn(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((item) => typeof item === 'string' && REGISTRY_FILE.test(item))
    ? value
    : undefined;
}
