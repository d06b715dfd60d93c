import type {
  Collective,
  NearName,
  Registry,
  RegistryFile,
  Resolution,
  ResolveOptions,
  Unit,
} from './registry';

/** A small registry before a large one, without indexing the large one again: a draft's own units change as one types. */
export class LayeredRegistry implements Registry {
  constructor(
    private readonly near: Registry,
    private readonly wide: Registry,
  ) {}

  get size(): number {
    return this.units.length;
  }

  get files(): readonly RegistryFile[] {
    return [...this.near.files, ...this.wide.files];
  }

  get units(): readonly Unit[] {
    const own = new Set(this.near.units.map(({ name }) => name.value));
    return [...this.near.units, ...this.wide.units.filter(({ name }) => !own.has(name.value))];
  }

  get collectives(): readonly Collective[] {
    return [...this.near.collectives, ...this.wide.collectives];
  }

  /** The nearer layer decides, unless it only guesses at what the wider one states. */
  resolve(name: string, options?: ResolveOptions): Resolution {
    const near = this.near.resolve(name, options);
    if (isStated(near)) return near;
    const wide = this.wide.resolve(name, options);
    return isStated(wide) || near.status === 'unknown' ? wide : near;
  }

  nearNames(name: string, limit = 3): readonly NearName[] {
    const found = [...this.near.nearNames(name, limit), ...this.wide.nearNames(name, limit)];
    const names = new Set<string>();
    return found
      .filter((near) => !names.has(near.name) && names.add(near.name))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, limit);
  }

  membersOf(collective: Collective): readonly Unit[] {
    const members = collective.members.map((member) => this.resolve(member.value));
    return members.flatMap((member) => (member.status === 'unit' ? [member.unit] : []));
  }
}

function isStated(resolution: Resolution): boolean {
  if (resolution.status !== 'unit') return resolution.status !== 'unknown';
  return resolution.kind !== 'derived' && resolution.kind !== 'former';
}
