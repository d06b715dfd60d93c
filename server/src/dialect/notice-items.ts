import { readAttachmentLabel } from './attachments';
import { isFramingTitle } from './framing';
import { isStrongMarker, type SourceLine, type Span } from './source-line';
import { isDateLine, isOrganisation } from './titles';

/** What a notice without a plan below it numbers itself (…，现就有关事项通知如下：一、…). */
export interface NoticeItems {
  /** From the first item to before signature and attachments. */
  readonly span: Span;
  /** From there to the date. */
  readonly closing: Span;
  /** Whether the notice issues a plan that is not here: what it numbers are requirements, and no tasks. */
  readonly onlyAsks: boolean;
}

export function findNoticeItems(
  lines: readonly SourceLine[],
  noticeStart: number | undefined,
): NoticeItems | undefined {
  if (noticeStart === undefined) return undefined;
  const first = lines.findIndex((line) => line.index >= noticeStart && isStrongMarker(line));
  if (first < 0) return undefined;
  const date = lines.findIndex((line) => line.index >= noticeStart && isDateLine(line.text));
  // Below its date stands the plan, whose title the page has lost.
  if (date >= 0 && (date < first || lines.slice(date).some(isStrongMarker))) return undefined;
  const end = endOfItems(lines, first, date);
  const encloses = lines[end] !== undefined && readAttachmentLabel(lines[end]) !== undefined;
  const issuing = lines
    .slice(noticeStart, first)
    .find(({ text }) => issues.test(text) || (encloses && text.includes('下达')));
  const span = { start: first, end };
  if (date < 0 && (issuing === undefined || !readsAsRequirements(issuing, lines.slice(first, end))))
    return undefined;
  return { span, closing: { start: end, end: date < 0 ? end : date + 1 }, onlyAsks: issuing !== undefined };
}

/** What issues a plan, or encloses it: 将各项任务分解（详见附件）. What is 下达 may stand in the notice itself. */
const issues = /印发|下发|转发|[见如]附件/;

function endOfItems(lines: readonly SourceLine[], first: number, date: number): number {
  const until = date < 0 ? lines.length : date;
  const label = lines.findIndex(
    (line) => line.index > first && line.index < until && readAttachmentLabel(line) !== undefined,
  );
  if (label >= 0) return label;
  const signs = date > first + 1 && isOrganisation((lines[date - 1] as SourceLine).text);
  return signs ? date - 1 : until;
}

/** A copy that ends before the date: 有关事项通知如下, or paragraphs that all open with what requirements open with. */
function readsAsRequirements(issuing: SourceLine, items: readonly SourceLine[]): boolean {
  if (/如下[。，：:,]/.test(issuing.text)) return true;
  return items.filter(isStrongMarker).every(({ text }) => {
    const title = /^[一二三四五六七八九十]+、([^。]{2,40})。./.exec(text)?.[1];
    return title !== undefined && (opensRequirement.test(title) || isFramingTitle(title, 1));
  });
}

const opensRequirement =
  /^(?:高度重视|提高(?:认识|站位|政治)|统一思想|(?:进一步|切实|层层|全面)?(?:加强|强化|压实|明确|落实|夯实|细化)(?:组织|领导|责任|统筹|督|协调|工作|考核|宣传|调度|任务)|严格(?:落实|督|考核)|精心组织|认真组织|狠抓落实|抓好落实|密切配合)/;
