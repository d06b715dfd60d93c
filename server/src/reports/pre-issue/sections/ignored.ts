import type { ReportSection } from '../pre-issue-report';
import type { ReportSource } from '../make-report';
import { entryOf, groupByRule } from './findings';
import { t } from '../../../localise';

/** Findings that the writer has waved through, with the reasons given: whoever signs should know of them. */
export function ignoredSection({ ignored }: Pick<ReportSource, 'ignored'>): ReportSection {
  const findings = ignored.map(({ finding, reasons }) => ({ ...finding, reasons }));
  return {
    title: t('已忽略的问题'),
    clear: t('没有忽略任何问题。'),
    groups: groupByRule(findings, (finding) => ({
      ...entryOf(finding),
      level: undefined,
      remark: remarkOf(finding.reasons),
    })),
  };
}

function remarkOf(reasons: readonly string[]): string {
  const given = [...new Set(reasons.filter((reason) => reason !== ''))];
  return given.length === 0 ? t('没有写忽略的原因') : t('原因：{0}', given.join(t('；')));
}
