import type { ImportedComment } from './comments';
import { t, type Message } from '../localise';

/**
 * What an import did to a text, for the person who checks it: what was recognised, what stands elsewhere now, what was
 * dropped or changed, and what should be looked at. Whatever of the source is not in the draft stands here word for word.
 */
export interface ImportReport {
  readonly entries: readonly ReportEntry[];
}

export type EntryKind = 'recognised' | 'moved' | 'dropped' | 'changed' | 'attention' | 'note';

export interface ReportEntry {
  readonly kind: EntryKind;
  /** What was found or done. */
  readonly what: string;
  /** The words of the source it is about. */
  readonly text?: string;
  /** 1-based line of the source text; absent where the source has no lines (a Word document). */
  readonly line?: number;
}

export interface ImportedDraft {
  readonly text: string;
  readonly report: ImportReport;
  /** Of a Word document; in its order. */
  readonly comments: readonly ImportedComment[];
}

/** Collects entries in the order things are found. */
export class ReportWriter {
  private readonly entries: ReportEntry[] = [];
  private sourceLine = (line: number): number => line;

  /** From here on lines are those of a text made from the source, whose lines `sourceLine` knows. */
  translateLines(sourceLine: (line: number) => number): void {
    this.sourceLine = sourceLine;
  }

  add(kind: EntryKind, what: string, { text, line }: { text?: string; line?: number } = {}): void {
    this.entries.push({
      kind,
      what,
      ...(text === undefined ? {} : { text }),
      ...(line === undefined ? {} : { line: this.sourceLine(line) }),
    });
  }

  finish(): ImportReport {
    return { entries: this.entries };
  }
}

const HEADINGS: readonly (readonly [kind: EntryKind, heading: Message, explanation?: Message])[] = [
  ['attention', '请看一看', '下面各处机器拿不准，请对照原文。'],
  ['recognised', '认出的内容'],
  ['moved', '换了位置的文字', '下面各行原来在正文的位置，现在写在前言里，或者移到了别处，文字没有变。'],
  ['changed', '改动'],
  [
    'dropped',
    '没有收进稿件的文字',
    '下面各行看来不是文件本身的内容（网页的导航、编辑器的残留）。如果收错了，请抄回稿件。',
  ],
  ['note', '原文件里的批注和其他'],
];

/** The report as Markdown, to be opened beside the draft. `source` is the name of the imported file. */
export function renderReport({ entries }: ImportReport, source: string): string {
  const sections = HEADINGS.flatMap(([kind, heading, explanation]) => {
    const own = entries.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    return [
      [
        `## ${t(heading)}${t('（{0}）', own.length)}`,
        ...(explanation ? [t(explanation)] : []),
        own.map(renderEntry).join('\n'),
      ].join('\n\n'),
    ];
  });
  return [`# ${t('导入报告：{0}', source)}`, ...sections].join('\n\n') + '\n';
}

function renderEntry({ what, text, line }: ReportEntry): string {
  const place = line === undefined ? '' : `${t('第 {0} 行', line)}　`;
  return `- ${place}${what}${text === undefined ? '' : t('：') + quote(text)}`;
}

/** As code, so that nothing in it is read as Markdown; the fence is longer than any run of backticks within. */
function quote(text: string): string {
  const flat = text.replace(/\s*\n\s*/g, ' ⏎ ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : fence + flat + fence;
}

/** One line for the shell. */
export function summariseReport({ entries }: ImportReport): string {
  const count = (kind: EntryKind): number => entries.filter((entry) => entry.kind === kind).length;
  const parts = [
    [count('moved'), t('行移入前言或移了位置')],
    [count('changed'), t('处改动')],
    [count('dropped'), t('行没有收进')],
    [count('attention'), t('处要看')],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return said.length === 0 ? t('全文照收') : said.join(t('，'));
}
