import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut, reportOnce } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

const FULL_WIDTH = soughtPattern(/[０-９Ａ-Ｚａ-ｚ％]+/g, [
  ...'０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％',
]);

/** Digits and Latin letters are half-width (GB/T 15835 and common typesetting). */
export const fullWidthDigits: DraftRule = {
  id: 'text/full-width-digits',
  summary: '数字或字母用了全角',
  level: 'info',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(FULL_WIDTH),
  check(draft, _context, report) {
    const places = findPattern(draft, FULL_WIDTH)
      .filter(({ match }) => !isMarker(match))
      .map(({ match, range }) => ({ range, newText: match[0].normalize('NFKC') }));
    const first = places[0];
    if (first === undefined) return;
    const found = draft.text.slice(first.range.start, first.range.end);
    reportOnce(report, places, {
      message: t(
        '“{0}”应为半角“{1}”{2}',
        found,
        first.newText,
        places.length > 1 ? t('（全文共 {0} 处）', places.length) : '',
      ),
      fixTitle: t('全部改为半角'),
    });
  },
};

/** The digits of a marker are text/marker-width's matter. */
function isMarker({ index, input, 0: found }: RegExpExecArray): boolean {
  return index <= 1 && /^[．.、）)]/.test(input.slice(index + found.length));
}
