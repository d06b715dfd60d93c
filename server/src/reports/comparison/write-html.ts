import type { WordChange } from '../../comparison/word-diff';
import { escapeMarkup } from '../markup';
import { STYLE } from '../page/style';
import type { ComparisonEntry, ComparisonGroup, ComparisonReport, TaskPlace } from './comparison-report';
import { summariseComparison } from './summarise';

export type Side = 'old' | 'new';
/** Attributes of the link to a place in one of the drafts, for pages whose reader can go there. */
export type LinkOf = (side: Side, place: TaskPlace) => string;

/** One page to hand on and to print: no script, nothing loaded from anywhere. */
export function writeComparisonHtml(report: ComparisonReport, version: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>任务比较</title>
<style>${STYLE}${COMPARISON_STYLE}</style>
</head>
<body>
<h1>任务比较</h1>
${renderSummary(report)}
${renderGroups(report)}
<footer>yaodian ${escapeMarkup(version)}</footer>
</body>
</html>
`;
}

export function renderSummary(report: ComparisonReport): string {
  return summariseComparison(report)
    .map((line) => `<p>${escapeMarkup(line)}</p>`)
    .join('\n');
}

/** The groups side by side: the old draft on the left, the new one on the right. */
export function renderGroups(report: ComparisonReport, linkOf?: LinkOf): string {
  return report.groups.map((group) => renderGroup(group, report, linkOf)).join('\n');
}

function renderGroup(
  { kind, heading, entries }: ComparisonGroup,
  report: ComparisonReport,
  linkOf: LinkOf | undefined,
): string {
  return `<section class="comparison" data-kind="${kind}">
<h2>${escapeMarkup(heading)}（${entries.length} 项）</h2>
<table>
<thead><tr><th scope="col">${escapeMarkup(report.old.name)}</th><th scope="col">${escapeMarkup(report.new.name)}</th></tr></thead>
${entries.map((entry) => renderEntry(entry, linkOf)).join('\n')}
</table>
</section>`;
}

function renderEntry({ old, new: current, changes }: ComparisonEntry, linkOf: LinkOf | undefined): string {
  const cell = (side: Side, places: readonly TaskPlace[]): string =>
    `<td>${places.map((place) => renderPlace(side, place, linkOf)).join('') || '<span class="absent">—</span>'}</td>`;
  const rows = changes.map(
    ({ field, words }) =>
      `<tr class="change"><td colspan="2"><b>${escapeMarkup(field)}</b> ${words.map(renderWord).join('')}</td></tr>`,
  );
  return `<tbody>
<tr>${cell('old', old)}${cell('new', current)}</tr>
${rows.join('\n')}
</tbody>`;
}

function renderPlace(side: Side, place: TaskPlace, linkOf: LinkOf | undefined): string {
  const { label, section, line } = place;
  const name = escapeMarkup(label);
  const link = linkOf ? `<a ${linkOf(side, place)}>${name}</a>` : name;
  const where = section === '' ? '' : `${escapeMarkup(section)}，`;
  return `<div class="place">${link}<small>${where}第 ${line} 行</small></div>`;
}

/** Underline and strike-through say it on paper and to those who do not see colours. */
function renderWord({ kind, text }: WordChange): string {
  const shown = escapeMarkup(text.replace(/\s*\n\s*/g, ' '));
  if (kind === 'equal') return shown;
  return kind === 'delete' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`;
}

export const COMPARISON_STYLE = `
.comparison table { table-layout: fixed; }
.comparison td { width: 50%; overflow-wrap: anywhere; }
.comparison tbody tr:has(+ .change) td, .comparison .change:not(:last-child) td { border-bottom: 0; padding-bottom: 0; }
.comparison .place small { display: block; }
.comparison .absent { color: var(--hint); }
del { color: var(--error); text-decoration: line-through; }
ins { color: var(--better); text-decoration: underline; }
`;
