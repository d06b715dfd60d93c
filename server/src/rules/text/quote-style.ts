import { soughtPattern } from '../../dialect/pattern-search';
import { overlooksAllBut } from '../find-pattern';
import { linesMatching } from '../../dialect/matched-lines';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

const STRAIGHT = soughtPattern(/"/g, ['"']);

/** Straight quotes in Chinese text: “ ” are the quotation marks of GB/T 15834. */
export const quoteStyle: DraftRule = {
  id: 'text/quote-style',
  summary: '使用了半角引号',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  local: true,
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(STRAIGHT),
  check(draft, _context, report) {
    for (const { line, matches } of linesMatching(draft, STRAIGHT)) {
      const { text, range } = line;
      const all = matches.map((match) => match.index);
      // A mark after a digit may be inches: 55"显示屏. It is one where the others pair without it.
      const places = all.length % 2 === 0 ? all : all.filter((at) => !/[0-9]/.test(text.charAt(at - 1)));
      const edits = places.map((at, i) => ({
        range: { start: range.start + at, end: range.start + at + 1 },
        newText: i % 2 === 0 ? '“' : '”',
      }));
      const first = edits[0];
      const last = edits[edits.length - 1];
      if (first === undefined || last === undefined) continue;
      const fixes = edits.length % 2 === 0 ? [{ title: t('改为全角引号“ ”'), edits, safe: true }] : [];
      const paired = edits.length % 2 === 0 ? '' : t('，且不成对');
      report({
        range: { start: first.range.start, end: last.range.end },
        message: t('半角引号 " 应改为全角引号“ ”{0}', paired),
        fixes,
      });
    }
  },
};
