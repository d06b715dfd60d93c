import type { FileFailure, FileReport } from '../../reports/file-report';
import type { PreIssueReport } from '../../reports/pre-issue/pre-issue-report';
import type { ReportSummary } from '../../reports/report-summary';
import type { Certainty, Ground, Level, RuleId } from '../../rules/rule';

/** Makes the whole output of `check` from what was found. Pure. */
export type Reporter<Output = string> = (files: readonly FileReport[], context: ReportContext) => Output;

export interface ReportContext {
  /** Yaodian's own version. */
  readonly version: string;
  /** All rules there are, for formats that describe them. */
  readonly rules: readonly RuleDescription[];
  /** Whether to use a terminal's colours. */
  readonly color: boolean;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly date: string;
  /** Files that could not be checked. */
  readonly failures: readonly FileFailure[];
  /** The report that `--since` names. */
  readonly last: ReportSummary | undefined;
  /** 发文前检查 of the files, for the format that is one. */
  readonly preIssue: readonly PreIssueReport[];
}

export interface RuleDescription {
  readonly id: RuleId;
  readonly summary: string;
  readonly level: Level | 'off';
  readonly certainty: Certainty;
  readonly ground: Ground;
  /** The rule's page. */
  readonly page: string;
}
