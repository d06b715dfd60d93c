import assert from 'node:assert/strict';
import {
  formatChineseNumeral,
  formatCircledNumber,
  parseChineseNumeral,
  parseCircledNumber,
  readNumber,
} from '../../../server/src/dialect/numerals';

describe('Chinese numerals', () => {
  it('reads what official documents write', () => {
    const cases = {
      一: 1,
      十: 10,
      十一: 11,
      二十: 20,
      四十八: 48,
      九十九: 99,
      一百: 100,
      一百零五: 105,
      一百一十: 110,
    };
    for (const [text, number] of Object.entries(cases)) assert.equal(parseChineseNumeral(text), number, text);
  });

  it('refuses characters that make no numeral', () => {
    for (const text of ['', '十四五', '二三', '十十', '百十百', '〇', '二〇二四']) {
      assert.equal(parseChineseNumeral(text), undefined, text);
    }
  });

  it('writes every number from 1 to 999 so that it reads back', () => {
    for (let number = 1; number <= 999; number++) {
      assert.equal(parseChineseNumeral(formatChineseNumeral(number)), number);
    }
    assert.equal(formatChineseNumeral(18), '十八');
    assert.equal(formatChineseNumeral(118), '一百一十八');
  });
});

describe('Digits of any kind', () => {
  it('are read as the number they stand for, and as 0 where they are none', () => {
    const cases = { 12: '12', 2026: '２０２６', 7: '０７', 10: '十', 11: '十一' };
    for (const [number, text] of Object.entries(cases)) assert.equal(readNumber(text), Number(number), text);
    for (const text of [undefined, '', '今年']) assert.equal(readNumber(text), 0);
  });
});

describe('Circled numbers', () => {
  it('reads and writes ① to ㊿', () => {
    for (let number = 1; number <= 50; number++) {
      assert.equal(parseCircledNumber(formatCircledNumber(number)), number);
    }
    assert.equal(formatCircledNumber(1), '①');
    assert.equal(formatCircledNumber(36), '㊱');
    assert.equal(parseCircledNumber('一'), undefined);
  });
});
