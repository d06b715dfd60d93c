import { isField } from '../dialect/fields/unit-name';
import { detach } from '../dialect/remember';
import { NearNameIndex } from './near-names';
import type {
  Collective,
  NearName,
  Registry,
  RegistryFile,
  Resolution,
  ResolveOptions,
  Unit,
} from './registry';
import { NameIndex, type Candidate } from './name-index';
import { resolveCandidates } from './resolve-candidates';
import { readPlaces, readUnitName } from './unit-name';

/** How many answers are kept; a plan names some hundred units at most, a workspace some thousand. */
const MEMORY = 20_000;
/** Years a writer tries while writing one. */
const YEARS = 8;

const KINDS_OF_DEPARTMENT = ['局', '委', '厅', '部', '办'];

/** Joins layers (the draft's own first, then county, then province) into the registry in force. */
export function createRegistry(files: readonly RegistryFile[]): Registry {
  return new IndexedRegistry(files);
}

class IndexedRegistry implements Registry {
  readonly units: readonly Unit[];
  readonly collectives: readonly Collective[];
  private readonly places: readonly string[];
  private readonly names: NameIndex;
  private readonly collectivesByName = new Map<string, Collective>();
  private near: NearNameIndex | undefined;
  /** By year, then by name. */
  private readonly resolved = new Map<number | undefined, Map<string, Resolution>>();
  private readonly nearFound = new Map<string, readonly NearName[]>();

  constructor(readonly files: readonly RegistryFile[]) {
    this.units = mergeLayers(files);
    this.collectives = files.flatMap((file) => file.collectives);
    this.places = collectPlaces(files, this.units);
    this.names = new NameIndex(this.units, this.places);
    for (const collective of this.collectives) {
      for (const { value } of [collective.name, ...collective.aliases]) {
        const key = collectiveKey(value);
        if (!this.collectivesByName.has(key)) this.collectivesByName.set(key, collective);
      }
    }
  }

  get size(): number {
    return this.units.length;
  }

  resolve(name: string, options: ResolveOptions = {}): Resolution {
    const { year } = options;
    const names = this.resolvedIn(year);
    const known = names.get(name);
    if (known) return known;
    const resolution = this.resolveAfresh(name, year);
    if (names.size >= MEMORY) names.clear();
    names.set(detach(name), resolution);
    return resolution;
  }

  private resolvedIn(year: number | undefined): Map<string, Resolution> {
    let names = this.resolved.get(year);
    if (!names) {
      if (this.resolved.size >= YEARS) this.resolved.clear();
      this.resolved.set(year, (names = new Map()));
    }
    return names;
  }

  private resolveAfresh(name: string, year: number | undefined): Resolution {
    const collective = this.collectivesByName.get(collectiveKey(name));
    if (collective) return { status: 'collective', collective };
    const found = resolveCandidates(this.candidates(name), year);
    return found.status === 'unknown' && isField(name) ? this.resolveField(name, year) : found;
  }

  private candidates(name: string): readonly Candidate[] {
    return this.names.candidates(readUnitName(name, this.places));
  }

  /** 财政 in 财政、住建等部门 stands for the department of its field, of whatever kind it is. */
  private resolveField(field: string, year: number | undefined): Resolution {
    const departments = KINDS_OF_DEPARTMENT.flatMap((kind) => this.candidates(field + kind));
    const derived = departments.filter(({ kind }) => kind !== 'former');
    return resolveCandidates(
      derived.map((candidate) => ({ ...candidate, kind: 'derived' })),
      year,
    );
  }

  nearNames(name: string, limit = 3): readonly NearName[] {
    let found = this.nearFound.get(name);
    if (!found) {
      this.near ??= new NearNameIndex(this.units, this.places);
      found = this.near.find(readUnitName(name, this.places));
      if (this.nearFound.size >= MEMORY) this.nearFound.clear();
      this.nearFound.set(name, found);
    }
    return found.slice(0, limit);
  }

  membersOf(collective: Collective): readonly Unit[] {
    const members = collective.members.map((member) => this.resolve(member.value));
    return members.flatMap((member) => (member.status === 'unit' ? [member.unit] : []));
  }
}

/** A unit that a nearer layer names as well is the nearer layer's: a draft's own list may correct the county's. */
function mergeLayers(files: readonly RegistryFile[]): readonly Unit[] {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const units = file.units.filter((unit) => !seen.has(unit.name.value));
    for (const unit of units) seen.add(unit.name.value);
    return units;
  });
}

function collectPlaces(files: readonly RegistryFile[], units: readonly Unit[]): readonly string[] {
  const prefixes = new Set<string>();
  for (const file of files) if (file.area) prefixes.add(file.area.value);
  for (const unit of units) if (unit.area) prefixes.add(unit.area);
  return [...new Set([...prefixes].flatMap(readPlaces))];
}

/** 各乡镇（街道）, 各乡镇(街道) and 各乡镇、街道 are the same collective. */
function collectiveKey(name: string): string {
  return name.normalize('NFKC').replace(/[\s()、，,和及]/g, '');
}
