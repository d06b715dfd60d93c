import type { Draft } from '../dialect/model';
import { intersects, type Range } from '../dialect/range';
import { t } from '../localise';
import { mentionsOf } from '../registry/mentions';
import type { MatchKind, Registry } from '../registry/registry';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The last day that a deadline allows, behind deadlines that do not say it outright. */
export function dateHints(draft: Draft, within: Range): InlayHint[] {
  const rows = draft.tables.flatMap((table) => table.rows);
  const deadlines = [...draft.tasks.map((task) => task.fields), ...rows].flatMap(
    (source) => source.deadlines,
  );
  return deadlines
    .filter(({ range }) => intersects(range, within))
    .flatMap(({ value, range, date }) =>
      date && !saysDay(value)
        ? [{ offset: range.end, label: `→${date}`, tooltip: t('“{0}”的最后一天', value) }]
        : [],
    );
}

/** Names that do not tell the full one; an area that is left out or written otherwise is no riddle. */
const OTHER_NAMES: ReadonlySet<MatchKind> = new Set(['alias', 'derived', 'former']);

/** The full name of a unit, behind its short or former ones. */
export function unitHints(draft: Draft, registry: Registry, within: Range): InlayHint[] {
  return mentionsOf(draft)
    .filter(({ range }) => intersects(range, within))
    .flatMap(({ value, range }) => {
      const meant = registry.resolve(value, { year: draft.year });
      if (meant.status !== 'unit' || !OTHER_NAMES.has(meant.kind)) return [];
      const name = meant.unit.name.value;
      return [{ offset: range.end, label: `→${name}`, tooltip: t('“{0}”的全称', value) }];
    });
}

function saysDay(text: string): boolean {
  return /\d{4}年\d{1,2}月\d{1,2}日/.test(text);
}
