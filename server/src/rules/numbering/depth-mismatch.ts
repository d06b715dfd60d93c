import { allItems } from '../../dialect/all-items';
import { groupBy, mostFrequent } from '../../dialect/group-by';
import { rankOf } from '../../dialect/marker-rank';
import type { Draft, Item } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** `#` marks that do not fit the marker: `## （一）` below `## 一、`, or `### 二、` among `## 一、`. */
export const depthMismatch: DraftRule = {
  id: 'numbering/depth-mismatch',
  summary: '标题的 # 级数与序号层次不符',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    const headings = allItems(draft).filter(({ headingDepth }) => headingDepth !== undefined);
    const depths = fittingDepths(headings);
    for (const heading of headings) {
      const { marker, headingDepth, lineRange } = heading;
      const fitting = depths.get(rankOf(heading));
      const place = hashesBefore(draft, lineRange);
      if (fitting === undefined || fitting === headingDepth || place === undefined) continue;
      const hashes = '#'.repeat(fitting);
      report({
        range: place,
        message: t(
          '“{0}”的标题应为 {1} 个 #（同层次一致，比上一层次多），现为 {2} 个',
          marker.text,
          fitting,
          headingDepth ?? 0,
        ),
        fixes: [
          { title: t('改为 {0} 个 #', fitting), edits: [{ range: place, newText: hashes }], safe: true },
        ],
      });
    }
  },
};

const DEEPEST = 6;

/** For each rank the depth most of its headings have, but deeper than that of the rank above. */
function fittingDepths(headings: readonly Item[]): Map<number, number> {
  const depths = new Map<number, number>();
  let above = 0;
  const ranks = groupBy(headings, rankOf);
  for (const [rank, items] of [...ranks].sort(([a], [b]) => a - b)) {
    const usual = mostFrequent(items.map(({ headingDepth }) => headingDepth ?? 0)) ?? 0;
    above = Math.min(DEEPEST, Math.max(usual, above + 1));
    depths.set(rank, above);
  }
  return depths;
}

/** The `#` marks before a heading's text; undefined for headings underlined with `===`. */
function hashesBefore(draft: Draft, { start }: Range): Range | undefined {
  const line = draft.lines.rangeOf(draft.lines.lineAt(start));
  const match = /#+(?=[ \t]*$)/.exec(draft.text.slice(line.start, start));
  return match === null
    ? undefined
    : { start: line.start + match.index, end: line.start + match.index + match[0].length };
}
