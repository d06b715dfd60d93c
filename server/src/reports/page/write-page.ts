import { compareReports, type Trend } from '../compare-reports';
import type { FileFailure } from '../file-report';
import { writeHtmlPage } from '../html-page';
import { escapeMarkup } from '../markup';
import { SUMMARY_META } from '../read-last-report';
import { summariseReport, sumFigures, type ReportSummary } from '../report-summary';
import { writeDrafts, writeTiles } from './figures';
import { writeFindings } from './findings';
import { writeNotes } from './notes';
import type { ReportPage } from './report-page';
import { STYLE } from './style';
import { t } from '../../localise';

/** One page to hand on and to print. Its head carries the figures, so that the next report can be compared with it. */
export function writePage(page: ReportPage): string {
  const now = summariseReport(page.files, page.date);
  const trend = page.last && compareReports(now, page.last);
  const title = t('要点稿检查报告');
  return writeHtmlPage({
    title,
    styles: STYLE,
    meta: { [SUMMARY_META]: JSON.stringify(now) },
    body: `<header>
<h1>${title}</h1>
<p>${writeOccasion(page, trend)}</p>
</header>
<main>
${writeBody(page, now, trend)}
</main>`,
    version: page.version,
  });
}

function writeOccasion({ date }: ReportPage, trend: Trend | undefined): string {
  const day = t('{0} 生成', date);
  if (!trend) return day;
  const last = trend.since === null ? t('上次的结果') : t(' {0} 的报告', trend.since);
  return escapeMarkup(t('{0}，与{1}相比（括号内为增减，没有括号的不变）', day, last));
}

function writeBody(page: ReportPage, now: ReportSummary, trend: Trend | undefined): string {
  const { drafts } = now;
  const failures = writeFailures(page.failures);
  if (drafts.length === 0) return `<p class="clean">${t('没有检查到要点稿。')}</p>\n${failures}`;
  const total = sumFigures(drafts);
  return [
    writeTiles(drafts.length, total, trend),
    failures,
    writeDrafts(drafts, total, trend),
    writeFindings(page, total, trend),
    writeNotes(page),
  ].join('\n');
}

function writeFailures(failures: readonly FileFailure[]): string {
  if (failures.length === 0) return '';
  const entries = failures.map(({ what, advice }) => `<li>${escapeMarkup(t('{0}。{1}', what, advice))}</li>`);
  return `<section class="failures">
<h2>${t('没有检查的文件')}</h2>
<ul>${entries.join('')}</ul>
</section>`;
}
