import { paginate, type PageParagraph } from './paginate';
import type { ExportProfile, ParagraphPlan, PlanBlock } from './plan';

/** A notice's text with what stands above and below it, where so many blank lines are given up. */
export interface NoticeParts {
  readonly above: (squeeze: number) => readonly PlanBlock[];
  readonly text: readonly ParagraphPlan[];
  readonly below: (squeeze: number) => readonly PlanBlock[];
}

/** Blank lines that may be given up, in steps, where signature and date would stand on a page alone (7.3.5.1 e). */
export const MOST_SQUEEZE = 3;

/**
 * The notice so that its first page shows some of the text (7.3.3) and its last one more than the signature (7.3.5):
 * with blank lines given up, its last paragraphs or the last clause on the page of the signature.
 */
export function fitNotice(parts: NoticeParts, profile: ExportProfile): readonly PlanBlock[] {
  const { text } = parts;
  const compose = (squeeze: number, set: readonly ParagraphPlan[]): readonly PlanBlock[] => [
    ...parts.above(squeeze),
    ...set,
    ...parts.below(squeeze),
  ];
  const squeezes = Array.from({ length: MOST_SQUEEZE + 1 }, (_, squeeze) => squeeze);
  const tries = [
    ...squeezes.flatMap((squeeze) => [compose(squeeze, keepLast(text, 1)), compose(squeeze, text)]),
    ...text.slice(1).map((_, i) => compose(0, keepLast(text, i + 2))),
    ...squeezes.map((squeeze) => compose(squeeze, tearLast(text))),
  ];
  const fitting = tries.filter((blocks) => showsText(blocks, profile));
  const [best = fitting[0]] = fitting.filter((blocks) => !tearsByChance(blocks, profile));
  if (best !== undefined) return best;
  // The first page must show some of the text, even where the signature then stands on the next one.
  return tries.findLast((blocks) => showsTextFirst(blocks, profile)) ?? compose(0, text);
}

function keepLast(text: readonly ParagraphPlan[], count: number): readonly ParagraphPlan[] {
  return text.map((block, i) => (i < text.length - count ? block : { ...block, keepNext: true }));
}

/** The last clause of the last paragraph on the next page: between clauses, no font's widths change where lines end. */
function tearLast(text: readonly ParagraphPlan[]): readonly ParagraphPlan[] {
  const last = text.at(-1);
  const run = last?.lines[0]?.[0];
  const [, stays, goes] = /^(.+[，；。：])(.{2,})$/su.exec(run?.text ?? '') ?? [];
  if (last === undefined || run === undefined || stays === undefined || goes === undefined) return text;
  const lines = [stays, goes].map((part) => [{ ...run, text: part }]);
  return [...text.slice(0, -1), { ...last, lines, turnsBefore: 1, keepNext: true }];
}

/** Whether the first page shows some of the text. */
export function showsTextFirst(blocks: readonly PlanBlock[], profile: ExportProfile): boolean {
  return (textOnPages(blocks, profile)[0]?.length ?? 0) > 0;
}

function showsText(blocks: readonly PlanBlock[], profile: ExportProfile): boolean {
  const last = textOnPages(blocks, profile).at(-1) ?? [];
  return showsTextFirst(blocks, profile) && last.length > 0;
}

/**
 * Whether the last page has no text but one line that fonts a little narrower would take away, or lines of a paragraph
 * that is to stay with the signature: some programs move such a paragraph whole.
 */
function tearsByChance(blocks: readonly PlanBlock[], profile: ExportProfile): boolean {
  const [first, more] = textOnPages(blocks, profile).at(-1) ?? [];
  if (first === undefined || first.begins || first.paragraph.turnsBefore !== undefined) return false;
  return first.paragraph.keepNext || (more === undefined && first.lines.length === 1);
}

function textOnPages(
  blocks: readonly PlanBlock[],
  profile: ExportProfile,
): readonly (readonly PageParagraph[])[] {
  return paginate({ title: '', profile, sections: [{ orientation: 'portrait', blocks }] }).map((page) =>
    page.blocks
      .filter((block) => block.kind === 'lines')
      .filter(({ paragraph }) => paragraph.role === 'body'),
  );
}
