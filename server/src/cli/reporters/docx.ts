import { DEFAULT_PROFILE } from '../../exporters/document/profile';
import { writeDocx } from '../../exporters/docx/write-docx';
import { planPreIssueDocument } from '../../reports/pre-issue/plan-document';
import type { Reporter } from './reporter';

/** 发文前检查 of all files as one Word file. */
export const report: Reporter<Promise<Uint8Array>> = (_, { preIssue }) =>
  writeDocx(planPreIssueDocument(preIssue, DEFAULT_PROFILE));
