import type { Draft, Item } from '../dialect/model';
import type { Range } from '../dialect/range';

export interface FoldingRange {
  readonly range: Range;
  readonly kind?: 'comment' | 'region';
}

/** What can be folded: items over several lines, front matter, the notice, attachments, tables, ignored regions. */
export function foldingRanges(draft: Draft): FoldingRange[] {
  const folds: FoldingRange[] = [
    ...draft.outline.map(foldItem),
    ...draft.attachments.flatMap((attachment) => [
      { range: attachment.range },
      ...attachment.tables.map((table) => ({ range: table.range })),
      ...attachment.items.flatMap(withDescendants).map(foldItem),
    ]),
    ...ignoredRegions(draft),
  ];
  if (draft.frontMatter) folds.push({ range: draft.frontMatter.range, kind: 'region' });
  return folds
    .filter(({ range }) => draft.lines.lineAt(range.start) < draft.lines.lineAt(range.end))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

function foldItem(item: Item): FoldingRange {
  return { range: item.range };
}

function withDescendants(item: Item): Item[] {
  return [item, ...item.children.flatMap(withDescendants)];
}

function ignoredRegions(draft: Draft): FoldingRange[] {
  const open: Range[] = [];
  const regions: FoldingRange[] = [];
  for (const directive of draft.directives) {
    if (directive.kind === 'ignore-start') open.push(directive.range);
    if (directive.kind !== 'ignore-end') continue;
    const start = open.pop();
    if (start) regions.push({ range: { start: start.start, end: directive.range.end }, kind: 'region' });
  }
  return regions;
}
