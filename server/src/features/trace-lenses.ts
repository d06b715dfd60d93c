import { headingOf } from '../dialect/labels';
import type { Draft } from '../dialect/model';
import type { Range } from '../dialect/range';
import { coverageOf, type CoverageState } from '../trace/coverage';
import { placeOf } from '../trace/find-place';
import { currentLabel } from '../trace/follow-items';
import { readTrace } from '../trace/read-trace';
import type { Superior } from '../trace/superiors';
import { list, t, type Message } from '../localise';

/** What is shown above an item, and the places in the other plan that it leads to. */
export interface TraceLens {
  readonly range: Range;
  readonly title: string;
  readonly places: readonly TracePlace[];
}

export interface TracePlace {
  readonly uri: string;
  readonly range: Range;
}

/** Above the tasks of a draft: 落实 市要点第12项. */
export function carriesOutLenses(draft: Draft, superiors: readonly Superior[]): TraceLens[] {
  if (superiors.length === 0) return [];
  const links = readTrace(draft, superiors).filter(({ target }) => target);
  return draft.tasks.flatMap((task): TraceLens[] => {
    const own = links.filter((link) => link.task === task);
    if (own.length === 0) return [];
    return [
      {
        range: headingOf(task.item),
        title: t('落实 {0}', list(own.map(currentLabel))),
        places: own.flatMap(({ superior, target }) =>
          superior && target ? [{ uri: superior.uri, range: headingOf(target) }] : [],
        ),
      },
    ];
  });
}

/** A draft that names the plan as its superior's. */
export interface Subordinate {
  readonly uri: string;
  readonly draft: Draft;
  /** All its superiors, and which of them the plan is. */
  readonly superiors: readonly Superior[];
  readonly superior: Superior;
}

const STATES: Readonly<Partial<Record<CoverageState, Message>>> = {
  partly: '（部分）',
  outdated: '（待核对）',
};

/** Above the tasks of a superior's plan: 被本地 第3、7项 落实. */
export function carriedOutLenses(subordinates: readonly Subordinate[]): TraceLens[] {
  return subordinates.flatMap(({ uri, draft, superiors, superior }) =>
    coverageOf(draft, superiors)
      .entries.filter((entry) => entry.superior === superior)
      .map(({ task, links, state }): TraceLens => {
        const carriers = [...new Set(links.map((link) => link.task))];
        return {
          range: headingOf(task.item),
          title:
            carriers.length === 0
              ? t('本地还没有任务落实')
              : t(
                  '被本地 {0} 落实{1}',
                  joinPlaces(carriers.map(({ item }) => placeOf(draft, item))),
                  stateOf(state),
                ),
          places: carriers.map(({ item }) => ({ uri, range: headingOf(item) })),
        };
      }),
  );
}

function stateOf(state: CoverageState): string {
  const words = STATES[state];
  return words === undefined ? '' : t(words);
}

/** 第3项、第7项 → 第3、7项. */
function joinPlaces(places: readonly string[]): string {
  const numbers = places.map((place) => /^第(\d+)项$/u.exec(place)?.[1]);
  return numbers.every((number) => number !== undefined) ? `第${numbers.join('、')}项` : places.join('、');
}
