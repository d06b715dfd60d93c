import type { Draft, Range } from '../../dialect/model';
import { isSameTitle } from '../../dialect/titles';
import { characters } from './measures';
import { blank, paragraph, run } from './paragraphs';
import type { ParagraphPlan } from './plan';
import type { DivisionAttachment } from './plan-division';

interface ListedName {
  readonly number?: number | undefined;
  readonly title: string;
  readonly titleRange?: Range | undefined;
}

/** 附件说明 of the notice and that of the plan it issues. */
export interface AttachmentLists {
  readonly notice: readonly ListedName[];
  readonly plan: readonly ListedName[];
  /** What the plan bears that is itself an attachment of its notice: 附件, or 附件1 among several. */
  readonly planLabel: string | undefined;
  /** The number of the first attachment behind the plan, where the notice counts the plan among several. */
  readonly first: number;
}

/** An attachment that export adds stands in the list that goes with the others. */
export function attachmentLists(
  draft: Draft,
  hasNotice: boolean,
  division: DivisionAttachment | undefined,
): AttachmentLists {
  const added = division === undefined ? [] : [division];
  const listed = hasNotice ? draft.notice.listed : [];
  const plan = draft.attachmentsListed.filter(
    ({ titleRange }) => !listed.some(({ range }) => range.start === titleRange.start),
  );
  const notice = listed.map(({ value: title, range: titleRange }) => ({ title, titleRange }));
  const apart = plan.length > 0 || listed.length === 0;
  const ofNotice = apart ? notice : [...notice, ...added];
  const isListed = isSameTitle(notice[0]?.title, draft.title?.value);
  const several = ofNotice.length > 1;
  return {
    notice: ofNotice,
    plan: apart ? withAdded(plan, draft, added) : plan,
    planLabel: isListed ? (several ? '附件1' : '附件') : undefined,
    first: isListed && several && !apart ? 2 : 1,
  };
}

/** Attachments that the draft does not list are named together with the one that export adds. */
function withAdded(
  plan: readonly ListedName[],
  { attachments }: Draft,
  added: readonly ListedName[],
): readonly ListedName[] {
  if (added.length === 0) return plan;
  const named = attachments.map(({ number, title }) => ({ number, title: title?.value ?? '' }));
  return [...(plan.length > 0 ? plan : named), ...added];
}

/** 附件说明: one line below the text, names aligned under the first (7.3.4); on one page with the text's last line. */
export function planAttachmentList(names: readonly ListedName[]): readonly ParagraphPlan[] {
  if (names.length === 0) return [];
  const lines = names.length === 1 ? [planOnlyName(names[0] as ListedName)] : planNames(names);
  return [blank(), ...lines].map((line, i) => ({ ...line, keepNext: i < lines.length }));
}

function planOnlyName({ title, titleRange }: ListedName): ParagraphPlan {
  return paragraph('attachment-list', [[run(`附件：${cleanTitle(title)}`)]], {
    indent: { left: characters(5), firstLine: -characters(3) },
    source: titleRange,
  });
}

function planNames(names: readonly ListedName[]): readonly ParagraphPlan[] {
  const digits = names.length >= 10 ? 0.5 : 0;
  const left = characters(6 + digits);
  return names.map(({ number, title, titleRange }, i) =>
    paragraph(
      'attachment-list',
      [[run(`${i === 0 ? '附件：' : ''}${number ?? i + 1}.\t${cleanTitle(title)}`)]],
      {
        indent: { left, firstLine: i === 0 ? -characters(4 + digits) : -characters(1 + digits) },
        tabs: [{ align: 'left', at: left }],
        source: titleRange,
      },
    ),
  );
}

/** No punctuation ends an attachment's name (7.3.4). */
function cleanTitle(title: string): string {
  return title.replace(/[。；;，,.\s]+$/, '');
}
