import type { FileReport, FindingReport } from '../../reports/file-report';
import type { Reporter } from './reporter';

/** The contract's shape and nothing else, field by field as docs/cli.md fixes it. */
export const report: Reporter = (files) =>
  `${JSON.stringify({ version: 1, files: files.map(fileJson) }, null, 2)}\n`;

function fileJson({ path, findings, summary: { tasks, complete, missing } }: FileReport): unknown {
  const { target, unit, deadline } = missing;
  return {
    path,
    diagnostics: findings.map(diagnosticJson),
    summary: { tasks, complete, missing: { target, unit, deadline } },
  };
}

function diagnosticJson({ rule, level, message, range, fixable }: FindingReport): unknown {
  return { rule, level, message, range, fixable };
}
