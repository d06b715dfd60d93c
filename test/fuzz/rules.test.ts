import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/dialect/draft';
import { formatText } from '../../server/src/dialect/format/format-draft';
import type { Item } from '../../server/src/dialect/model';
import { applyEdits, contains, type Range, type TextEdit } from '../../server/src/dialect/range';
import { repairDraft } from '../../server/src/rules/repair';
import type { Diagnostic } from '../../server/src/rules/rule';
import { checkText } from '../support/check-text';
import { FUZZ_ROUNDS, mutatedDraft } from '../support/mutated-draft';

const rounds = (usual: number): { numRuns: number } => ({ numRuns: usual * FUZZ_ROUNDS });
const MINUTE = 60_000;

describe('Drafts with accidents', () => {
  it('are read into items that lie within the text and within one another', () => {
    fc.assert(
      fc.property(mutatedDraft, (text) => {
        const draft = readDraft(text);
        const whole = { start: 0, end: text.length };
        for (const item of draft.items) checkItem(item, whole);
        for (const { item, fields } of draft.tasks)
          for (const { range, value } of [...fields.units, ...fields.deadlines, ...fields.targets]) {
            assert.ok(contains(whole, range), value);
            assert.ok(range.end >= item.range.start, value);
          }
      }),
      rounds(60),
    );
  }).timeout(MINUTE * FUZZ_ROUNDS);

  it('get findings within the text, whose fixes apply and take the finding away', () => {
    fc.assert(
      fc.property(mutatedDraft, (text) => {
        const findings = checkText(text);
        for (const finding of findings) {
          assert.ok(contains({ start: 0, end: text.length }, finding.range), finding.rule);
          // A fix with a cursor opens a gap for the writer to fill; until then the finding stays.
          for (const fix of finding.fixes ?? [])
            if (fix.cursor === undefined) assertFixes(text, findings, finding, fix.edits);
        }
      }),
      rounds(15),
    );
  }).timeout(2 * MINUTE * FUZZ_ROUNDS);

  it('come to rest under fix-all, and stay as they are the second time', () => {
    fc.assert(
      fc.property(mutatedDraft, (text) => {
        const fixed = repair(text);
        assert.equal(repair(fixed), fixed);
      }),
      rounds(20),
    );
  }).timeout(2 * MINUTE * FUZZ_ROUNDS);

  it('are formatted once: a second time changes nothing', () => {
    fc.assert(
      fc.property(mutatedDraft, (text) => {
        const formatted = formatText(text);
        assert.equal(formatText(formatted), formatted);
      }),
      rounds(40),
    );
  }).timeout(MINUTE * FUZZ_ROUNDS);
});

function checkItem(item: Item, outer: Range): void {
  assert.ok(contains(outer, item.range), item.title);
  assert.ok(contains(item.range, item.titleRange), item.title);
  let end = item.range.start;
  for (const child of item.children) {
    assert.ok(end <= child.range.start, child.title);
    checkItem(child, item.range);
    end = child.range.end;
  }
}

function repair(text: string): string {
  return repairDraft(readDraft(text), (draft) => checkText(draft.text), readDraft).draft.text;
}

/** The same thing is not said of the same place again, but where it was said twice. */
function assertFixes(
  text: string,
  before: readonly Diagnostic[],
  finding: Diagnostic,
  edits: readonly TextEdit[],
): void {
  const fixed = applyEdits(text, edits);
  const isSame = ({ rule, message }: Diagnostic): boolean =>
    rule === finding.rule && message === finding.message;
  const after = checkText(fixed).filter(isSame);
  const at = moved(finding.range.start, edits);
  const stays = after.some(({ range }) => range.start === at) && after.length >= before.filter(isSame).length;
  assert.ok(!stays, `${finding.rule} stays: ${finding.message}`);
}

/** Where an offset is after edits; one within an edit is at its beginning. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { range, newText } of edits) {
    if (range.end <= offset) shift += newText.length - (range.end - range.start);
    else if (range.start < offset) shift -= offset - range.start;
  }
  return offset + shift;
}
