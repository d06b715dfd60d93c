import type { Registry } from '../registry/registry';
import type { UnitOf } from './compare-fields';

/** The unit that a name stands for by the registry; without one, or where it cannot tell, the name itself. */
export function unitOfRegistry(registry: Registry | undefined): UnitOf {
  return (name, year) => {
    const found = registry?.resolve(name, { year });
    if (found?.status === 'unit') return found.unit.name.value;
    return found?.status === 'collective' ? found.collective.name.value : name;
  };
}
