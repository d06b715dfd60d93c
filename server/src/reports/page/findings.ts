import type { Trend } from '../compare-reports';
import type { FileReport, FindingReport } from '../file-report';
import { levelName, LEVELS } from '../levels';
import { t } from '../../localise';
import { escapeMarkup, IN_CHINESE, markUpExcerpt } from '../markup';
import type { Figures } from '../report-summary';
import { writeChange } from './change';
import type { ReportPage } from './report-page';
import { writeWhere } from './where';

/** What one rule found, by draft. */
interface RuleFindings {
  readonly rule: string;
  readonly summary: string;
  /** The most severe of its findings. */
  readonly level: FindingReport['level'];
  readonly count: number;
  readonly files: readonly FileReport[];
}

/** The findings, the most severe rules first: how many of each, then every one with its place and its words. */
export function writeFindings(page: ReportPage, total: Figures, trend: Trend | undefined): string {
  const groups = groupByRule(page);
  const settled = trend
    ? Object.keys(trend.total.rules).filter((rule) => total.rules[rule] === undefined)
    : [];
  if (groups.length + settled.length === 0)
    return `<section>\n<h2>${t('问题')}</h2>\n<p class="clean">${t('没有发现问题。')}</p>\n</section>`;
  return `<section>
<h2>${t('问题的种类')}</h2>
<table class="rules">
<thead><tr><th scope="col">${t('问题')}</th><th scope="col">${t('级别')}</th><th scope="col">${t('处数')}</th><th scope="col">${t('涉及稿件')}</th></tr></thead>
<tbody>
${[...groups.map((group) => ruleRow(group, trend)), ...settled.map((rule) => settledRow(rule, page, trend))].join('\n')}
</tbody>
</table>
</section>
${groups.map(ruleSection).join('\n')}`;
}

function groupByRule({ files, rules }: ReportPage): readonly RuleFindings[] {
  const found = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const groups = [...found].map((rule): RuleFindings => {
    const touched = files
      .map((file) => ({ ...file, findings: file.findings.filter((finding) => finding.rule === rule) }))
      .filter(({ findings }) => findings.length > 0);
    const all = touched.flatMap(({ findings }) => findings);
    const level = LEVELS.find((candidate) => all.some((finding) => finding.level === candidate)) ?? 'hint';
    return { rule, summary: summaryOf(rule, rules), level, count: all.length, files: touched };
  });
  return groups.sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}

/** A rule of an older version is called by its id. */
function summaryOf(rule: string, rules: ReportPage['rules']): string {
  return rules.find(({ id }) => id === rule)?.summary ?? rule;
}

function ruleRow({ rule, summary, level, count, files }: RuleFindings, trend: Trend | undefined): string {
  const change = writeChange(count, trend && (trend.total.rules[rule] ?? 0), 'less');
  const name = `<a href="#${anchorOf(rule)}">${escapeMarkup(summary)}</a>`;
  return `<tr class="${level}"><th scope="row">${name}</th><td class="level">${levelName(level)}</td><td>${count}${change}</td><td>${files.length}</td></tr>`;
}

function settledRow(rule: string, { rules }: ReportPage, trend: Trend | undefined): string {
  const change = writeChange(0, trend?.total.rules[rule], 'less');
  return `<tr><th scope="row">${escapeMarkup(summaryOf(rule, rules))}</th><td>${t('已消除')}</td><td>0${change}</td><td>0</td></tr>`;
}

function ruleSection({ rule, summary, level, count, files }: RuleFindings): string {
  return `<section id="${anchorOf(rule)}" class="${level}">
<h3>${escapeMarkup(summary)} <small><span class="level">${levelName(level)}</span> · ${t('{0} 处', count)} · ${escapeMarkup(rule)}</small></h3>
<table class="findings">
${files.map(draftRows).join('\n')}
</table>
</section>`;
}

function draftRows({ path, findings }: FileReport): string {
  return `<tbody>
<tr><th scope="rowgroup" colspan="2" ${IN_CHINESE}>${escapeMarkup(path)}</th></tr>
${findings.map(findingRow).join('\n')}
</tbody>`;
}

function findingRow({ message, range, place, excerpt, fix }: FindingReport): string {
  const advice = fix ? `<p class="fix">${escapeMarkup(t('可改：{0}', fix.title))}</p>` : '';
  return `<tr><td>${writeWhere(place, range)}</td><td>${markUpExcerpt(excerpt)}<p>${escapeMarkup(message)}</p>${advice}</td></tr>`;
}

function anchorOf(rule: string): string {
  return escapeMarkup(rule.replaceAll('/', '-'));
}
