import assert from 'node:assert/strict';
import { deadlineExpressions } from '../../../../server/src/dialect/fields/expressions/deadlines';
import type {
  Expression,
  ExpressionExample,
} from '../../../../server/src/dialect/fields/expressions/expression';
import { frequencyExpressions } from '../../../../server/src/dialect/fields/expressions/frequencies';
import { resultExpressions } from '../../../../server/src/dialect/fields/expressions/results';
import { readDeadlines, readFrequencies, readTargets } from '../../../../server/src/dialect/fields/index';
import type { Located } from '../../../../server/src/dialect/range';

/** The example's text without its marks, and what they mark. */
function unmark(example: ExpressionExample): { text: string; expected: string[] } {
  return {
    text: example.text.replace(/[【】]/g, ''),
    expected: [...example.text.matchAll(/【([^】]*)】/g)].map((match) => match[1] as string),
  };
}

function checkExamples(entries: readonly Expression[], read: (text: string) => Located[]): void {
  for (const { name, examples } of entries)
    for (const example of examples) {
      const { text, expected } = unmark(example);
      it(`${name}: ${example.text}`, () =>
        assert.deepEqual(
          read(text).map(({ value }) => value),
          expected,
        ));
    }
}

describe('targets', () => {
  it('begin behind the mark of a list', () =>
    assert.deepEqual(
      readTargets('■ 改造户厕500户').map(({ value }) => value),
      ['改造户厕500户'],
    ));
});

describe('deadline expressions', () => {
  checkExamples(deadlineExpressions, (text) => readDeadlines(text, 2025));
  for (const { name, examples } of deadlineExpressions)
    for (const example of examples) {
      const { text, expected } = unmark(example);
      if (expected.length === 0) continue;
      it(`${name} resolves to ${example.date ?? 'no date'}: ${text}`, () =>
        assert.deepEqual(
          readDeadlines(text, 2025).map(({ date }) => date),
          [example.date],
        ));
    }

  it('resolve to nothing where the plan has no year and none is stated', () =>
    assert.deepEqual(
      readDeadlines('6月底前完成').map(({ date }) => date),
      [undefined],
    ));
  it('resolve to nothing on a day that does not exist', () =>
    assert.deepEqual(
      readDeadlines('2月30日前完成', 2025).map(({ value, date }) => [value, date]),
      [['2月30日前', undefined]],
    ));
  it('leave alone what is reported of the past', () =>
    assert.deepEqual(
      readDeadlines('截至2024年底，已建成5所；2023年底前已出台；核查2024年6月底前登记的企业', 2025),
      [],
    ));
});

describe('frequency expressions', () => checkExamples(frequencyExpressions, readFrequencies));
describe('result expressions', () => checkExamples(resultExpressions, readTargets));
