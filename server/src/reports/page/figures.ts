import { percentOf, type Trend } from '../compare-reports';
import { levelName, LEVELS } from '../levels';
import { escapeMarkup, IN_CHINESE } from '../markup';
import type { DraftFigures, Figures } from '../report-summary';
import { writeChange } from './change';
import { list, t, type Message } from '../../localise';

/** The figures a director asks for first. */
export function writeTiles(drafts: number, total: Figures, trend: Trend | undefined): string {
  const last = trend?.total;
  const percent = percentOf(total.complete, total.tasks);
  const lastPercent = last && percentOf(last.complete, last.tasks);
  const tiles = [
    tile(t('稿件'), `${drafts}`, writeChange(drafts, trend?.drafts)),
    tile(t('任务'), `${total.tasks}`, writeChange(total.tasks, last?.tasks)),
    tile(t('要素齐全的任务'), `${total.complete}`, writeChange(total.complete, last?.complete, 'more')),
    tile(t('齐全率'), `${percent}%`, writeChange(percent, lastPercent, 'more')),
    ...LEVELS.map((level) =>
      tile(
        levelName(level),
        `${total.levels[level]}`,
        writeChange(total.levels[level], last?.levels[level], 'less'),
        level,
      ),
    ),
  ];
  return `<ul class="tiles">${tiles.join('')}</ul>`;
}

function tile(name: string, value: string, change: string, kind = ''): string {
  return `<li${kind && ` class="${kind}"`}><span>${name}</span><b>${value}</b>${change}</li>`;
}

const COLUMNS: readonly Message[] = ['稿件', '要素齐全', '任务', '缺目标', '缺责任单位', '缺完成时限'];

/** A row a draft, and one for all of them. */
export function writeDrafts(
  drafts: readonly DraftFigures[],
  total: Figures,
  trend: Trend | undefined,
): string {
  const names = [...COLUMNS.map((column) => t(column)), ...LEVELS.map((level) => levelName(level))];
  const rows = drafts.map((draft) => draftRow(draft, trend));
  const sum = drafts.length > 1 ? `\n<tfoot>${row(t('合计'), total, trend?.total)}</tfoot>` : '';
  return `<section>
<h2>${t('各稿件的情况')}</h2>
<table class="figures">
<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>${sum}
</table>
${writeGone(trend)}</section>`;
}

function draftRow(draft: DraftFigures, trend: Trend | undefined): string {
  const last = trend?.of(draft.path);
  const fresh = trend && !last ? ` <small>${t('新增')}</small>` : '';
  return row(`<span ${IN_CHINESE}>${escapeMarkup(draft.path)}</span>${fresh}`, draft, last);
}

function row(name: string, { tasks, complete, missing, levels }: Figures, last: Figures | undefined): string {
  const counts = [
    figure(tasks, last?.tasks),
    figure(missing.target, last?.missing.target, 'less'),
    figure(missing.unit, last?.missing.unit, 'less'),
    figure(missing.deadline, last?.missing.deadline, 'less'),
    ...LEVELS.map((level) => figure(levels[level], last?.levels[level], 'less')),
  ];
  const bar = `${writeBar(complete, tasks)} ${complete}/${tasks}${writeChange(complete, last?.complete, 'more')}`;
  return `<tr><th scope="row">${name}</th><td class="share">${bar}</td>${counts.join('')}</tr>`;
}

function figure(now: number, last: number | undefined, good?: 'more' | 'less'): string {
  return `<td>${now}${writeChange(now, last, good)}</td>`;
}

/** A picture and not a background: printers leave backgrounds out. */
function writeBar(complete: number, tasks: number): string {
  const percent = percentOf(complete, tasks);
  const label =
    tasks === 0 ? t('没有任务') : t('{0} 项任务，{1} 项要素齐全（{2}%）', tasks, complete, percent);
  return `<svg role="img" aria-label="${label}" viewBox="0 0 100 10" preserveAspectRatio="none"><title>${label}</title><rect class="rest" width="100" height="10"/><rect class="done" width="${percent}" height="10"/></svg>`;
}

function writeGone(trend: Trend | undefined): string {
  if (!trend || trend.gone.length === 0) return '';
  return `<p>${escapeMarkup(t('上次有、这次没有的稿件：{0}', list(trend.gone)))}</p>\n`;
}
