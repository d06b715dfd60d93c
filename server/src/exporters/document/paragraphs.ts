import type { Range } from '../../dialect/range';
import { characters, LINE_PITCH, TYPE_SIZES } from './measures';
import type { Face, ParagraphPlan, ParagraphRole, RunPlan } from './plan';

/** Builders of the paragraphs an official document is made of; every figure is the standard's. */

const NO_INDENT = { left: 0, right: 0, firstLine: 0 } as const;

interface Options {
  readonly align?: ParagraphPlan['align'];
  readonly indent?: Partial<ParagraphPlan['indent']>;
  readonly before?: number;
  readonly pitch?: number;
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean;
  readonly redRule?: boolean;
  readonly tabs?: ParagraphPlan['tabs'];
  readonly outlineLevel?: number;
  readonly source?: Range | undefined;
}

export function paragraph(
  role: ParagraphRole,
  lines: readonly (readonly RunPlan[])[],
  options: Options = {},
): ParagraphPlan {
  return {
    kind: 'paragraph',
    role,
    lines,
    align: options.align ?? 'left',
    indent: { ...NO_INDENT, ...options.indent },
    before: options.before ?? 0,
    pitch: options.pitch ?? LINE_PITCH,
    pageBreakBefore: options.pageBreakBefore ?? false,
    keepNext: options.keepNext ?? false,
    redRule: options.redRule ?? false,
    tabs: options.tabs ?? [],
    outlineLevel: options.outlineLevel,
    source: options.source,
  };
}

export function run(text: string, face: Face = '仿宋', size: number = TYPE_SIZES.三号): RunPlan {
  return { text, face, size, color: 'black' };
}

export function blank(pageBreakBefore = false): ParagraphPlan {
  return paragraph('blank', [[run('')]], { pageBreakBefore });
}

/** 标题: 二号小标宋, centred, broken where the sense allows (7.3.1). */
export function titleParagraph(
  lines: readonly string[],
  options: { readonly source?: Range | undefined; readonly pageBreakBefore?: boolean } = {},
): ParagraphPlan {
  return paragraph(
    'title',
    lines.map((line) => [run(line, '小标宋', TYPE_SIZES.二号)]),
    { align: 'center', pitch: 720, ...options },
  );
}

/** 正文: 三号仿宋, first line indented by two characters (7.3.3). */
export function bodyParagraph(runs: readonly RunPlan[], source?: Range): ParagraphPlan {
  return paragraph('body', [runs], { align: 'justify', indent: { firstLine: characters(2) }, source });
}
