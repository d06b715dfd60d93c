import assert from 'node:assert/strict';
import { countCharacters } from '../../../server/src/dialect/count-characters';

describe('characters in the Chinese way of counting', () => {
  const examples: readonly (readonly [string, number])[] = [
    ['工作要点', 4],
    ['“双减”，抓好。', 8],
    ['2026年', 2],
    ['新增A4纸85%以上', 7],
    ['GB/T 9704—2012', 4],
    ['1．加强领导——落实……', 12],
    ['　　空格 不 算', 4],
    ['𠮷野', 2],
    ['①〔牵头〕', 5],
    ['', 0],
  ];
  for (const [text, count] of examples)
    it(`are ${count} in “${text}”`, () => assert.equal(countCharacters(text), count));
});
