import type { Draft } from '../../dialect/model';
import { contains } from '../../dialect/range';
import { marginsOfPage, twipsOf, typeArea } from './measures';
import { paginate } from './paginate';
import { blank, titleParagraph } from './paragraphs';
import type { DocumentPlan, ExportProfile, ParagraphPlan, PlanBlock, SectionPlan, TablePlan } from './plan';
import { attachmentLists, planAttachmentList, type AttachmentLists } from './attachment-lists';
import { inSourceOrder, planAttachments, planHead, planTable } from './plan-attachments';
import { planDivisionAttachment } from './plan-division';
import { planItems } from './plan-body';
import { planDraftMark, planLetterMark, planMinutesHead } from './plan-letterhead';
import {
  hasNotice,
  planAttendance,
  planImprint,
  planNotice,
  planSignature,
  type NoticePlan,
} from './plan-notice';
import { breakTitle } from './title-lines';

/**
 * Plans the document as it is issued (GB/T 9704-2012): the notice, the plan on its own page, its attachments each on
 * a new page, the imprint at the foot of the last one.
 */
export function planDocument(draft: Draft, profile: ExportProfile): DocumentPlan {
  const letterMark =
    profile.form === 'letter' && profile.letterhead ? planLetterMark(draft, profile) : undefined;
  const division = planDivisionAttachment(draft, profile);
  const issued = profile.form !== 'minutes' && hasNotice(draft);
  const lists = attachmentLists(draft, issued, division);
  const main = planMain(draft, profile, lists);
  const first: SectionPlan = {
    orientation: 'portrait',
    ...(letterMark === undefined ? {} : { letterMark }),
    blocks: [...planDraftMark(draft, profile), ...main.blocks],
  };
  const sections = mergePortrait([
    first,
    ...planAttachments(draft, profile, { first: lists.first, division }),
  ]);
  const imprint = planImprint(draft, profile, main.movedAddressees);
  return {
    title: draft.title?.value ?? draft.notice.title?.value ?? '',
    profile,
    sections:
      imprint === undefined ? sections : alignImprint(placeImprint(sections, imprint, profile), profile),
  };
}

/** The notice and the plan; minutes are the plan itself below their mark, without signature or seal (10.3). */
function planMain(draft: Draft, profile: ExportProfile, lists: AttachmentLists): NoticePlan {
  if (profile.form === 'minutes') {
    const head = profile.letterhead ? [...planMinutesHead(draft, profile), blank(), blank()] : [];
    return {
      blocks: [...head, ...planPlan(draft, profile, { afterNotice: false, lists }), ...planAttendance(draft)],
      movedAddressees: '',
    };
  }
  const { blocks: notice, movedAddressees } = planNotice(draft, profile, planAttachmentList(lists.notice));
  // A plan that no notice issues is signed and dated itself.
  const signature = notice.length > 0 ? [] : planSignature(draft, profile, 0);
  return {
    blocks: [...notice, ...planPlan(draft, profile, { afterNotice: notice.length > 0, lists }), ...signature],
    movedAddressees,
  };
}

/** The plan itself: its title on a new page after the notice, its text, the list of its attachments. */
function planPlan(
  draft: Draft,
  profile: ExportProfile,
  { afterNotice, lists }: { afterNotice: boolean; lists: AttachmentLists },
): readonly PlanBlock[] {
  const head =
    lists.planLabel === undefined
      ? planPlanTitle(draft, profile, afterNotice)
      : planHead(lists.planLabel, { title: draft.title }, profile);
  const items = planItems(draft, draft, profile.clauses);
  const tables = draft.tables
    .filter(({ range }) => draft.attachments.every((attachment) => !contains(attachment.range, range)))
    .map((table) => planTable(table, typeArea(profile.margins).width));
  const text = inSourceOrder([...items, ...tables]);
  const list = planAttachmentList(lists.plan);
  return [...head, ...(list.length === 0 ? text : keepLast(text)), ...list];
}

function planPlanTitle(
  { title }: Draft,
  { titleShape }: ExportProfile,
  afterNotice: boolean,
): readonly PlanBlock[] {
  if (title === undefined) return [];
  const given = title.parts.map((part) => part.value.trim());
  const lines = breakTitle(title.value, given, titleShape);
  return [...(afterNotice ? [blank(true)] : []), titleParagraph(lines, { source: title.range }), blank()];
}

/** 附件说明 does not stand on a page without text: the last lines go with it. */
function keepLast(text: readonly (ParagraphPlan | TablePlan)[]): readonly PlanBlock[] {
  const last = text.length - 1;
  return text.map((block, i) =>
    i === last && block.kind === 'paragraph' ? { ...block, keepNext: true } : block,
  );
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

/** The imprint floats on its sheet: it begins where the type area of the last page does. */
function alignImprint(sections: readonly SectionPlan[], profile: ExportProfile): readonly SectionPlan[] {
  if (!profile.duplex) return sections;
  const last = paginate({ title: '', profile, sections }).length;
  const left = twipsOf(marginsOfPage(profile, last).left);
  const align = (block: PlanBlock): PlanBlock => (block.kind === 'imprint' ? { ...block, left } : block);
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(align) }));
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
