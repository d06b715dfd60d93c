import type { FileFailure, FileReport } from '../file-report';
import type { ReportSummary } from '../report-summary';

/** All that a page is made of. */
export interface ReportPage {
  readonly files: readonly FileReport[];
  /** Files that could not be checked. */
  readonly failures: readonly FileFailure[];
  /** What the rules are for, by id. */
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
  /** The day the report is made, `YYYY-MM-DD`. */
  readonly date: string;
  /** The report to compare with. */
  readonly last: ReportSummary | undefined;
  /** Yaodian's own version. */
  readonly version: string;
}
