import assert from 'node:assert/strict';
import { formatSteps, readPlaces } from '../../../server/src/trace/read-places';
import { assertGrowsWithSize } from '../../support/growth';

/** Each place as the plan, the way to the item and the words that mean it. */
function placesIn(text: string): string[] {
  const content = { value: text, range: { start: 7, end: 7 + text.length } };
  return readPlaces(content).map(({ plan, steps, range }) => {
    const words = text.slice(range.start - 7, range.end - 7);
    return `${plan ?? '?'} ${formatSteps(steps)} “${words}”`;
  });
}

describe('Places in a superior’s plan', () => {
  for (const [text, expected] of [
    ['市要点第12项', ['市要点 第12项 “市要点第12项”']],
    ['第12项', ['? 第12项 “第12项”']],
    ['市要点第3、5项', ['市要点 第3项 “市要点第3”', '市要点 第5项 “5项”']],
    ['市要点第3项、第5项', ['市要点 第3项 “市要点第3项”', '市要点 第5项 “第5项”']],
    ['市要点第3、第5项', ['市要点 第3项 “市要点第3”', '市要点 第5项 “第5项”']],
    ['第3—5项', ['? 第3项 “第3”', '? 第4项 “—5”', '? 第5项 “—5项”']],
    ['市要点第十二项', ['市要点 第12项 “市要点第十二项”']],
    ['第二部分（三）第7项', ['? 第二部分（三）第7项 “第二部分（三）第7项”']],
    ['市要点（三）', ['市要点 （三） “市要点（三）”']],
    ['市要点第（三）项', ['市要点 （三） “市要点第（三）项”']],
    ['市要点第8项（1）', ['市要点 第8项（1） “市要点第8项（1）”']],
    ['《青江市2026年工作要点》第12项', ['青江市2026年工作要点 第12项 “《青江市2026年工作要点》第12项”']],
    [
      '省要点第3项，市要点第4项和第5项',
      ['省要点 第3项 “省要点第3项”', '市要点 第4项 “市要点第4项”', '市要点 第5项 “第5项”'],
    ],
    ['市要点第１２项', ['市要点 第12项 “市要点第１２项”']],
    ['市要点第2个任务', ['市要点 第2项 “市要点第2个任务”']],
  ] as const)
    it(`are read in ${text}`, () => assert.deepEqual(placesIn(text), expected));

  for (const text of ['市要点', '有关要求', '第', '12项', '（县水利局）', '', '第3', '第3、5'])
    it(`are not made of “${text}”`, () => assert.deepEqual(placesIn(text), []));

  for (const piece of ['第', '第1、', '《', '（三）'])
    it(`are looked for in time that grows with the text: ${piece}…`, () =>
      assertGrowsWithSize((size) => {
        const text = piece.repeat(size / piece.length);
        return () => placesIn(text);
      }, 48_000));

  it('write out no range that is too long to be meant', () => {
    assert.deepEqual(placesIn('第1—900项').length, 2);
  });
});
