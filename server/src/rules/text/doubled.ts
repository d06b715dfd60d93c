import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import { textCharacters } from '../text-characters';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** Particles and verbs of official prose that are never doubled (落实落实再落实 is a figure of speech). */
const WORD = soughtPattern(
  /(的|和|及|与|在|对|把|为|从|以及|加强|推进|推动|开展|进行|完善|落实|强化|建立|健全|组织|实施|做好|提升|深化)\1(?!再)/g,
  repeats,
);

/** Whether one character, or two, stand twice in a row: as `WORD` must. */
function repeats(text: string): boolean {
  let [third, second, last] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === last || (code === second && last === third)) return true;
    third = second;
    second = last;
    last = code;
  }
  return false;
}

const PAUSES = textCharacters.define('，。；：、');

/** Whether two marks stand in a row. */
function marksMeet(text: string): boolean {
  for (let i = 1; i < text.length; i += 2)
    if (PAUSES.has(text, i) && (PAUSES.has(text, i - 1) || PAUSES.has(text, i + 1))) return true;
  return false;
}

const PUNCTUATION = soughtPattern(/([，。；：、])[，。；：、]+/g, marksMeet);

export const doubled: DraftRule = {
  id: 'text/doubled',
  summary: '标点或词语重复',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(PUNCTUATION, WORD),
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, PUNCTUATION)) {
      const first = match[1] ?? '';
      const same = [...match[0]].every((char) => char === first);
      const newText = same
        ? first
        : ('。；：，、'.split('').find((char) => match[0].includes(char)) ?? first);
      report({
        range,
        message: t('标点“{0}”重复', match[0]),
        fixes: [{ title: t('改为“{0}”', newText), edits: [{ range, newText }], safe: same }],
      });
    }
    for (const { match, range } of findPattern(draft, WORD)) {
      const word = match[1] ?? '';
      report({
        range,
        message: t('“{0}”：“{1}”重复', match[0], word),
        fixes: [{ title: t('删去一个“{0}”', word), edits: [{ range, newText: word }], safe: false }],
      });
    }
  },
};
