import type { Draft, Task, UnitMention } from '../dialect/model';
import { contains } from '../dialect/range';
import { mentionAt, mentionsOf } from './mentions';
import type { Registry, Resolution } from './registry';
import { readUnitName } from './unit-name';

/** A draft of the workspace with the registry in force for it. */
export interface DraftInForce {
  readonly uri: string;
  readonly draft: Draft;
  readonly registry: Registry | undefined;
}

/** A name at a place, with what it means there. */
export interface NamedUnit {
  readonly mention: UnitMention;
  readonly resolution: Resolution;
  /** Equal for names that mean the same: one unit of the registry, one collective, or one name of no known unit. */
  readonly identity: string;
}

export function unitAt(place: DraftInForce, offset: number): NamedUnit | undefined {
  const mention = mentionAt(place.draft, offset);
  return mention && nameUnit(mention, place);
}

/** Every place in a draft that means the unit `identity`. */
export function occurrencesOf(identity: string, place: DraftInForce): readonly UnitMention[] {
  return mentionsOf(place.draft).filter((mention) => identityOf(mention.value, place) === identity);
}

/** The tasks that name the unit, in their text or in a linked row of a table. */
export function tasksOf(identity: string, place: DraftInForce): readonly Task[] {
  return place.draft.tasks.filter(({ fields, rows }) =>
    [...fields.units, ...rows.flatMap(({ units }) => units)].some(
      ({ value }) => identityOf(value, place) === identity,
    ),
  );
}

/** The mentions of a unit that belong to a task, in its text or in its rows. */
export function mentionsInTask(identity: string, place: DraftInForce, task: Task): readonly UnitMention[] {
  return occurrencesOf(identity, place).filter(({ range }) =>
    [task.range, ...task.rows.map((row) => row.range)].some((outer) => contains(outer, range)),
  );
}

export function identityOf(name: string, { draft, registry }: DraftInForce): string {
  return identityFor(name, registry?.resolve(name, { year: draft.year }));
}

function nameUnit(mention: UnitMention, { draft, registry }: DraftInForce): NamedUnit {
  const resolution = registry?.resolve(mention.value, { year: draft.year }) ?? { status: 'unknown' };
  return { mention, resolution, identity: identityFor(mention.value, resolution) };
}

/** What `identityOf` gives for a name that the registry resolves as said. */
export function identityFor(name: string, resolution: Resolution | undefined): string {
  if (resolution?.status === 'unit') return `unit:${resolution.unit.name.value}`;
  if (resolution?.status === 'collective') return `collective:${resolution.collective.name.value}`;
  const { area, core } = readUnitName(name);
  return `name:${area.level}${core}`;
}
