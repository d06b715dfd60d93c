import type { Attachment, Draft, ListedAttachment } from '../../dialect/model';
import { isSameTitle } from '../../dialect/titles';
import type { DraftRule, Report } from '../rule';
import { t } from '../../localise';

/** 附件说明 and the attachments that follow must agree in number and title (GB/T 9704-2012 7.3.4, 7.4.3). */
export const attachmentList: DraftRule = {
  id: 'document/attachment-list',
  summary: '附件说明与附件不一致',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    // Without attachments in the text they are files of their own; without a list there is nothing to agree with.
    if (draft.attachments.length === 0 || draft.attachmentsListed.length === 0) return;
    for (const listed of draft.attachmentsListed) checkListed(draft, listed, report);
    for (const attachment of draft.attachments) checkPresent(draft, attachment, report);
  },
};

function checkListed(draft: Draft, listed: ListedAttachment, report: Report): void {
  const attachment = draft.attachments.find((candidate) => sameNumber(draft, candidate, listed));
  if (attachment === undefined) {
    // The plan itself may be the notice's attachment.
    if (isSameTitle(listed.title, draft.title?.value)) return;
    report({
      range: listed.titleRange,
      message: t(
        '附件说明列有“{0}”，文后没有{1}',
        listed.title,
        listed.number === undefined ? t('附件') : t('附件{0}', listed.number),
      ),
    });
    return;
  }
  const { title } = attachment;
  if (title === undefined || isSameTitle(title.value, listed.title)) return;
  report({
    range: title.range,
    message: t(
      '{0}的标题是“{1}”，附件说明写作“{2}”，两处应一致',
      attachment.label.value,
      title.value,
      listed.title,
    ),
    related: [{ range: listed.titleRange, message: t('附件说明') }],
    fixes: [
      {
        title: t('附件说明改为附件的标题'),
        edits: [{ range: listed.titleRange, newText: title.value }],
        safe: false,
      },
    ],
  });
}

function checkPresent(draft: Draft, attachment: Attachment, report: Report): void {
  if (draft.attachmentsListed.some((listed) => sameNumber(draft, attachment, listed))) return;
  const named = attachment.title === undefined ? '' : `“${attachment.title.value}”`;
  report({
    range: attachment.label.range,
    message: t('附件说明没有列出{0}{1}', attachment.label.value, named),
  });
}

function sameNumber(draft: Draft, attachment: Attachment, listed: ListedAttachment): boolean {
  const single = draft.attachments.length === 1 && draft.attachmentsListed.length === 1;
  return single || attachment.number === listed.number;
}
