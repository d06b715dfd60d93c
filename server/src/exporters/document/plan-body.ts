import type { Draft, Item, Paragraph } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { characters } from './measures';
import { bodyParagraph, paragraph, run } from './paragraphs';
import type { Face, ParagraphPlan, RunPlan } from './plan';

/** Typefaces of the levels: 一、黑体 （一）楷体 1. and below 仿宋 (7.3.3). */
const LEVEL_FACES: readonly Face[] = ['黑体', '楷体', '仿宋', '仿宋', '仿宋'];

interface Piece {
  readonly range: Range;
  readonly item: Item | undefined;
}

/** The paragraphs of items and of the text between them, in the order of the source. */
export function planItems(
  draft: Draft,
  items: readonly Item[],
  preamble: readonly Paragraph[],
): ParagraphPlan[] {
  const pieces: Piece[] = preamble.map(({ range }) => ({ range, item: undefined }));
  collect(items, pieces);
  return pieces
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range, item }) =>
      item === undefined ? bodyParagraph([run(plainText(draft, range))], range) : planItem(draft, item),
    );
}

function collect(items: readonly Item[], pieces: Piece[]): void {
  for (const item of items) {
    pieces.push({ range: item.lineRange, item });
    for (const { range, line } of item.paragraphs)
      if (line !== item.line) pieces.push({ range, item: undefined });
    collect(item.children, pieces);
  }
}

/** An item's line: the heading in its level's face, text that runs on in 仿宋. */
function planItem(draft: Draft, item: Item): ParagraphPlan {
  const face = LEVEL_FACES[Math.min(item.level, LEVEL_FACES.length) - 1] ?? '仿宋';
  const line = plainText(draft, { start: item.marker.range.start, end: item.lineRange.end });
  const heading = plainText(draft, { start: item.marker.range.start, end: item.titleRange.end });
  const stop = /^[*_]*。/.test(draft.text.slice(item.titleRange.end, item.lineRange.end)) ? '。' : '';
  const rest = line.slice(heading.length + stop.length);
  const runs: RunPlan[] = [run(heading + stop, face)];
  if (rest !== '') runs.push(run(rest));
  return paragraph('heading', [runs], {
    align: 'justify',
    indent: { firstLine: characters(2) },
    // A heading on a line of its own does not stand alone at a page's foot.
    keepNext:
      rest === '' && (item.children.length > 0 || item.paragraphs.some(({ line }) => line > item.line)),
    outlineLevel: Math.min(item.level, 9),
    source: item.lineRange,
  });
}

/** Text without the Markdown around it: emphasis, code marks, comments. */
export function plainText(draft: Draft, { start, end }: Range): string {
  return draft.text
    .slice(start, end)
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/[ \t]+$/, '');
}
