import type { Draft } from '../dialect/model';
import { renumberEdits } from '../dialect/renumber';
import { textDifference } from '../dialect/text-difference';
import type { CodeAction } from '../rules/code-action';
import { repairDraft, safeFix } from '../rules/repair';
import type { FindingList } from '../rules/finding-list';
import type { Diagnostic } from '../rules/rule';
import { t } from '../localise';

export interface SourceActionContext {
  readonly findings: FindingList;
  readonly check: (draft: Draft) => readonly Diagnostic[];
  readonly read: (text: string) => Draft;
  readonly wanted: (kind: CodeAction['kind']) => boolean;
}

/** What can be done to a whole draft: all safe repairs, and its numbers put in order. */
export function sourceActions(draft: Draft, context: SourceActionContext): CodeAction[] {
  return [...fixAll(draft, context), ...renumber(draft, context)];
}

function fixAll(draft: Draft, { findings, check, read, wanted }: SourceActionContext): CodeAction[] {
  if (!wanted('source.fixAll.yaodian')) return [];
  const fixable = findings.all().filter((finding) => safeFix(finding).length > 0);
  if (fixable.length === 0) return [];
  const { draft: repaired } = repairDraft(draft, check, read);
  const edits = textDifference(draft.text, repaired.text);
  if (edits.length === 0) return [];
  return [
    { title: t('修复本文件中所有可安全修复的问题'), kind: 'source.fixAll.yaodian', edits, findings: fixable },
  ];
}

function renumber(draft: Draft, { findings, wanted }: SourceActionContext): CodeAction[] {
  if (!wanted('source.renumber.yaodian')) return [];
  const { edits, summary } = renumberEdits(draft);
  if (edits.length === 0) return [];
  const answered = findings.all().filter(({ rule }) => rule.startsWith('numbering/'));
  return [
    { title: t('重新编号（{0}）', summary), kind: 'source.renumber.yaodian', edits, findings: answered },
  ];
}
