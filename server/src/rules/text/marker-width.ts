import { allItems } from '../../dialect/all-items';
import { mostFrequent } from '../../dialect/group-by';
import { byStyle, foldPunctuation, punctuationOf } from '../../dialect/marker-manner';
import type { Marker } from '../../dialect/model';
import type { DraftRule } from '../rule';
import { textCharacters } from '../text-characters';
import { t } from '../../localise';

/** Full- and half-width forms of one marker mixed in a draft: (三) among （一）, １． among 1． */
export const markerWidth: DraftRule = {
  id: 'text/marker-width',
  summary: '序号全角、半角混用',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const markers of byStyle(allItems(draft).map(({ marker }) => marker)).values()) {
      const widths = markers.map(widthsOf);
      if (widths.every((one) => one === widths[0])) continue;
      const usual = mostFrequent(widths);
      const folded = mostFrequent(widths.map(fold));
      for (const [index, marker] of markers.entries()) {
        const written = widths[index] as string;
        // Other differences than width are another rule's.
        if (usual === undefined || written === usual || fold(written) !== folded) continue;
        if (fold(usual) !== folded) continue;
        const expected = rewrite(marker, usual);
        report({
          range: marker.range,
          message: t('序号“{0}”的全角、半角与同层次的其他序号不同，应统一为“{1}”', marker.text, expected),
          fixes: [
            {
              title: t('改为“{0}”', expected),
              edits: [{ range: marker.range, newText: expected }],
              safe: true,
            },
          ],
        });
      }
    }
  },
};

const NUMERAL = '0';
const WIDE_DIGIT = textCharacters.define('０１２３４５６７８９');

/** The marker's punctuation around a stand-in for its numeral, full-width digits told apart. */
function widthsOf(marker: Marker): string {
  const punctuation = punctuationOf(marker);
  if (punctuation === undefined) return '';
  return punctuation.open + (WIDE_DIGIT.isIn(marker.text) ? '０' : NUMERAL) + punctuation.close;
}

function fold(widths: string): string {
  return foldPunctuation(widths).replace('０', NUMERAL);
}

function rewrite(marker: Marker, widths: string): string {
  const [open = '', close = ''] = widths.split(/[0０]/);
  const numeral = /[0-9０-９〇零一二三四五六七八九十百]+/.exec(marker.text)?.[0] ?? '';
  return open + (widths.includes('０') ? numeral : toHalfWidth(numeral)) + close;
}

function toHalfWidth(digits: string): string {
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
