import type { Draft } from '../dialect/model';
import { intersects, type Range } from '../dialect/range';
import { t } from '../localise';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The last day that a deadline allows, behind deadlines that do not say it outright. */
export function inlayHints(draft: Draft, within: Range): InlayHint[] {
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

function saysDay(text: string): boolean {
  return /\d{4}年\d{1,2}月\d{1,2}日/.test(text);
}
