import { textWidth } from '../../exporters/text-width';
import type { Level } from '../../rules/rule';
import type { FileReport, FindingReport } from '../../reports/file-report';
import { describeTasks } from '../../reports/pre-issue/describe-tasks';
import { countLevels, levelName, LEVELS } from '../../reports/levels';
import { figuresOf, sumFigures } from '../../reports/report-summary';
import type { Reporter } from './reporter';
import { list, t } from '../../localise';

type Paint = (style: Style, text: string) => string;
type Style = Level | 'faint' | 'strong';

/** For a person at a terminal: place first (editors' terminals make it a link), then the line it is about. */
export const report: Reporter = (files, { color }) => {
  // Why nothing could be checked has been said on stderr; “no findings” would be a lie.
  if (files.length === 0) return '';
  const paint: Paint = color ? (style, text) => `\x1b[${STYLES[style]}m${text}\x1b[0m` : (_, text) => text;
  const parts = files.filter(({ findings }) => findings.length > 0).map((file) => fileText(file, paint));
  parts.push(conclusion(files, paint));
  return `${parts.join('\n')}\n`;
};

const STYLES: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '90',
  faint: '90',
  strong: '1',
};

function fileText({ path, findings, summary }: FileReport, paint: Paint): string {
  const lines = findings.map((finding) => findingText(path, finding, paint));
  return `${lines.join('\n')}\n${paint('faint', `${path}${t('：')}${describeTasks(summary)}`)}\n`;
}

function findingText(path: string, finding: FindingReport, paint: Paint): string {
  const { range, level, message, rule, fixable } = finding;
  const place = paint('strong', `${path}:${range.start.line}:${range.start.column}`);
  const tail = paint('faint', `${rule}${fixable ? t('（可自动修复）') : ''}`);
  const related = finding.related.map(
    (other) =>
      `\n    ${other.path ?? path}${other.range ? `:${other.range.start.line}` : ''} ${other.message}`,
  );
  return `${place} ${paint(level, levelName(level))} ${message}  ${tail}\n${quote(finding, paint)}${related.join('')}`;
}

function quote({ excerpt, level }: FindingReport, paint: Paint): string {
  const before = visible(excerpt.before);
  const marked = visible(excerpt.marked);
  const line = `    ${before}${marked}${visible(excerpt.after)}`;
  const underline = `    ${' '.repeat(textWidth(before))}${'^'.repeat(Math.max(1, textWidth(marked)))}`;
  return `${line}\n${paint(level, underline)}`;
}

/** Text of a file must not move the cursor or recolour the terminal. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, (character) => (character === '\t' ? ' ' : '�'));
}

function conclusion(files: readonly FileReport[], paint: Paint): string {
  const counts = countLevels(files.flatMap(({ findings }) => findings));
  const total = LEVELS.reduce((sum, level) => sum + counts[level], 0);
  const tasks =
    files.length === 1
      ? describeTasks((files[0] as FileReport).summary)
      : describeTasks(sumFigures(files.map(figuresOf)));
  const checked = t('检查了 {0} 个文件', files.length);
  if (total === 0) return t('{0}，没有发现问题。{1}。', checked, tasks);
  const levels = LEVELS.filter((level) => counts[level] > 0).map((level) =>
    paint(level, `${levelName(level)} ${counts[level]}`),
  );
  const fixable = files.flatMap(({ findings }) => findings).filter((finding) => finding.fixable).length;
  const advice = fixable > 0 ? t('\n其中 {0} 处可用 --fix 自动修复。', fixable) : '';
  return t('{0}，发现 {1} 处问题：{2}。{3}。{4}', checked, total, list(levels), tasks, advice);
}
