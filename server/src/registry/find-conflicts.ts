import type { Located } from '../dialect/range';
import type { Collective, Registry, RegistryFile, Unit } from './registry';
import type { RegistryProblem } from './value';
import { t } from '../localise';

type Related = NonNullable<RegistryProblem['related']>[number];

/**
 * What is wrong between entries: names claimed twice, successors and superiors that do not exist, cycles of 上级.
 * `registry` is made of all layers; problems are those of `file`.
 */
export function findConflicts(file: RegistryFile, registry: Registry): readonly RegistryProblem[] {
  const problems: RegistryProblem[] = [];
  findDuplicateNames(file, problems);
  findAliasConflicts(file, problems);
  for (const unit of file.units) {
    checkSuccessors(unit, registry, problems);
    checkSuperior(unit, registry, problems);
  }
  findSuperiorCycles(file, registry, problems);
  for (const collective of file.collectives) checkMembers(collective, registry, problems);
  return problems;
}

/** All that is wrong with a file: in itself and among its layers. */
export function problemsOf(file: RegistryFile, registry: Registry): readonly RegistryProblem[] {
  return [...file.problems, ...findConflicts(file, registry)];
}

function findDuplicateNames(file: RegistryFile, problems: RegistryProblem[]): void {
  const first = new Map<string, Located>();
  for (const { name } of [...file.units, ...file.collectives]) {
    const earlier = first.get(name.value);
    if (!earlier) {
      first.set(name.value, name);
      continue;
    }
    problems.push({
      code: 'duplicate-name',
      level: 'error',
      message: t('“{0}”在名录中登记了两次，请合并为一条。', name.value),
      range: name.range,
      related: [{ uri: file.uri, range: earlier.range, message: t('前一次登记在这里。') }],
    });
  }
}

/** A short name must mean one unit: otherwise whoever writes it is misunderstood. */
function findAliasConflicts(file: RegistryFile, problems: RegistryProblem[]): void {
  const owners = new Map<string, { unit: Unit; place: Located }>();
  for (const unit of file.units) owners.set(unit.name.value, { unit, place: unit.name });
  for (const unit of file.units) {
    for (const alias of unit.aliases) {
      const owner = owners.get(alias.value);
      if (!owner) owners.set(alias.value, { unit, place: alias });
      else problems.push(aliasConflict(file.uri, unit, alias, owner));
    }
  }
}

function aliasConflict(
  uri: string,
  unit: Unit,
  alias: Located,
  owner: { readonly unit: Unit; readonly place: Located },
): RegistryProblem {
  const related: Related[] = [
    { uri, range: owner.place.range, message: t('“{0}”登记在这里。', owner.unit.name.value) },
  ];
  if (owner.unit === unit) {
    const message = t('“{0}”在这个单位里已经写过，可删去。', alias.value);
    return { code: 'alias-conflict', level: 'warning', message, range: alias.range, related };
  }
  const message = t(
    '“{0}”已是“{1}”的名称，不能又指“{2}”：稿中写它时无法分辨。',
    alias.value,
    owner.unit.name.value,
    unit.name.value,
  );
  return { code: 'alias-conflict', level: 'error', message, range: alias.range, related };
}

function checkSuccessors(unit: Unit, registry: Registry, problems: RegistryProblem[]): void {
  for (const successor of unit.abolished?.successors ?? []) {
    const found = registry.resolve(successor.value);
    if (found.status === 'unknown') {
      const message = t(
        '职责划入的“{0}”不在名录中{1}',
        successor.value,
        nearestAdvice(successor.value, registry),
      );
      problems.push({
        code: 'unknown-successor',
        level: 'error',
        message,
        range: successor.range,
        ...fixOf(successor, registry),
      });
    } else if (found.status === 'unit' && found.unit === unit) {
      const message = t('职责不能划入已撤销的单位自己。');
      problems.push({ code: 'unknown-successor', level: 'error', message, range: successor.range });
    }
  }
}

function checkSuperior(unit: Unit, registry: Registry, problems: RegistryProblem[]): void {
  const { superior } = unit;
  if (!superior || registry.resolve(superior.value).status !== 'unknown') return;
  const message = t('上级“{0}”不在名录中{1}', superior.value, nearestAdvice(superior.value, registry));
  // A warning: superiors of the highest units are often left out of a county's list on purpose.
  problems.push({
    code: 'unknown-superior',
    level: 'warning',
    message,
    range: superior.range,
    ...fixOf(superior, registry),
  });
}

function checkMembers(collective: Collective, registry: Registry, problems: RegistryProblem[]): void {
  for (const member of collective.members) {
    if (registry.resolve(member.value).status !== 'unknown') continue;
    const message = t('成员“{0}”不在名录中{1}', member.value, nearestAdvice(member.value, registry));
    problems.push({
      code: 'unknown-member',
      level: 'warning',
      message,
      range: member.range,
      ...fixOf(member, registry),
    });
  }
}

function findSuperiorCycles(file: RegistryFile, registry: Registry, problems: RegistryProblem[]): void {
  const done = new Set<Unit>();
  for (const start of file.units) {
    const path: Unit[] = [];
    let unit: Unit | undefined = start;
    while (unit && !done.has(unit) && !path.includes(unit)) {
      path.push(unit);
      unit = superiorOf(unit, registry);
    }
    const cycle = unit && path.includes(unit) ? path.slice(path.indexOf(unit)) : [];
    if (cycle.length > 0) reportCycle(cycle, file, problems);
    for (const seen of path) done.add(seen);
  }
}

function reportCycle(cycle: readonly Unit[], file: RegistryFile, problems: RegistryProblem[]): void {
  const head = cycle.find((unit) => unit.uri === file.uri && unit.superior);
  if (!head?.superior) return;
  const chain = [...cycle, cycle[0] as Unit].map(({ name }) => name.value).join(' → ');
  const message = t('上级关系成了圈：{0}。', chain);
  problems.push({ code: 'superior-cycle', level: 'error', message, range: head.superior.range });
}

function superiorOf(unit: Unit, registry: Registry): Unit | undefined {
  const found = unit.superior && registry.resolve(unit.superior.value);
  return found?.status === 'unit' ? found.unit : undefined;
}

function nearestAdvice(name: string, registry: Registry): string {
  const [nearest] = registry.nearNames(name, 1);
  return nearest ? t('，是否指“{0}”？', nearest.name) : t('。');
}

function fixOf(name: Located, registry: Registry): { replacement?: string } {
  const [nearest] = registry.nearNames(name.value, 1);
  return nearest ? { replacement: nearest.name } : {};
}
