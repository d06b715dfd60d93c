import type { FileReport, FindingReport } from '../../reports/file-report';
import { countLevels, LEVEL_NAMES, LEVELS } from '../../reports/levels';
import { escapeMarkup } from '../../reports/markup';
import type { Reporter, ReportContext } from './reporter';
import { taskText } from './text';

/** One page to hand on: no script, nothing loaded from anywhere. */
export const report: Reporter = (files, context) => {
  const counts = countLevels(files);
  const cards = LEVELS.map(
    (level) => `<li class="${level}"><b>${counts[level]}</b>${LEVEL_NAMES[level]}</li>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>要点稿检查报告</title>
<style>${STYLE}</style>
</head>
<body>
<h1>要点稿检查报告</h1>
<ul class="counts">${cards.join('')}</ul>
${files.map((file) => section(file, context)).join('\n')}
<footer>yaodian ${escapeMarkup(context.version)}</footer>
</body>
</html>
`;
};

function section({ path, findings, summary }: FileReport, context: ReportContext): string {
  const body =
    findings.length === 0
      ? '<p class="clean">没有发现问题。</p>'
      : `<table>
<thead><tr><th>位置</th><th>级别</th><th>问题</th><th>规则</th></tr></thead>
<tbody>
${findings.map((finding) => row(finding, context)).join('\n')}
</tbody>
</table>`;
  return `<section>
<h2>${escapeMarkup(path)}</h2>
<p>${escapeMarkup(taskText(summary))}</p>
${body}
</section>`;
}

function row(finding: FindingReport, { rules }: ReportContext): string {
  const {
    level,
    message,
    rule,
    range: { start },
    place,
    excerpt,
    fix,
  } = finding;
  const summary = rules.find(({ id }) => id === rule)?.summary ?? '';
  const name = escapeMarkup(rule);
  const { before, marked, after } = excerpt;
  const quote = `${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(after)}`;
  const advice = fix ? `<p class="fix">修复：${escapeMarkup(fix.title)}</p>` : '';
  return `<tr class="${level}"><td>${escapeMarkup(place)}<br><small>${start.line}:${start.column}</small></td><td>${LEVEL_NAMES[level]}</td><td>${escapeMarkup(message)}<blockquote>${quote}</blockquote>${advice}</td><td>${name}<br><small>${escapeMarkup(summary)}</small></td></tr>`;
}

const STYLE = `
:root { color-scheme: light dark; --error: #c62828; --warning: #b26a00; --info: #01579b; --hint: #616161; }
@media (prefers-color-scheme: dark) { :root { --error: #ef9a9a; --warning: #ffcc80; --info: #81d4fa; --hint: #bdbdbd; } }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6; font-family: system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
h2 { margin-top: 2rem; font-size: 1.1rem; overflow-wrap: anywhere; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.counts li { padding: .5rem 1rem; border: 1px solid; border-radius: .4rem; }
.counts b { margin-right: .5rem; font-size: 1.3rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid #8886; text-align: left; vertical-align: top; }
td:first-child { min-width: 7rem; }
td:nth-child(2) { white-space: nowrap; }
td:last-child { width: 14rem; overflow-wrap: anywhere; }
small { opacity: .75; }
blockquote { margin: .3rem 0; padding-left: .6rem; border-left: 3px solid #8886; overflow-wrap: anywhere; opacity: .85; }
.fix { margin: .2rem 0 0; font-size: .9em; }
.counts .error, .error td:nth-child(2) { color: var(--error); }
.counts .warning, .warning td:nth-child(2) { color: var(--warning); }
.counts .info, .info td:nth-child(2) { color: var(--info); }
.counts .hint, .hint td:nth-child(2) { color: var(--hint); }
footer { margin-top: 3rem; opacity: .6; }
@media print { section { break-inside: avoid-page; } }
`;
