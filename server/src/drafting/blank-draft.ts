import { formatText } from '../dialect/format/format-draft';
import { GAP } from '../dialect/placeholder';

/** 通知＋要点, 要点 alone, or 分工方案: how the office issues its plan. */
export type DraftKind = 'notice' | 'plan' | 'division';

export const DRAFT_KINDS: readonly DraftKind[] = ['notice', 'plan', 'division'];

export interface BlankDraft {
  readonly kind: DraftKind;
  readonly year: number;
  /** 发文机关; a gap where empty. */
  readonly issuer: string;
  /** What the plan is about, as its title says it: 云溪县安全生产. A gap where empty. */
  readonly subject: string;
}

const LONG_GAP = `${GAP}${GAP}`;

/** A draft to fill in: canonical, and without fault but for its gaps. */
export function blankDraft(request: BlankDraft): string {
  const names = {
    year: request.year,
    issuer: request.issuer.trim() || `${GAP}人民政府`,
    subject: subjectOf(request),
  };
  const parts = request.kind === 'division' ? divisionParts(names) : planParts(names);
  return formatText([frontMatter(request.kind, parts.title, names), ...parts.text].join('\n\n') + '\n');
}

interface Names {
  readonly year: number;
  readonly issuer: string;
  readonly subject: string;
}

/** People answer with the whole title as often as with its subject. */
function subjectOf({ subject, year }: BlankDraft): string {
  const bare = subject
    .trim()
    .replace(/^《|》$/g, '')
    .replace(/(?:重点)?工作(?:要点|计划|责任分工方案|分工方案)?$/, '')
    .replace(new RegExp(`${year}年度?`), '');
  return bare || GAP;
}

function frontMatter(kind: DraftKind, title: string, { year, issuer }: Names): string {
  const notice = [
    `发文字号: ${GAP}〔${year}〕${GAP}号`,
    `主送: ${LONG_GAP}`,
    `印发语: 现将《${title}》印发给你们，请认真贯彻执行。`,
    `成文日期: ${year}年${GAP}月${GAP}日`,
    '附注: （此件公开发布）',
  ];
  const lines = [
    '文种: 工作要点',
    `发文机关: ${issuer}`,
    ...(kind === 'plan' ? [] : notice),
    `年度: ${year}`,
  ];
  return ['---', ...lines, '---'].join('\n');
}

function planParts({ year, subject }: Names): { title: string; text: readonly string[] } {
  const title = `${year}年${subject}工作要点`;
  const text = [
    `# ${title}`,
    `为做好${year}年${subject}工作，制定本工作要点。`,
    '## 一、总体要求',
    `${LONG_GAP}。`,
    '## 二、重点任务',
    `### （一）${LONG_GAP}`,
    task(1, year),
    task(2, year),
    `### （二）${LONG_GAP}`,
    task(3, year),
    '## 三、保障措施',
    `（一）加强组织领导。${LONG_GAP}。`,
    `（二）强化督促检查。${LONG_GAP}。`,
  ];
  return { title, text };
}

function divisionParts({ year, subject }: Names): { title: string; text: readonly string[] } {
  const title = `${year}年${subject}重点工作责任分工方案`;
  const table = `${year}年${subject}重点工作责任分解表`;
  const text = [
    `# ${title}`,
    `为做好${year}年${subject}重点工作，明确责任分工，制定本方案。`,
    '## 一、工作目标',
    `${LONG_GAP}。`,
    '## 二、责任分工',
    '各项任务的目标、责任单位和完成时限见附件。',
    '## 三、工作要求',
    `（一）压实工作责任。${LONG_GAP}。`,
    `（二）加强跟踪督办。${LONG_GAP}。`,
    `附件：${table}`,
    '附件',
    table,
    [
      '| 序号 | 任务 | 目标 | 牵头单位 | 责任单位 | 完成时限 |',
      '| ---: | --- | --- | --- | --- | --- |',
      ...[1, 2, 3].map(
        (number) =>
          `| ${number} | ${LONG_GAP} | ${LONG_GAP} | ${LONG_GAP} | ${LONG_GAP} | ${year}年${GAP}月底前 |`,
      ),
    ].join('\n'),
  ];
  return { title, text };
}

function task(number: number, year: number): string {
  const fields = [
    `目标：${LONG_GAP}`,
    `牵头单位：${LONG_GAP}`,
    `配合单位：${LONG_GAP}`,
    `完成时限：${year}年${GAP}月底前`,
  ];
  return `${number}．${LONG_GAP}。${LONG_GAP}。〔${fields.join('；')}〕`;
}
