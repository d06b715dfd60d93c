import type { WordChange } from '../../comparison/word-diff';
import type { ComparisonEntry, ComparisonGroup, ComparisonReport, TaskPlace } from './comparison-report';
import { summariseComparison } from './summarise';

/** A page of Markdown, to keep beside the drafts or to paste into a discussion. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const summary = summariseComparison(report).map((line) => `- ${escapeText(line)}`);
  return ['# 任务比较', summary.join('\n'), ...report.groups.map(writeGroup)].join('\n\n') + '\n';
}

function writeGroup({ heading, entries }: ComparisonGroup): string {
  return [`## ${heading}（${entries.length} 项）`, entries.map(writeEntry).join('\n')].join('\n\n');
}

function writeEntry({ old, new: current, changes }: ComparisonEntry): string {
  const sides = [old, current].filter((side) => side.length > 0);
  return [
    `- ${sides.map((side) => side.map(writePlace).join('；')).join(' → ')}`,
    ...changes.map(({ field, words }) => `  - ${field}：${words.map(writeWord).join('')}`),
  ].join('\n');
}

function writePlace({ label, section, line }: TaskPlace): string {
  const place = section === '' ? `第 ${line} 行` : `${escapeText(section)}，第 ${line} 行`;
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
