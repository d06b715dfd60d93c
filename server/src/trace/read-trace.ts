import type { Draft, Item, Task } from '../dialect/model';
import { contains, type Range } from '../dialect/range';
import { digestOf, itemSaying, rememberedDigests } from './digest';
import { findPlace, placeOf } from './find-place';
import { formatSteps, readPlaces, type NamedPlace } from './read-places';
import { shortNameOf, type Superior } from './superiors';

/** Why a statement leads nowhere. */
export type TraceFault =
  /** No superior's plan is called so, or several are there and none is named. */
  | 'no-plan'
  /** The plan has no such item. */
  | 'no-item'
  /** The plan has several items of this number. */
  | 'several-items';

/** One item of a superior's plan that a task states to carry out. */
export interface TraceLink {
  readonly task: Task;
  /** The words of the statement: 市要点第12项. */
  readonly range: Range;
  /** As written out in full, also where the statement leaves out the name: 市要点第12项. */
  readonly label: string;
  readonly superior: Superior | undefined;
  readonly target: Item | undefined;
  readonly fault: TraceFault | undefined;
  /** Whether the item says something else than when somebody last looked; false where nobody has. */
  readonly outdated: boolean;
  /** Where the item that was meant bears another number now. The target is that item, not the one that got the number. */
  readonly formerly: Formerly | undefined;
}

/** The place of an item before its plan was renumbered. */
export interface Formerly {
  /** What the front matter remembers it as: 市要点第12项. */
  readonly key: string;
  /** What stands at that place now. */
  readonly heir: Item | undefined;
}

/** All statements of a draft, in the order of its tasks. */
export function readTrace(draft: Draft, superiors: readonly Superior[]): readonly TraceLink[] {
  const digests = rememberedDigests(draft);
  return draft.tasks.flatMap((task) =>
    task.fields.clauses
      .flatMap(({ parts }) => parts)
      .filter(({ field }) => field === 'carries-out')
      .flatMap(({ content }) => readPlaces(content))
      .map((place) => createLink(task, place, superiors, digests)),
  );
}

function createLink(
  task: Task,
  place: NamedPlace,
  superiors: readonly Superior[],
  digests: ReadonlyMap<string, string>,
): TraceLink {
  const superior = superiorCalled(place.plan, superiors);
  const label = (superior?.name ?? place.plan ?? '') + formatSteps(place.steps);
  const base = { task, range: place.range, label, superior, outdated: false, formerly: undefined };
  if (!superior) return { ...base, target: undefined, fault: 'no-plan' };
  const found = findPlace(superior.draft, place.steps);
  const there = 'item' in found ? found.item : undefined;
  const key = there ? digestKey(superior, there) : label;
  const digest = digests.get(key);
  const isAsKnown = digest === undefined || (there && digestOf(superior.draft, there) === digest);
  const moved = isAsKnown ? undefined : itemSaying(superior.draft, digest);
  if (moved) return { ...base, target: moved, fault: undefined, formerly: { key, heir: there } };
  if ('fault' in found)
    return { ...base, target: undefined, fault: found.fault === 'several' ? 'several-items' : 'no-item' };
  return { ...base, target: found.item, fault: undefined, outdated: !isAsKnown };
}

/** Under which name the front matter remembers what an item says. */
export function digestKey({ name, draft }: Superior, item: Item): string {
  return name + placeOf(draft, item);
}

function superiorCalled(name: string | undefined, superiors: readonly Superior[]): Superior | undefined {
  if (name === undefined) return superiors.length === 1 ? superiors[0] : undefined;
  const called = superiors.filter(
    (superior) =>
      superior.name === name || superior.draft.title?.value === name || shortNameOf(superior.draft) === name,
  );
  return called.length === 1 ? called[0] : called.find((superior) => superior.name === name);
}

/** Whether a statement speaks of an item: of itself, of what holds it, or of a point of it. */
export function concerns({ target }: TraceLink, item: Item): boolean {
  return target !== undefined && (contains(target.range, item.range) || contains(item.range, target.range));
}
