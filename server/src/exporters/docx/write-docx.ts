import {
  Document,
  DocumentGridType,
  LineNumberRestartFormat,
  Packer,
  PageOrientation,
  SectionType,
  type ISectionOptions,
} from 'docx';
import {
  GRID_CHARACTER_SPACE,
  LINE_PITCH,
  PAPER,
  TYPE_SIZES,
  turnedMargins,
  twipsOf,
} from '../document/measures';
import type { DocumentPlan, ExportProfile, PlanBlock, SectionPlan } from '../document/plan';
import { footers } from './write-footers';
import { writeImprint } from './write-imprint';
import { writeIssuerStack } from './write-issuer-stack';
import { letterHeader } from './write-letter-rules';
import { fontOf, writeParagraph } from './write-paragraph';
import { writeTable } from './write-table';
import { finishPackage } from './finish-package';

/** Writes a planned document as a .docx package; the same plan gives the same bytes. */
export async function writeDocx(plan: DocumentPlan): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    creator: '要点',
    styles: {
      default: {
        document: {
          run: {
            font: fontOf('仿宋', plan.profile),
            size: TYPE_SIZES.三号 * 2,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          run: { font: fontOf('仿宋', plan.profile), size: TYPE_SIZES.三号 * 2 },
        },
      ],
    },
    evenAndOddHeaderAndFooters: plan.profile.pageNumbers === 'odd-even',
    sections: plan.sections.map((section, i) => writeSection(section, plan.profile, i === 0)),
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(document)), plan);
}

function writeSection(section: SectionPlan, profile: ExportProfile, first: boolean): ISectionOptions {
  const landscape = section.orientation === 'landscape';
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          // The library swaps the sides of a turned page itself.
          width: twipsOf(PAPER.width),
          height: twipsOf(PAPER.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...pageMargins(profile, landscape),
          ...(section.letterMark ? { header: section.letterMark.before } : {}),
        },
      },
      grid: grid(profile, landscape),
      ...(section.letterMark === undefined ? {} : { titlePage: true }),
      ...(profile.lineNumbers
        ? { lineNumbers: { countBy: 1, restart: LineNumberRestartFormat.CONTINUOUS } }
        : {}),
    },
    ...(section.letterMark === undefined
      ? {}
      : { headers: { first: letterHeader(section.letterMark, profile) } }),
    footers: footers(profile, section),
    children: section.blocks.flatMap((block, i) => writeBlock(block, profile, i === 0 && !first)),
  };
}

/** The type area keeps its place on the sheet when the page is turned. The footer's 一字线 is 7 mm below it. */
function pageMargins(profile: ExportProfile, landscape: boolean): Record<string, number> {
  const { top, right, bottom, left } = landscape ? turnedMargins(profile) : profile.margins;
  return {
    top: twipsOf(top),
    right: twipsOf(right),
    bottom: twipsOf(bottom),
    left: twipsOf(left),
    header: 851,
    footer: landscape ? 1000 : twipsOf(bottom) - NUMBER_BELOW_AREA,
  };
}

/** How far an exact line of 280 twips ends below the type area for its 一字线 to be 7 mm below it (7.5). */
const NUMBER_BELOW_AREA = twipsOf(7) + 140;

function grid(
  profile: ExportProfile,
  landscape: boolean,
): ISectionOptions['properties'] extends infer P ? (P extends { grid?: infer G } ? G : never) : never {
  if (profile.grid === 'portable' || landscape) return { linePitch: 312 };
  return { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: GRID_CHARACTER_SPACE };
}

function writeBlock(
  block: PlanBlock,
  profile: ExportProfile,
  opensSection: boolean,
): ISectionOptions['children'] {
  switch (block.kind) {
    case 'paragraph':
      // A section begins a page of its own: breaking again would leave an empty one.
      return [writeParagraph(opensSection ? { ...block, pageBreakBefore: false } : block, profile)];
    case 'table':
      return writeTable(block, profile);
    case 'issuer-stack':
      return writeIssuerStack(block, profile);
    case 'imprint':
      return writeImprint(block, profile);
  }
}
