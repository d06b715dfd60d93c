import { RequestType } from 'vscode-languageserver';
import { textDifference } from '../../dialect/text-difference';
import {
  FIX_RULE,
  FIXABLE_RULES,
  type DraftsParams,
  type FileFixes,
  type FixableRule,
  type FixRuleParams,
  type FixRuleResult,
} from '../../protocol';
import { ruleSummary } from '../../rules/rule-name';
import { repairRule, safeFix } from '../../rules/repair';
import { findingsOf, type Checked } from '../checker';
import { UNOPENED } from '../document-store';
import { visitDrafts } from '../visit-drafts';
import { onRequest, type Handler } from './handler';
import { t } from '../../localise';

/** One rule's repairs in a file or in all drafts, as edits that the client shows before it makes them. */
export const ruleFixHandlers: readonly Handler[] = [
  onRequest(
    new RequestType<DraftsParams, FixableRule[] | null, void>(FIXABLE_RULES),
    {},
    async (params, services, token) => {
      const found = new Map<string, FixableRule>();
      const onDraft = (checked: Checked): void => tally(checked, found);
      const title = t('查找可以修复的问题');
      const { cancelled } = await visitDrafts({ ...params, title, token, onDraft }, services);
      return cancelled ? null : [...found.values()].sort((a, b) => b.count - a.count);
    },
  ),
  onRequest(
    new RequestType<FixRuleParams, FixRuleResult, void>(FIX_RULE),
    {},
    async ({ rule, ...params }, services, token) => {
      const files: FileFixes[] = [];
      const onDraft = (checked: Checked): void => void files.push(...fixesIn(checked, rule));
      const { cancelled } = await visitDrafts({ ...params, title: t('准备修复'), token, onDraft }, services);
      return { name: ruleSummary(rule), files, cancelled };
    },
  ),
];

function tally({ findings }: Checked, found: Map<string, FixableRule>): void {
  const seen = new Set<string>();
  for (const finding of findings) {
    if (safeFix(finding).length === 0) continue;
    const { rule } = finding;
    const known = found.get(rule) ?? { rule, name: ruleSummary(rule), count: 0, files: 0 };
    known.count++;
    if (!seen.has(rule)) known.files++;
    seen.add(rule);
    found.set(rule, known);
  }
}

function fixesIn({ snapshot, surroundings }: Checked, rule: string): FileFixes[] {
  const { draft, at, uri, version } = snapshot;
  const { draft: repaired, repaired: count } = repairRule(draft, rule, {
    check: (text) => findingsOf(text, surroundings),
    read: (text) => snapshot.readAgain(text),
  });
  const edits = textDifference(draft.text, repaired.text).map(({ range, newText }) => ({
    range: at.rangeOf(range),
    newText,
  }));
  return edits.length === 0 ? [] : [{ uri, version: version === UNOPENED ? null : version, count, edits }];
}
