import type { Draft } from '../../dialect/model';
import { contains } from '../../dialect/range';
import { typeArea } from './measures';
import { paginate } from './paginate';
import { blank, titleParagraph, paragraph, run } from './paragraphs';
import type { DocumentPlan, ExportProfile, PlanBlock, SectionPlan } from './plan';
import { inSourceOrder, planAttachmentList, planAttachments, planTable } from './plan-attachments';
import { planDivisionAttachment, type DivisionAttachment } from './plan-division';
import { planItems } from './plan-body';
import { planLetterMark, planMinutesHead } from './plan-letterhead';
import { planAttendance, planImprint, planNotice, planSignature, type NoticePlan } from './plan-notice';
import { breakTitle } from './title-lines';

/**
 * Plans the document as it is issued (GB/T 9704-2012): the notice, the plan on its own page, its attachments each on
 * a new page, the imprint at the foot of the last one.
 */
export function planDocument(draft: Draft, profile: ExportProfile): DocumentPlan {
  const letterMark =
    profile.form === 'letter' && profile.letterhead ? planLetterMark(draft, profile) : undefined;
  const division = planDivisionAttachment(draft, profile);
  const main = planMain(draft, profile, division);
  const first: SectionPlan = {
    orientation: 'portrait',
    ...(letterMark === undefined ? {} : { letterMark }),
    blocks: [...planDraftMark(profile), ...main.blocks],
  };
  const sections = mergePortrait([first, ...planAttachments(draft, profile, division)]);
  const imprint = planImprint(draft, profile, main.movedAddressees);
  return {
    title: draft.title?.value ?? draft.notice.title?.value ?? '',
    profile,
    sections: imprint === undefined ? sections : placeImprint(sections, imprint, profile),
  };
}

/** The notice and the plan; minutes are the plan itself below their mark, without signature or seal (10.3). */
function planMain(
  draft: Draft,
  profile: ExportProfile,
  division: DivisionAttachment | undefined,
): NoticePlan {
  if (profile.form === 'minutes') {
    const head = profile.letterhead ? [...planMinutesHead(draft, profile), blank(), blank()] : [];
    return {
      blocks: [
        ...head,
        ...planPlan(draft, profile, { afterNotice: false, division }),
        ...planAttendance(draft),
      ],
      movedAddressees: '',
    };
  }
  const { blocks: notice, movedAddressees } = planNotice(draft, profile);
  // A plan that no notice issues is signed and dated itself.
  const signature = notice.length > 0 ? [] : planSignature(draft, profile, 0);
  return {
    blocks: [
      ...notice,
      ...planPlan(draft, profile, { afterNotice: notice.length > 0, division }),
      ...signature,
    ],
    movedAddressees,
  };
}

function planDraftMark({ draftMark }: ExportProfile): readonly PlanBlock[] {
  return draftMark === ''
    ? []
    : [paragraph('draft-mark', [[run(`（${draftMark}）`, '黑体')]], { align: 'right' })];
}

/** The plan itself: its title on a new page after the notice, its text, the list of attachments. */
function planPlan(
  draft: Draft,
  profile: ExportProfile,
  { afterNotice, division }: { afterNotice: boolean; division: DivisionAttachment | undefined },
): readonly PlanBlock[] {
  const blocks: PlanBlock[] = [];
  if (draft.title !== undefined) {
    const given = draft.title.parts.map((part) => part.value.trim());
    if (afterNotice) blocks.push(blank(true));
    const lines = breakTitle(draft.title.value, given, profile.titleShape);
    blocks.push(titleParagraph(lines, { source: draft.title.range }), blank());
  }
  const text = planItems(draft, draft, profile.clauses);
  const tables = draft.tables
    .filter(({ range }) => draft.attachments.every((attachment) => !contains(attachment.range, range)))
    .map((table) => planTable(table, typeArea(profile.margins).width));
  blocks.push(...inSourceOrder([...text, ...tables]), ...planAttachmentList(draft, division));
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

/** On the last page, or, where the profile wants the back of a sheet and the text ends on a front, on the next one. */
function placeImprint(
  sections: readonly SectionPlan[],
  imprint: PlanBlock,
  profile: ExportProfile,
): readonly SectionPlan[] {
  const isOnBack = (placed: readonly SectionPlan[]): boolean =>
    paginate({ title: '', profile, sections: placed }).length % 2 === 0;
  const placed = appendImprint(sections, imprint);
  if (profile.imprintPage === 'last' || isOnBack(placed)) return placed;
  const apart = [...sections, { orientation: 'portrait' as const, blocks: [blank(), imprint] }];
  return isOnBack(apart) ? apart : [...sections, behindEmptyPage(imprint)];
}

/** Where an empty page comes before that of the imprint, neither bears a number (7.5). */
function behindEmptyPage(imprint: PlanBlock): SectionPlan {
  return { orientation: 'portrait', unnumbered: true, blocks: [blank(), blank(true), imprint] };
}

/** The imprint stands upright: after turned pages it has a page of its own. */
function appendImprint(sections: readonly SectionPlan[], imprint: PlanBlock): readonly SectionPlan[] {
  const last = sections[sections.length - 1];
  if (last === undefined || last.orientation === 'landscape')
    return [...sections, { orientation: 'portrait', blocks: [blank(), imprint] }];
  return [...sections.slice(0, -1), { ...last, blocks: [...last.blocks, imprint] }];
}
