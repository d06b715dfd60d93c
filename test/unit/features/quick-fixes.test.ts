import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { applyEdits } from '../../../server/src/dialect/range';
import { quickFixes } from '../../../server/src/features/quick-fixes';
import { sourceActions } from '../../../server/src/features/source-actions';
import { FindingList } from '../../../server/src/rules/finding-list';
import { runRules } from '../../../server/src/rules/run-rules';
import type { Diagnostic } from '../../../server/src/rules/rule';

describe('Quick fixes', () => {
  it('are those of the findings at the cursor, the safe first one preferred', () => {
    const findings = FindingList.of([finding(0, true), finding(10, false)]);
    assert.deepEqual(
      quickFixes(findings, { start: 0, end: 0 }).map(({ title, preferred }) => [title, preferred]),
      [['改 0', true]],
    );
    assert.equal(quickFixes(findings, { start: 11, end: 11 })[0]?.preferred, undefined);
    assert.deepEqual(quickFixes(findings, { start: 5, end: 5 }), []);
  });

  it('offer to repair all findings of the kind where there are several', () => {
    const actions = quickFixes(FindingList.of([finding(0, true), finding(10, true)]), { start: 0, end: 0 });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['改 0', '修复本文件中所有“序号缺号”（numbering/gap），2处'],
    );
    assert.equal(actions[1]?.edits.length, 2);
  });
});

describe('Source actions', () => {
  const text =
    '云溪县2026年教育工作要点\n\n一、重点任务\n（一）增加学位。\n（三）规范收费。结合第（三）项推进。\n';
  const check = (draft: ReturnType<typeof readDraft>) => runRules(draft, { layers: [] });

  it('repair the draft, and a second time change nothing', () => {
    const draft = readDraft(text);
    const offered = (of: typeof draft) =>
      sourceActions(of, {
        findings: FindingList.of(check(of)),
        check,
        read: readDraft,
        wanted: (kind) => kind.includes('fixAll'),
      });
    const [all] = offered(draft);
    assert.ok(all);
    const repaired = applyEdits(text, all.edits);
    assert.ok(repaired.includes('（二）规范收费'), repaired);
    assert.deepEqual(offered(readDraft(repaired)), []);
  });

  it('renumber with the references, and are not offered where numbers are right', () => {
    const offered = (of: string) =>
      sourceActions(readDraft(of), {
        findings: FindingList.of([]),
        check,
        read: readDraft,
        wanted: (kind) => kind.includes('renumber'),
      });
    const [renumber] = offered(text);
    assert.match(renumber?.title ?? '', /^重新编号（.*1 处序号.*1 处引用）$/);
    const after = applyEdits(text, renumber?.edits ?? []);
    assert.ok(after.includes('（二）规范收费。结合第（二）项推进。'), after);
    assert.deepEqual(offered(after), []);
  });
});

function finding(start: number, safe: boolean): Diagnostic {
  const range = { start, end: start + 3 };
  const fix = { title: `改 ${start}`, edits: [{ range, newText: '（二）' }], safe };
  return { rule: 'numbering/gap', level: 'error', message: '', range, fixes: [fix] };
}
