import { listDiff } from '../../comparison/list-diff';
import { once } from '../../dialect/once';
import type { Range } from '../../dialect/range';
import type {
  CellPlan,
  CommentMark,
  CommentPlan,
  DocumentPlan,
  ParagraphPlan,
  PlanBlock,
  SectionPlan,
  TablePlan,
} from './plan';

/** A piece of the document's text that comes from the draft. */
interface Printed {
  readonly piece: ParagraphPlan | CellPlan;
  readonly source: Range;
  readonly text: string;
  /** Where each character of the source is printed, -1 where it is not; undefined for another text altogether. */
  readonly places: () => readonly number[] | undefined;
}

/**
 * The plan with comments on the words they are about. Words that are not printed (front matter, labels) have their
 * comment on the text nearest to them: it must not get lost.
 */
export function placeComments(
  plan: DocumentPlan,
  draftText: string,
  comments: readonly CommentPlan[],
): DocumentPlan {
  if (comments.length === 0) return plan;
  const printed = printedPieces(plan, draftText);
  const marks = new Map<Printed['piece'], CommentMark[]>();
  let next = 0;
  for (const { source, replies } of comments) {
    const numbers = [next, ...replies.map((_, i) => next + 1 + i)];
    next += numbers.length;
    const place = placeOf(source, printed);
    if (place) mark(marks, place, numbers);
  }
  return { ...plan, comments, sections: plan.sections.map((section) => withMarks(section, marks)) };
}

/** In the order of the document. */
function printedPieces({ sections }: DocumentPlan, draftText: string): readonly Printed[] {
  const pieces = sections.flatMap(({ blocks }) => blocks.flatMap(piecesOf));
  return pieces.flatMap((piece) => {
    const { source } = piece;
    const text = textOf(piece);
    if (!source || text === '') return [];
    // Of a piece with several comments once, of one with none never.
    const places = once(() => printedPlaces(draftText.slice(source.start, source.end), text));
    return [{ piece, source, text, places }];
  });
}

function piecesOf(block: PlanBlock): readonly (ParagraphPlan | CellPlan)[] {
  if (block.kind === 'paragraph') return [block];
  return block.kind === 'table' ? [block.header, ...block.rows].flat() : [];
}

function textOf(piece: ParagraphPlan | CellPlan): string {
  return 'text' in piece
    ? piece.text
    : piece.lines
        .flat()
        .map(({ text }) => text)
        .join('');
}

interface Place {
  readonly first: Printed['piece'];
  readonly start: number;
  readonly last: Printed['piece'];
  readonly end: number;
}

function placeOf(words: Range, printed: readonly Printed[]): Place | undefined {
  const touched = printed
    .filter(({ source }) => words.start < source.end && source.start < words.end)
    .flatMap((one) => {
      const within = wordsWithin(words, one);
      return within ? [{ piece: one.piece, ...within }] : [];
    });
  const [first, last] = [touched[0], touched.at(-1)];
  if (first && last) return { first: first.piece, start: first.start, last: last.piece, end: last.end };
  const near = nearest(words, printed);
  return near && { first: near.piece, start: 0, last: near.piece, end: near.text.length };
}

function nearest(words: Range, printed: readonly Printed[]): Printed | undefined {
  const distance = ({ source }: Printed): number =>
    Math.max(source.start - words.end, words.start - source.end);
  return printed.reduce<Printed | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}

/** The part of a piece that the words are: what is printed lacks Markdown, and may have a label before it. */
function wordsWithin(words: Range, { source, text, places: placesOf }: Printed): Range | undefined {
  const places = placesOf();
  if (!places) return { start: 0, end: text.length };
  const chosen = places.slice(Math.max(0, words.start - source.start), Math.max(0, words.end - source.start));
  const shown = chosen.filter((place) => place >= 0);
  const [start, end] = [shown[0], shown.at(-1)];
  return start === undefined || end === undefined ? undefined : { start, end: end + 1 };
}

function printedPlaces(written: string, text: string): number[] | undefined {
  const steps = listDiff(written.split(''), text.split(''));
  let at = 0;
  return steps?.flatMap((step) => {
    if (step === 'delete') return [-1];
    at++;
    return step === 'equal' ? [at - 1] : [];
  });
}

function mark(
  marks: Map<Printed['piece'], CommentMark[]>,
  { first, start, last, end }: Place,
  numbers: readonly number[],
): void {
  marks.set(first, [...(marks.get(first) ?? []), { edge: 'start', numbers, at: start }]);
  marks.set(last, [...(marks.get(last) ?? []), { edge: 'end', numbers, at: end }]);
}

function withMarks(
  section: SectionPlan,
  marks: ReadonlyMap<Printed['piece'], readonly CommentMark[]>,
): SectionPlan {
  const marked = <T extends Printed['piece']>(piece: T): T => {
    const own = marks.get(piece);
    return own ? { ...piece, marks: [...own].sort(byOffset) } : piece;
  };
  const markedTable = (table: TablePlan): TablePlan => ({
    ...table,
    header: table.header.map(marked),
    rows: table.rows.map((row) => row.map(marked)),
  });
  return {
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'paragraph') return marked(block);
      return block.kind === 'table' ? markedTable(block) : block;
    }),
  };
}

/** What ends somewhere ends before the next begins there. */
function byOffset(a: CommentMark, b: CommentMark): number {
  return a.at - b.at || (a.edge === b.edge ? 0 : a.edge === 'end' ? -1 : 1);
}
