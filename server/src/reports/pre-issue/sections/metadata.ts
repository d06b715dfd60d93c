import type { Notice } from '../../../dialect/model';
import type { ExportProfile } from '../../../exporters/document/plan';
import type { ReportEntry, ReportSection } from '../pre-issue-report';
import type { ReportSource } from '../make-report';
import { t, type Message } from '../../../localise';

interface Element {
  /** As in the front matter. */
  readonly name: string;
  isGiven(notice: Notice): boolean;
  /** Whether the form of the document has it at all. */
  isWanted(profile: ExportProfile): boolean;
  /** What the exported document looks like without it. */
  readonly without: Message;
}

/** Elements of GB/T 9704—2012 that an issued document cannot do without; the others are the issuer's choice. */
const ELEMENTS: readonly Element[] = [
  {
    name: '发文机关',
    isGiven: ({ issuer }) => issuer !== undefined,
    isWanted: ({ letterhead }) => letterhead,
    without: '版头没有发文机关标志',
  },
  {
    name: '发文字号',
    isGiven: ({ docNumber }) => docNumber !== undefined,
    isWanted: ({ letterhead, form }) => letterhead && form !== 'minutes',
    without: '发文字号的位置空着',
  },
  {
    name: '主送',
    isGiven: ({ addressees }) => addressees !== undefined,
    isWanted: ({ form }) => form !== 'minutes',
    without: '没有主送机关一行',
  },
  {
    name: '署名',
    isGiven: ({ signature }) => signature !== undefined,
    isWanted: ({ form }) => form !== 'minutes',
    without: '文末没有署名；写了“发文机关”就用它',
  },
  {
    name: '成文日期',
    isGiven: ({ date }) => date !== undefined,
    isWanted: ({ form }) => form !== 'minutes',
    without: '文末没有成文日期',
  },
  {
    name: '印发机关',
    isGiven: ({ printer }) => printer !== undefined,
    isWanted: hasPrinterRow,
    without: '版记没有印发机关',
  },
  {
    name: '印发日期',
    isGiven: ({ printDate }) => printDate !== undefined,
    isWanted: hasPrinterRow,
    without: '版记没有印发日期',
  },
];

/** A letter's imprint has no row of the printer (10.1). */
function hasPrinterRow({ imprint, form }: ExportProfile): boolean {
  return imprint && form !== 'letter';
}

/** What neither the text nor the front matter says of the document. */
export function metadataSection({ draft, profile }: Pick<ReportSource, 'draft' | 'profile'>): ReportSection {
  const entries = ELEMENTS.filter(({ isWanted, isGiven }) => isWanted(profile) && !isGiven(draft.notice)).map(
    entryOf,
  );
  return {
    title: t('缺少的公文要素'),
    clear: t('公文要素齐全。'),
    groups: entries.length === 0 ? [] : [{ title: '', note: '', entries }],
  };
}

function entryOf({ name, without }: Element): ReportEntry {
  return {
    place: t('文首'),
    range: undefined,
    level: undefined,
    text: t('没有写“{0}”：{1}', name, t(without)),
    excerpt: undefined,
    remark: t('在文首加一行“{0}: ……”', name),
  };
}
