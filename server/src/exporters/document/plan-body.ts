import type { Draft, Item } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { characters } from './measures';
import { bodyParagraph, paragraph, run } from './paragraphs';
import { plainText } from './plain-text';
import { ClauseSetter } from './set-clauses';
import type { ClauseStyle, Face, ParagraphPlan, RunPlan } from './plan';

/** Typefaces of the levels: 一、黑体 （一）楷体 1. and below 仿宋 (7.3.3). */
const LEVEL_FACES: readonly Face[] = ['黑体', '楷体', '仿宋', '仿宋', '仿宋'];

interface Piece {
  readonly range: Range;
  readonly item: Item | undefined;
}

/** Text with its numbered items: the plan, or an attachment. */
type Text = Pick<Draft, 'items' | 'preamble'>;

/** The paragraphs of items and of the text between them, in the order of the source. */
export function planItems(draft: Draft, { items, preamble }: Text, style: ClauseStyle): ParagraphPlan[] {
  const pieces: Piece[] = preamble.map(({ range }) => ({ range, item: undefined }));
  collect(items, pieces);
  const clauses = new ClauseSetter(draft, style);
  return pieces
    .sort((a, b) => a.range.start - b.range.start)
    .flatMap(({ range, item }) =>
      item === undefined ? planParagraph(draft, range, clauses) : planItem(draft, item, clauses),
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

function planParagraph(draft: Draft, range: Range, clauses: ClauseSetter): ParagraphPlan[] {
  const { runs, apart } = clauses.set(plainText(draft, range), range);
  return [...(runs.length === 0 ? [] : [bodyParagraph(runs, range)]), ...planApart(apart, range)];
}

/** Clauses that have a paragraph of their own. */
function planApart(apart: readonly RunPlan[], source: Range): ParagraphPlan[] {
  return apart.length === 0 ? [] : [bodyParagraph(apart, source)];
}

/** An item's line: the heading in its level's face, text that runs on in 仿宋. */
function planItem(draft: Draft, item: Item, clauses: ClauseSetter): ParagraphPlan[] {
  const face = LEVEL_FACES[Math.min(item.level, LEVEL_FACES.length) - 1] ?? '仿宋';
  // ★3.: what singles a task out stands before its number.
  const { start } = item.marker.lead;
  const line = plainText(draft, { start, end: item.lineRange.end }).trimStart();
  const heading = plainText(draft, { start, end: item.titleRange.end }).trimStart();
  const stop = /^[*_]*。/.test(draft.text.slice(item.titleRange.end, item.lineRange.end)) ? '。' : '';
  const { runs: rest, apart } = clauses.set(line.slice(heading.length + stop.length), item.lineRange);
  const stands = rest.length === 0;
  const paragraphs = item.children.length > 0 || item.paragraphs.some(({ line }) => line > item.line);
  const own = paragraph('heading', [[run(heading + stop, face), ...rest]], {
    align: 'justify',
    indent: { firstLine: characters(2) },
    // A heading on a line of its own does not stand alone at a page's foot.
    keepNext: stands && (paragraphs || apart.length > 0),
    outlineLevel: Math.min(item.level, 9),
    source: item.lineRange,
  });
  return [own, ...planApart(apart, item.lineRange)];
}
