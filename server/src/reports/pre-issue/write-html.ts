import {
  entriesOf,
  type PreIssueReport,
  type ReportEntry,
  type ReportGroup,
  type ReportSection,
} from './pre-issue-report';
import { countLevels, levelName, LEVELS } from '../levels';
import type { PlaceRange } from '../file-report';
import { writeHtmlPage } from '../html-page';
import { escapeMarkup, IN_CHINESE, markUpExcerpt } from '../markup';
import { STYLE } from '../page/style';
import { t } from '../../localise';

export interface ReportPageOptions {
  /** Yaodian's own version. */
  readonly version: string;
}

/** One page to hand on, of one or several drafts. */
export function writePreIssueHtml(
  reports: readonly PreIssueReport[],
  { version }: ReportPageOptions,
): string {
  const title = t('发文前检查');
  const articles = reports.map((report) => renderReport(report));
  return writeHtmlPage({
    title,
    styles: PRE_ISSUE_STYLES,
    body: [`<h1>${title}</h1>`, renderCounts(reports), ...articles].join('\n'),
    version,
  });
}

export function renderCounts(reports: readonly PreIssueReport[]): string {
  const counts = countLevels(reports.flatMap(entriesOf));
  const cards = LEVELS.map(
    (level) => `<li class="${level}"><span>${levelName(level)}</span><b>${counts[level]}</b></li>`,
  );
  return `<ul class="tiles">${cards.join('')}</ul>`;
}

/** The address of a place in the draft, for pages whose reader can go there. */
export type LinkOf = (range: PlaceRange) => string | undefined;

/** What there is to say of one draft, for a page that has a head of its own. */
export function renderReport({ title, path, tasks, sections }: PreIssueReport, linkOf?: LinkOf): string {
  return `<article>
<h2 ${IN_CHINESE}>${escapeMarkup(title)}</h2>
<p class="path" ${IN_CHINESE}>${escapeMarkup(path)}</p>
<p>${escapeMarkup(tasks)}${t('。')}</p>
${sections.map((section) => renderSection(section, linkOf)).join('\n')}
</article>`;
}

function renderSection({ title, clear, groups }: ReportSection, linkOf: LinkOf | undefined): string {
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const body =
    count === 0
      ? `<p class="clean">${escapeMarkup(clear)}</p>`
      : groups.map((group) => renderGroup(group, linkOf)).join('\n');
  return `<section>
<h3>${escapeMarkup(title)}${count === 0 ? '' : ` <small>${count}</small>`}</h3>
${body}
</section>`;
}

function renderGroup({ title, note, entries }: ReportGroup, linkOf: LinkOf | undefined): string {
  const heading =
    title === '' ? '' : `<h4>${escapeMarkup(title)} <small>${escapeMarkup(note)}</small></h4>\n`;
  return `${heading}<ul class="entries">
${entries.map((entry) => renderEntry(entry, linkOf)).join('\n')}
</ul>`;
}

function renderEntry(entry: ReportEntry, linkOf: LinkOf | undefined): string {
  const { level, text, excerpt, remark } = entry;
  const mark = level === undefined ? '' : `<span class="level">${levelName(level)}</span> `;
  const quote = excerpt === undefined ? '' : markUpExcerpt(excerpt);
  const advice = remark === '' ? '' : `<p class="fix">${escapeMarkup(remark)}</p>`;
  return `<li class="${level ?? 'plain'}">${renderPlace(entry, linkOf)}${mark}${escapeMarkup(text)}${quote}${advice}</li>`;
}

function renderPlace({ place, range }: ReportEntry, linkOf: LinkOf | undefined): string {
  if (range === undefined) return place === '' ? '' : `<span class="place">${escapeMarkup(place)}</span> `;
  const { line, column } = range.start;
  const name = `${escapeMarkup(place)}<small>${line}:${column}</small>`;
  const address = linkOf?.(range);
  return address === undefined
    ? `<span class="place" ${IN_CHINESE}>${name}</span> `
    : `<a class="place" ${IN_CHINESE} href="${escapeMarkup(address)}">${name}</a> `;
}

/** What this page has besides the other report's look. */
export const PRE_ISSUE_STYLES = `${STYLE}
.path { margin: 0; font-size: .9em; overflow-wrap: anywhere; color: var(--hint); }
.entries { margin: 0; padding-left: 1.2rem; }
.entries li { margin: .5rem 0; overflow-wrap: anywhere; break-inside: avoid; }
.entries p { margin: .1rem 0 0; }
.place { margin-right: .4em; font-weight: 600; }
.place small { margin-left: .4em; font-weight: normal; }
.level { padding: 0 .4em; border: 1px solid; border-radius: .3em; font-size: .85em; }
h4 { margin: 1rem 0 .2rem; font-size: 1rem; }
h4 small { font-weight: normal; }
`;
