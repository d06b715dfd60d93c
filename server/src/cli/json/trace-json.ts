import type { Draft, Task } from '../../dialect/model';
import { t } from '../../localise';
import { coverageOf, type CoverageEntry } from '../../trace/coverage';
import { placeOf } from '../../trace/find-place';
import type { TraceLink } from '../../trace/read-trace';
import type { Superior } from '../../trace/superiors';

/** The contract of `trace --format json`, as docs/cli.md shows it. */
export function traceJson(draft: Draft, superiors: readonly Superior[]): unknown {
  const { entries, orphans } = coverageOf(draft, superiors);
  return {
    version: 1,
    plans: superiors.map((superior) => ({
      name: superior.name,
      path: superior.named.path,
      title: superior.draft.title?.value ?? null,
      items: entries.filter((entry) => entry.superior === superior).map((entry) => itemJson(draft, entry)),
    })),
    orphans: orphans.map((link) => orphanJson(draft, link)),
  };
}

function itemJson(draft: Draft, { place, task, state, reasons, links, suggestion }: CoverageEntry): unknown {
  return {
    place,
    title: task.title,
    line: task.line,
    state,
    reasons: reasons.map((reason) => t(...reason)),
    tasks: [...new Set(links.map((link) => link.task))].map((carrier) => taskJson(draft, carrier)),
    suggestion: suggestion
      ? { ...taskJson(draft, suggestion.task), likeness: Math.round(suggestion.likeness * 100) / 100 }
      : null,
  };
}

function taskJson(draft: Draft, { item, title, line }: Task): { place: string; title: string; line: number } {
  return { place: placeOf(draft, item), title, line };
}

function orphanJson(draft: Draft, { label, fault, task, range }: TraceLink): unknown {
  return { label, fault, line: draft.lines.lineAt(range.start), task: taskJson(draft, task) };
}
