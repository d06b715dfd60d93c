import type { Attachment, Draft, Item, ListedAttachment, Notice } from '../../dialect/model';

/** What `outline --format json` prints; field by field as docs/cli.md fixes it. */
export interface OutlineJson {
  readonly version: 1;
  readonly title: string | null;
  readonly notice: NoticeJson;
  readonly outline: readonly OutlineItemJson[];
  readonly attachmentsListed: readonly { readonly number: number | null; readonly title: string }[];
  readonly attachments: readonly {
    readonly number: number | null;
    readonly title: string | null;
    readonly line: number;
  }[];
}

export interface NoticeJson {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly docNumber: string | null;
  readonly addressees: string | null;
  readonly signature: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly note: string | null;
  readonly cc: readonly string[];
  readonly printer: string | null;
  /** YYYY-MM-DD. */
  readonly printDate: string | null;
}

export interface OutlineItemJson {
  readonly level: number;
  readonly marker: string;
  readonly number: number;
  readonly title: string;
  readonly line: number;
}

export function outlineJson(draft: Draft): OutlineJson {
  return {
    version: 1,
    // A notice that states the tasks itself has no other title.
    title: (draft.title ?? draft.notice.title)?.value ?? null,
    notice: noticeJson(draft.notice),
    outline: draft.outline.map(itemJson),
    attachmentsListed: draft.attachmentsListed.map(listedJson),
    attachments: draft.attachments.map(attachmentJson),
  };
}

function noticeJson(notice: Notice): NoticeJson {
  return {
    title: notice.title?.value ?? null,
    issuer: notice.issuer?.value ?? null,
    docNumber: notice.docNumber?.value ?? null,
    addressees: notice.addressees?.value ?? null,
    signature: notice.signature?.value ?? null,
    date: notice.date?.date ?? null,
    note: notice.note?.value ?? null,
    cc: notice.cc.map(({ value }) => value),
    printer: notice.printer?.value ?? null,
    printDate: notice.printDate?.date ?? null,
  };
}

function itemJson({ level, marker, number, title, line }: Item): OutlineItemJson {
  return { level, marker: marker.text, number, title, line };
}

function listedJson({ number, title }: ListedAttachment): OutlineJson['attachmentsListed'][number] {
  return { number: number ?? null, title };
}

function attachmentJson({ number, title, line }: Attachment): OutlineJson['attachments'][number] {
  return { number: number ?? null, title: title?.value ?? null, line };
}
