import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** Particles and verbs of official prose that are never doubled (落实落实再落实 is a figure of speech). */
const WORDS =
  '的|和|及|与|在|对|把|为|从|以及|加强|推进|推动|开展|进行|完善|落实|强化|建立|健全|组织|实施|做好|提升|深化';
const WORD = soughtPattern(
  new RegExp(`(${WORDS})\\1(?!再)`, 'g'),
  WORDS.split('|').map((word) => word + word),
);

const PAUSES = [...'，。；：、'];
const PUNCTUATION = soughtPattern(
  /([，。；：、])[，。；：、]+/g,
  PAUSES.flatMap((first) => PAUSES.map((second) => first + second)),
);

export const doubled: DraftRule = {
  id: 'text/doubled',
  summary: '标点或词语重复',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
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
