import type { WordChange } from '../../comparison/word-diff';
import type { ComparisonEntry, ComparisonGroup, ComparisonReport, TaskPlace } from './comparison-report';
import { summariseComparison } from './summarise';
import { t } from '../../localise';

/** A page of Markdown, to keep beside the drafts or to paste into a discussion. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const summary = summariseComparison(report).map((line) => `- ${escapeText(line)}`);
  return [`# ${t('任务比较')}`, summary.join('\n'), ...report.groups.map(writeGroup)].join('\n\n') + '\n';
}

function writeGroup({ heading, entries }: ComparisonGroup): string {
  return [`## ${t('{0}（{1} 项）', heading, entries.length)}`, entries.map(writeEntry).join('\n')].join(
    '\n\n',
  );
}

function writeEntry({ old, new: current, changes }: ComparisonEntry): string {
  const sides = [old, current].filter((side) => side.length > 0);
  return [
    `- ${sides.map((side) => side.map(writePlace).join('；')).join(' → ')}`,
    ...changes.map(({ field, words }) => `  - ${field}${t('：')}${words.map(writeWord).join('')}`),
  ].join('\n');
}

function writePlace({ label, section, line }: TaskPlace): string {
  const place = section === '' ? t('第 {0} 行', line) : t('{0}，第 {1} 行', escapeText(section), line);
  return `**${escapeText(label)}**（${place}）`;
}

/** HTML's own marks: `~~` and `**` are no marks beside Chinese punctuation. */
function writeWord({ kind, text }: WordChange): string {
  const shown = escapeText(text);
  if (kind === 'equal') return shown;
  return kind === 'delete' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`;
}

function escapeText(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&');
}
