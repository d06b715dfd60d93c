import type { Range } from 'vscode-languageserver-types';
import type { DocumentParams, DraftsParams } from './documents';

/* Checking beyond the findings that are published: folders, reports, baselines, repairs of one rule, 发文前检查. */

/** Client → server: which level each rule has for a document and who says so. Answer: `EffectiveRule[]` or null. */
export const EFFECTIVE_RULES = 'yaodian/effectiveRules';
/**
 * Client → server: check every draft below some places, open or not, and publish the findings; the server shows
 * progress that can be cancelled. Answer: `CheckWorkspaceResult`.
 */
export const CHECK_WORKSPACE = 'yaodian/checkWorkspace';

/**
 * Client → server: one page on the drafts below some places, to hand on; the server shows progress that can be
 * cancelled. Answer: `ReportResult`.
 */
export const MAKE_REPORT = 'yaodian/makeReport';

/**
 * Client → server: accept all that is found now below some places, in the baselines of their configuration files; only
 * new findings are shown from then on. Answer: `AcceptFindingsResult`.
 */
export const ACCEPT_FINDINGS = 'yaodian/acceptFindings';

/** Client → server: 发文前检查, for a page in the editor. Answer: `PreIssuePage`, or null for other documents. */
export const PRE_ISSUE_PAGE = 'yaodian/preIssuePage';
/** Client → server: 发文前检查 as a file to hand on. Answer: `ExportResult`, or null for other documents. */
export const PRE_ISSUE_FILE = 'yaodian/preIssueFile';

export interface PreIssueFileParams extends DocumentParams {
  format: 'docx' | 'html';
}

export interface PreIssuePage {
  /** A style sheet, and what stands in the page's body: no scripts. Places link to `PLACE_CURSOR_COMMAND`. */
  styles: string;
  body: string;
  /** Errors that still stand: asked about before an export goes on. */
  errors: number;
  /** Everything the page lists. */
  entries: number;
}

/** Client → server: the rules whose findings can be repaired below some places. Answer: `FixableRule[]`, most first. */
export const FIXABLE_RULES = 'yaodian/fixableRules';
/** Client → server: the repairs of one rule below some places; nothing is changed. Answer: `FixRuleResult`. */
export const FIX_RULE = 'yaodian/fixRule';
/** Shows the repairs of a rule and makes them when told to. Arguments: rule id, `FixScope`. */
export const FIX_RULE_COMMAND = 'yaodian.fixRule';

export type FixScope = 'file' | 'workspace';

export interface FixableRule {
  rule: string;
  /** What the rule is about, in Chinese. */
  name: string;
  count: number;
  files: number;
}

export interface FixRuleParams extends DraftsParams {
  rule: string;
}

export interface FixRuleResult {
  name: string;
  files: FileFixes[];
  cancelled: boolean;
}

export interface FileFixes {
  uri: string;
  /** The version the edits are for; null for a file that is not open. */
  version: number | null;
  /** How many findings are repaired. */
  count: number;
  edits: { range: Range; newText: string }[];
}

export interface CheckWorkspaceResult {
  drafts: number;
  findings: { error: number; warning: number; info: number; hint: number };
  cancelled: boolean;
}

export interface ReportParams extends DraftsParams {
  /** The last report as a file holds it, to compare with; what is no report is passed over. */
  last?: string;
}

export interface ReportResult {
  /** The page, whole. */
  html: string;
  drafts: number;
  cancelled: boolean;
}

/** `problem`: why nothing was accepted, in Chinese. Counts are of findings. */
export type AcceptFindingsResult =
  | {
      /** Uris of the baselines written. */
      files: string[];
      drafts: number;
      accepted: number;
      added: number;
      removed: number;
      cancelled: boolean;
    }
  | { problem: string };

export interface EffectiveRule {
  rule: string;
  summary: string;
  level: 'error' | 'warning' | 'info' | 'hint' | 'off';
  /** 来源: the default, the editor's settings, a configuration file, or the draft's front matter. */
  source: 'default' | 'settings' | 'file' | 'front-matter';
  /** The configuration file's uri where `source` is `file`. */
  file?: string;
}
