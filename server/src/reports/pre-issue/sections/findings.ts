import { ruleSummary } from '../../../rules/rule-name';
import type { RuleId } from '../../../rules/rule';
import type { ReportEntry, ReportGroup, ReportSection } from '../pre-issue-report';
import { LEVELS } from '../../levels';
import type { FindingReport } from '../../file-report';
import type { ReportSource } from '../make-report';
import { t } from '../../../localise';

/** What the rules found, by rule, the most severe first. */
export function findingsSection({ findings }: Pick<ReportSource, 'findings'>): ReportSection {
  const groups = groupByRule(findings, entryOf);
  return { title: t('检查发现的问题'), clear: t('没有发现问题。'), groups: [...groups].sort(bySeverity) };
}

/** Groups in the order of their first finding. */
export function groupByRule<T extends FindingReport>(
  findings: readonly T[],
  entry: (finding: T) => ReportEntry,
): readonly ReportGroup[] {
  const byRule = new Map<RuleId, ReportEntry[]>();
  for (const finding of findings)
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), entry(finding)]);
  return [...byRule].map(([rule, entries]) => ({ title: ruleSummary(rule), note: rule, entries }));
}

export function entryOf({ place, range, level, message, excerpt, fix }: FindingReport): ReportEntry {
  return { place, range, level, text: message, excerpt, remark: fix ? t('修复：{0}', fix.title) : '' };
}

function bySeverity(a: ReportGroup, b: ReportGroup): number {
  return worst(a) - worst(b);
}

function worst({ entries }: ReportGroup): number {
  return Math.min(
    ...entries.map(({ level }) => (level === undefined ? LEVELS.length : LEVELS.indexOf(level))),
  );
}
