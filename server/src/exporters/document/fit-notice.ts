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
  let possible: readonly PlanBlock[] | undefined;
  let begun: readonly PlanBlock[] | undefined;
  for (const [squeeze, set] of settings(text)) {
    const blocks = compose(squeeze, set);
    if (!showsTextFirst(blocks, profile)) continue;
    begun = blocks;
    if (!showsTextLast(blocks, profile)) continue;
    if (!tearsByChance(blocks, profile)) return blocks;
    possible ??= blocks;
  }
  // The first page must show some of the text, even where the signature then stands on the next one.
  return possible ?? begun ?? compose(0, text);
}

/** Blank lines given up, and what stays together, the better ones first. */
function* settings(text: readonly ParagraphPlan[]): Generator<readonly [number, readonly ParagraphPlan[]]> {
  for (let squeeze = 0; squeeze <= MOST_SQUEEZE; squeeze++) {
    yield [squeeze, keepLast(text, 1)];
    yield [squeeze, text];
  }
  for (let count = 2; count <= text.length; count++) yield [0, keepLast(text, count)];
  for (let squeeze = 0; squeeze <= MOST_SQUEEZE; squeeze++) yield [squeeze, tearLast(text)];
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

function showsTextLast(blocks: readonly PlanBlock[], profile: ExportProfile): boolean {
  return (textOnPages(blocks, profile).at(-1)?.length ?? 0) > 0;
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
