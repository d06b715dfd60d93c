import { headingOf, itemLabel } from '../dialect/labels';
import type { Task } from '../dialect/model';
import type { Range } from '../dialect/range';
import type { DraftInForce } from '../registry/unit-occurrences';
import { mentionsInTask, tasksOf, unitAt } from '../registry/unit-occurrences';
import { t } from '../localise';

/** A unit that tasks “call”, in the sense of a call hierarchy. */
export interface CalledUnit {
  readonly name: string;
  readonly identity: string;
  readonly detail: string;
  readonly range: Range;
}

/** A task that names a unit, and where it does. */
export interface CallingTask {
  readonly uri: string;
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly mentions: readonly Range[];
}

export function calledUnit(place: DraftInForce, offset: number): CalledUnit | undefined {
  const named = unitAt(place, offset);
  if (!named) return undefined;
  const { mention, resolution, identity } = named;
  const name = resolution.status === 'unit' ? resolution.unit.name.value : mention.value;
  return { name, identity, detail: mention.collective ? t('统称') : t('单位'), range: mention.range };
}

/** All tasks of a unit, draft by draft. */
export function callingTasks(identity: string, drafts: readonly DraftInForce[]): readonly CallingTask[] {
  return drafts.flatMap((place) => tasksOf(identity, place).map((task) => describe(identity, place, task)));
}

function describe(identity: string, place: DraftInForce, task: Task): CallingTask {
  return {
    uri: place.uri,
    name: itemLabel(task.item),
    detail: place.draft.title?.value ?? '',
    range: task.range,
    selectionRange: headingOf(task.item),
    mentions: mentionsInTask(identity, place, task).map(({ range }) => range),
  };
}
