import type { WordChange } from '../../comparison/word-diff';
import { writeHtmlPage } from '../html-page';
import { escapeMarkup, IN_CHINESE } from '../markup';
import { STYLE } from '../page/style';
import type {
  ChangeKind,
  ComparisonEntry,
  ComparisonGroup,
  ComparisonReport,
  TaskPlace,
} from './comparison-report';
import { summariseComparison } from './summarise';
import { t } from '../../localise';

export type Side = 'old' | 'new';
/** The address of a place in one of the drafts, for pages whose reader can go there. */
export type LinkOf = (side: Side, place: TaskPlace) => string;

/** One page to hand on and to print. */
export function writeComparisonHtml(report: ComparisonReport, version: string): string {
  const title = t('任务比较');
  return writeHtmlPage({
    title,
    styles: COMPARISON_STYLES,
    body: `<h1>${title}</h1>\n${renderComparison(report)}`,
    version,
  });
}

/** The whole comparison side by side: the old draft on the left, the new one on the right. */
export function renderComparison(report: ComparisonReport, linkOf?: LinkOf): string {
  const summary = summariseComparison(report).map((line) => `<p>${escapeMarkup(line)}</p>`);
  const groups = report.groups.map((group) => renderGroup(group, report, linkOf));
  return [...summary, renderFilter(report), ...groups].join('\n');
}

/** Boxes that hide a kind of change; the style sheet does it, so that no script is needed. */
function renderFilter({ groups }: ComparisonReport): string {
  if (groups.length < 2) return '';
  const boxes = groups.map(
    ({ kind, heading, entries }) =>
      `<label><input type="checkbox" id="show-${kind}" checked> ${escapeMarkup(heading)}${t('（{0}）', entries.length)}</label>`,
  );
  return `<fieldset class="filter"><legend>${t('显示')}</legend>${boxes.join('')}</fieldset>`;
}

function renderGroup(
  { kind, heading, entries }: ComparisonGroup,
  report: ComparisonReport,
  linkOf: LinkOf | undefined,
): string {
  return `<section class="comparison" data-kind="${kind}">
<h2>${escapeMarkup(t('{0}（{1} 项）', heading, entries.length))}</h2>
<table>
<thead ${IN_CHINESE}><tr><th scope="col">${escapeMarkup(report.old.name)}</th><th scope="col">${escapeMarkup(report.new.name)}</th></tr></thead>
${entries.map((entry) => renderEntry(entry, linkOf)).join('\n')}
</table>
</section>`;
}

function renderEntry({ old, new: current, changes }: ComparisonEntry, linkOf: LinkOf | undefined): string {
  const cell = (side: Side, places: readonly TaskPlace[]): string =>
    `<td>${places.map((place) => renderPlace(side, place, linkOf)).join('') || '<span class="absent">—</span>'}</td>`;
  const rows = changes.map(
    ({ field, words }) =>
      `<tr class="change"><td colspan="2"><b>${escapeMarkup(field)}</b> <span ${IN_CHINESE}>${words.map(renderWord).join('')}</span></td></tr>`,
  );
  return `<tbody>
<tr>${cell('old', old)}${cell('new', current)}</tr>
${rows.join('\n')}
</tbody>`;
}

function renderPlace(side: Side, place: TaskPlace, linkOf: LinkOf | undefined): string {
  const { label, section, line } = place;
  const name = escapeMarkup(label);
  const link = linkOf
    ? `<a ${IN_CHINESE} href="${escapeMarkup(linkOf(side, place))}">${name}</a>`
    : `<span ${IN_CHINESE}>${name}</span>`;
  const where = section === '' ? '' : `<span ${IN_CHINESE}>${escapeMarkup(section)}</span>${t('，')}`;
  return `<div class="place">${link}<small>${where}${t('第 {0} 行', line)}</small></div>`;
}

/** Underline and strike-through say it on paper and to those who do not see colours. */
function renderWord({ kind, text }: WordChange): string {
  const shown = escapeMarkup(text.replace(/\s*\n\s*/g, ' '));
  if (kind === 'equal') return shown;
  return kind === 'delete' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`;
}

const KINDS: readonly ChangeKind[] = [
  'dropped',
  'added',
  'moved',
  'split',
  'merged',
  'changed',
  'rolled-over',
];

export const COMPARISON_STYLES = `${STYLE}
.comparison table { table-layout: fixed; }
.comparison td { width: 50%; overflow-wrap: anywhere; }
.comparison tbody tr:has(+ .change) td, .comparison .change:not(:last-child) td { border-bottom: 0; padding-bottom: 0; }
.comparison .place small { display: block; }
.comparison .absent { color: var(--hint); }
.filter { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; border: 1px solid var(--line); border-radius: .4rem; }
del { color: var(--error); text-decoration: line-through; }
ins { color: var(--better); text-decoration: underline; }
${KINDS.map((kind) => `body:has(#show-${kind}:not(:checked)) [data-kind='${kind}'] { display: none; }`).join('\n')}
@media print { .filter { display: none; } }
`;
