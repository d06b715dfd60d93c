import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shiftOf } from '../../../server/src/dialect/draft-change';
import { moveRange } from '../../../server/src/dialect/move-fields';
import type { Range } from '../../../server/src/dialect/range';
import { ruleNumber } from '../../../server/src/rules/finding-columns';
import { FindingTable } from '../../../server/src/rules/finding-table';
import { inTextOrder, type FoundAt } from '../../../server/src/rules/found';
import type { Level, RuleId } from '../../../server/src/rules/rule';

const RULES: readonly RuleId[] = ['numbering/gap', 'text/doubled', 'unit/unknown'];
const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint'];

const range = fc
  .tuple(fc.nat(40), fc.nat(4))
  .map(([start, length]): Range => ({ start, end: start + length }));
const rows = fc
  .array(
    fc.record({
      rule: fc.constantFrom(...RULES),
      task: fc.nat(3),
      level: fc.constantFrom(...LEVELS),
      ranges: fc.array(range, { minLength: 1, maxLength: 3 }),
      silenced: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ rule, task, level, ranges, silenced }, order): FoundAt => {
      const finding = { range: ranges[0] as Range, message: '' };
      const silencedBy = silenced ? [0] : [];
      return { found: { rule, level, task, order, finding, repairs: undefined, silencedBy }, ranges };
    }),
  );
const edit = fc.record({ replaced: range, inserted: fc.nat(3) }).map(({ replaced, inserted }) => {
  return { replaced, by: inserted - (replaced.end - replaced.start) };
});

function contentOf(table: FindingTable): FoundAt[] {
  return Array.from({ length: table.length }, (_, index) => ({
    found: table.found(index),
    ranges: table.rangesOf(index),
  }));
}

describe('Findings as columns', () => {
  it('are in text order, whenever they come in', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const table = FindingTable.EMPTY.with(first).with(second);
        assert.deepEqual(contentOf(table), [...first, ...second].sort(inTextOrder));
      }),
    );
  });

  it('stand after an edit where the text stands that they name, without those that are dropped', () => {
    fc.assert(
      fc.property(rows, edit, fc.constantFrom(...RULES), (all, change, dropped) => {
        const broken = new Set(FindingTable.EMPTY.with(all).brokenBy(change));
        const moved = all.flatMap(({ found, ranges }) => {
          const now = ranges.map((one) => {
            const by = shiftOf(one, change);
            return by === undefined ? undefined : moveRange(one, by);
          });
          assert.equal(now.includes(undefined), broken.has(found));
          return broken.has(found) || found.rule === dropped ? [] : [{ found, ranges: now as Range[] }];
        });
        const whole = all.filter(({ found }) => !broken.has(found));
        const table = FindingTable.EMPTY.with(whole).after(change, (rule) => rule !== ruleNumber(dropped));
        assert.deepEqual(contentOf(table.with([])), moved.sort(inTextOrder));
      }),
      { numRuns: 500 },
    );
  });

  it('are shown by how near and how grave they are where there are too many, in text order, silenced ones never', () => {
    fc.assert(
      fc.property(rows, fc.nat(12), range, (all, maximum, near) => {
        const shown = all.filter(({ found }) => found.silencedBy.length === 0).sort(inTextOrder);
        const isNear = ({ ranges: [own] }: FoundAt) =>
          own !== undefined && own.start >= near.start && own.start <= near.end;
        const byLevel = (list: readonly FoundAt[]) =>
          LEVELS.flatMap((level) => list.filter(({ found }) => found.level === level));
        const far = shown.filter((one) => !isNear(one));
        const foremost = [...byLevel(shown.filter(isNear)), ...byLevel(far)].slice(0, maximum);
        const table = FindingTable.EMPTY.with(all).unsilenced();
        assert.deepEqual(
          table.foremost(maximum, near).map((index) => table.found(index)),
          shown.map(({ found }) => found).filter((found) => foremost.some((one) => one.found === found)),
        );
      }),
    );
  });

  it('are found by where they stand and by their rule', () => {
    fc.assert(
      fc.property(rows, range, (all, { start, end }) => {
        const table = FindingTable.EMPTY.with(all);
        const sorted = [...all].sort(inTextOrder);
        const near = ({ ranges: [own] }: FoundAt) =>
          own !== undefined && own.start <= end && own.end >= start;
        const numbered = (wanted: (row: FoundAt) => boolean) =>
          sorted.flatMap((row, index) => (wanted(row) ? [index] : []));
        assert.deepEqual(table.touching({ start, end }), numbered(near));
        assert.deepEqual(
          table.ofRule('text/doubled'),
          numbered(({ found }) => found.rule === 'text/doubled'),
        );
      }),
    );
  });
});
