import type { Level } from '../../rules/rule';
import type { FindingReport } from '../../reports/file-report';
import type { Reporter } from './reporter';

/** Workflow commands that GitHub turns into annotations on the changed lines. */
export const report: Reporter = (files) =>
  files.flatMap(({ path, findings }) => findings.map((finding) => `${command(path, finding)}\n`)).join('');

const COMMANDS: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function command(path: string, { level, rule, message, range: { start, end } }: FindingReport): string {
  // Columns are refused where an annotation spans lines.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const file = property(path.replaceAll('\\', '/'));
  const properties = `file=${file},line=${start.line},endLine=${end.line}${columns},title=${property(rule)}`;
  return `::${COMMANDS[level]} ${properties}::${data(message)}`;
}

/** Escapes as the runner's own toolkit does (actions/toolkit, `command.ts`). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
