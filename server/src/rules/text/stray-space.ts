import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** White space before or after punctuation within Chinese text. Spaces between names of joint issuers are meant. */
const STRAY = soughtPattern(
  /(?<=[\u4e00-\u9fa5”》）)])[ \u00a0]+(?=[，。；：、！？])|(?<=[，。；：、！？,;])[ \u00a0]+(?=[\u4e00-\u9fa5“《（(])/g,
  [' ', '\u00a0'],
);

const MARKER = /^[（(]?[一二三四五六七八九十百0-9０-９]{1,4}[）)]?[、，,．.]?$/;

export const straySpace: DraftRule = {
  id: 'text/stray-space',
  summary: '标点前后有多余的空格',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  local: true,
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(STRAY),
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, STRAY)) {
      // The space after a marker is numbering/stray-space's matter.
      if (MARKER.test(match.input.slice(0, match.index))) continue;
      const around = draft.text.slice(Math.max(0, range.start - 4), range.end + 4).trim();
      report({
        range,
        message: t('“{0}”中标点旁有多余的空格', around),
        fixes: [{ title: t('删去空格'), edits: [{ range, newText: '' }], safe: true }],
      });
    }
  },
};
