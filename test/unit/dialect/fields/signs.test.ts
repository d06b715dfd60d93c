import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readClauses } from '../../../../server/src/dialect/fields/clauses';
import { readDeadlines } from '../../../../server/src/dialect/fields/deadlines';
import { deadlineExpressions } from '../../../../server/src/dialect/fields/expressions/deadlines';
import { frequencyExpressions } from '../../../../server/src/dialect/fields/expressions/frequencies';
import { resultExpressions } from '../../../../server/src/dialect/fields/expressions/results';
import { readFrequencies } from '../../../../server/src/dialect/fields/frequencies';
import { readProse } from '../../../../server/src/dialect/fields/prose';
import { pairSign, sign, signsIn, END, type Present } from '../../../../server/src/dialect/fields/signs';
import { readTargets } from '../../../../server/src/dialect/fields/targets';

/** As if a text held every sign: recognisers look for all they know. */
const EVERYTHING: Present = { characters: ~0, pairs: ~0, otherPairs: ~0 };

describe('signs', () => {
  it('are characters anywhere, and pairs side by side or at the end', () => {
    const colon = sign(':：');
    const monthEnd = pairSign('月', '底末');
    const closing = pairSign('0123456789', `%${END}`);
    assert.deepEqual(
      ['责任：甲', '6月底', '底6月', '占3%', '第3', '3项'].map((text) => {
        const present = signsIn(text);
        return [colon, monthEnd, closing].map((one) => one.isIn(present));
      }),
      [
        [true, false, false],
        [false, true, false],
        [false, false, false],
        [false, false, true],
        [false, false, true],
        [false, false, false],
      ],
    );
  });

  it('are there wherever a recogniser finds something', () => {
    const sentences = [...deadlineExpressions, ...frequencyExpressions, ...resultExpressions]
      .flatMap(({ examples }) => examples)
      .map(({ text }) => text.replace(/[【】]/g, ''))
      .concat(
        '〔责任单位：县教育局、各乡镇（街道）〕',
        '由县水利局牵头，县财政局配合',
        '（县公安局负责，6月）',
      )
      .concat(
        '县应急局要加强检查',
        '培训三百余名',
        '百分之八十',
        '五分之一',
        '七成以上',
        '占 30%，达1.5万',
        '“1+7”',
        '截至去年底，已建成3所，下辖5家',
        '目前共有5家企业，近年来办理80%',
      );
    const piece = fc
      .tuple(fc.constantFrom(...sentences), fc.nat(), fc.nat())
      .map(([text, from, length]) => text.slice(from % text.length).slice(0, 1 + (length % text.length)));
    const character = fc.constantFrom(...sentences.join(''));
    const text = fc.array(fc.oneof(piece, piece, character), { maxLength: 6 }).map((parts) => parts.join(''));
    let stated = 0;
    fc.assert(
      fc.property(text, (text) => {
        const signs = signsIn(text);
        const clauses = readClauses(text, signs);
        assert.deepEqual(clauses, readClauses(text, EVERYTHING));
        const readers: readonly ((signs: Present) => readonly unknown[])[] = [
          (signs) => readDeadlines(text, 2025, signs),
          (signs) => readFrequencies(text, signs),
          (signs) => readTargets(text, signs),
          (signs) => [readProse(text, clauses, signs)],
        ];
        for (const read of readers) {
          assert.deepEqual(read(signs), read(EVERYTHING));
          stated += read(signs).length;
        }
      }),
      { numRuns: 5000 },
    );
    assert.ok(stated > 4000, `${stated} things stated`);
  });
});
