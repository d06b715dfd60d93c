import type { FileReport, FindingReport } from '../../reports/file-report';
import { levelName } from '../../reports/levels';
import { escapeMarkup } from '../../reports/markup';
import type { Reporter } from './reporter';
import { t } from '../../localise';

/** A suite a file, a failed case a finding; a file without findings is one case that passes. */
export const report: Reporter = (files) => {
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="yaodian" tests="${tests}" failures="${failures}">`;
  return `${head}\n${files.map(suite).join('')}</testsuites>\n`;
};

function suite({ path, findings }: FileReport): string {
  const name = escapeMarkup(path);
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? `    <testcase name="${t('没有问题')}" classname="${name}"/>\n`
      : findings.map((finding) => failedCase(path, finding)).join('');
  return `  <testsuite name="${name}" tests="${tests}" failures="${findings.length}">\n${cases}  </testsuite>\n`;
}

function failedCase(
  path: string,
  { rule, level, message, range: { start }, excerpt }: FindingReport,
): string {
  const place = `${path}:${start.line}:${start.column}`;
  const text = `${place} ${levelName(level)} ${message}\n${excerpt.before}${excerpt.marked}${excerpt.after}`;
  const head = `<testcase name="${escapeMarkup(t('{0}（第 {1} 行）', rule, start.line))}" classname="${escapeMarkup(path)}">`;
  const failure = `<failure type="${level}" message="${escapeMarkup(message)}">${escapeMarkup(text)}</failure>`;
  return `    ${head}\n      ${failure}\n    </testcase>\n`;
}
