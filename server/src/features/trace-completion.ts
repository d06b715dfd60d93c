import type { Draft } from '../dialect/model';
import { openClauseAt } from '../dialect/open-clause';
import type { Range } from '../dialect/range';
import { coverageOf } from '../trace/coverage';
import type { Superior } from '../trace/superiors';
import { t } from '../localise';

export interface TraceCompletion {
  /** 市要点第12项. */
  readonly label: string;
  /** The item's title. */
  readonly detail: string;
  readonly range: Range;
}

/** The items of superiors' plans behind 落实：; those that no task carries out first. */
export function traceCompletions(
  draft: Draft,
  offset: number,
  superiors: readonly Superior[],
): TraceCompletion[] {
  if (superiors.length === 0) return [];
  const line = draft.lines.rangeOf(draft.lines.lineAt(offset));
  const clause = openClauseAt(draft.text, line, offset);
  if (clause?.field !== 'carries-out') return [];
  const { entries } = coverageOf(draft, superiors);
  const open = entries.filter(({ state }) => state === 'not-covered');
  const taken = entries.filter(({ state }) => state !== 'not-covered');
  return [...open, ...taken].map(({ superior, place, task, state }) => ({
    label: superior.name + place,
    detail: state === 'not-covered' ? task.title : t('{0}（已有任务落实）', task.title),
    range: clause.word,
  }));
}
