import type { Draft } from '../../dialect/model';
import { contains } from '../../dialect/range';
import { TEXT_WIDTH } from './measures';
import { blank, titleParagraph, paragraph, run } from './paragraphs';
import type { DocumentPlan, ExportProfile, PlanBlock, SectionPlan } from './plan';
import { inSourceOrder, planAttachmentList, planAttachments, planTable } from './plan-attachments';
import { planItems } from './plan-body';
import { hasNotice, planImprint, planNotice } from './plan-notice';
import { breakTitle } from './title-lines';

/**
 * Plans the document as it is issued (GB/T 9704-2012): the notice, the plan on its own page, its attachments each on
 * a new page, the imprint at the foot of the last one.
 */
export function planDocument(draft: Draft, profile: ExportProfile): DocumentPlan {
  const first: SectionPlan = {
    orientation: 'portrait',
    blocks: [...planDraftMark(profile), ...planNotice(draft, profile), ...planPlan(draft)],
  };
  const sections = mergePortrait([first, ...planAttachments(draft)]);
  const imprint = planImprint(draft, profile);
  return {
    title: draft.title?.value ?? draft.notice.title?.value ?? '',
    profile,
    sections: imprint === undefined ? sections : appendImprint(sections, imprint),
  };
}

function planDraftMark({ draftMark }: ExportProfile): readonly PlanBlock[] {
  return draftMark === ''
    ? []
    : [paragraph('draft-mark', [[run(`（${draftMark}）`, '黑体')]], { align: 'right' })];
}

/** The plan itself: its title on a new page after the notice, its text, the list of attachments, its signature. */
function planPlan(draft: Draft): readonly PlanBlock[] {
  const blocks: PlanBlock[] = [];
  const afterNotice = hasNotice(draft);
  if (draft.title !== undefined) {
    const given = draft.title.parts.map((part) => part.value.trim());
    if (afterNotice) blocks.push(blank(true));
    blocks.push(titleParagraph(breakTitle(draft.title.value, given), { source: draft.title.range }), blank());
  }
  const text = planItems(draft, draft.items, draft.preamble);
  const tables = draft.tables
    .filter(({ range }) => draft.attachments.every((attachment) => !contains(attachment.range, range)))
    .map((table) => planTable(table, TEXT_WIDTH));
  blocks.push(...inSourceOrder([...text, ...tables]), ...planAttachmentList(draft));
  return blocks;
}

/** Consecutive upright parts are one section: page numbers and footers run on by themselves. */
function mergePortrait(sections: readonly SectionPlan[]): readonly SectionPlan[] {
  const merged: SectionPlan[] = [];
  for (const section of sections) {
    const last = merged[merged.length - 1];
    if (last?.orientation === 'portrait' && section.orientation === 'portrait')
      merged[merged.length - 1] = { ...last, blocks: [...last.blocks, ...section.blocks] };
    else merged.push(section);
  }
  return merged;
}

/** The imprint stands upright: after turned pages it has a page of its own. */
function appendImprint(sections: readonly SectionPlan[], imprint: PlanBlock): readonly SectionPlan[] {
  const last = sections[sections.length - 1];
  if (last === undefined || last.orientation === 'landscape')
    return [...sections, { orientation: 'portrait', blocks: [imprint] }];
  return [...sections.slice(0, -1), { ...last, blocks: [...last.blocks, imprint] }];
}
