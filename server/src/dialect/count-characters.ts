/** Chinese characters, kana and hangul, with the punctuation, brackets and signs set as wide as they are. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2014\u2018\u2019\u201C\u201D\u2026\u00D7\u00B7\u2460-\u24FF\u3000-\u303F\u3200-\u33FF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/gu;

/**
 * The length of a text as offices count it, and as Word's 字数 does: every Chinese character and mark of punctuation is
 * one, a run of Latin letters or digits is one (2026年 counts 2), white space is none.
 */
export function countCharacters(text: string): number {
  const wide = text.match(WIDE)?.filter((character) => character !== '\u3000').length ?? 0;
  const words = text.replace(WIDE, ' ').match(/\S+/gu)?.length ?? 0;
  return wide + words;
}
