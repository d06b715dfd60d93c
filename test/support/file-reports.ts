import type { FileReport, FindingReport } from '../../server/src/reports/file-report';
import type { ReportContext } from '../../server/src/cli/reporters/reporter';

/** A finding with everything reporters can show; a test overrides what it is about. */
export function findingReport(overrides: Partial<FindingReport> = {}): FindingReport {
  return {
    rule: 'numbering/gap',
    level: 'error',
    message: '“（三）”之前缺“（二）”',
    range: { start: { line: 4, column: 1 }, end: { line: 4, column: 4 } },
    place: '第二部分（三）',
    fixable: true,
    excerpt: { before: '', marked: '（三）', after: '办好网站' },
    related: [],
    fix: {
      title: '改为“（二）”',
      edits: [{ range: { start: { line: 4, column: 2 }, end: { line: 4, column: 3 } }, newText: '二' }],
    },
    ...overrides,
  };
}

export function fileReport(path: string, ...findings: FindingReport[]): FileReport {
  return {
    path,
    findings,
    summary: { tasks: 2, complete: 1, missing: { target: 1, unit: 0, deadline: 1 } },
  };
}

export const reportContext: ReportContext = {
  version: '1.2.3',
  color: false,
  date: '2026-03-02',
  failures: [],
  last: undefined,
  preIssue: [],
  rules: [
    rule('numbering/duplicate', 'warning'),
    rule('numbering/gap', 'error'),
    rule('task/missing-target', 'off'),
  ],
};

function rule(id: ReportContext['rules'][number]['id'], level: 'error' | 'warning' | 'off') {
  return {
    id,
    summary: `${id} 的说明`,
    level,
    certainty: '必错',
    ground: '国标',
    page: `file:///docs/${id}.md`,
  } as const;
}
