import type { Range } from '../dialect/range';
import { combineFixes } from '../rules/combine-fixes';
import { safeFix } from '../rules/repair';
import { ruleName } from '../rules/rule-name';
import type { FindingList } from '../rules/finding-list';
import type { Diagnostic } from '../rules/rule';
import type { CodeAction } from '../rules/code-action';
import { t } from '../localise';

/** The repairs of the findings that touch `at`, and for each of their rules one that repairs all of its findings. */
export function quickFixes(findings: FindingList, at: Range): CodeAction[] {
  const touched = findings.touching(at);
  return [...touched.flatMap(fixesOf), ...fixesOfKind(findings, touched)];
}

function fixesOf(finding: Diagnostic): CodeAction[] {
  const fixes = finding.fixes ?? [];
  return fixes.map((fix, index) => ({
    title: fix.title,
    kind: 'quickfix',
    edits: fix.edits,
    findings: [finding],
    // Several alternatives are a question to the writer, and a fix that is not safe should not be the one keystroke.
    ...(index === 0 && fix.safe ? { preferred: true } : {}),
    ...(fix.cursor === undefined ? {} : { select: { start: fix.cursor, end: fix.cursor } }),
  }));
}

function fixesOfKind(findings: FindingList, touched: readonly Diagnostic[]): CodeAction[] {
  const rules = new Set(
    touched.filter((finding) => safeFix(finding).length > 0).map((finding) => finding.rule),
  );
  return [...rules].flatMap((rule) => {
    const same = findings.ofRule(rule).filter((finding) => safeFix(finding).length > 0);
    if (same.length < 2) return [];
    const edits = combineFixes(same.flatMap(safeFix));
    const title = t('修复本文件中所有{0}，{1}处', ruleName(rule), same.length);
    return [{ title, kind: 'quickfix', edits, findings: same }];
  });
}
