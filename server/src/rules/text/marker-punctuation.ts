import { allItems } from '../../dialect/all-items';
import { mostFrequent } from '../../dialect/group-by';
import { byStyle, foldPunctuation, punctuationOf } from '../../dialect/marker-manner';
import type { Marker, MarkerStyle } from '../../dialect/model';
import type { TextEdit } from '../../dialect/range';
import type { DraftRule } from '../rule';
import { t, type Message } from '../../localise';

/** What follows the numeral in the standard's manner, and why another mark should not. */
const STANDARD: Readonly<Partial<Record<MarkerStyle, { close: string; reason: Message }>>> = {
  chinese: { close: '、', reason: '“一”之后用顿号' },
  'paren-chinese': { close: ')', reason: '带括号的序号之后不再加标点' },
  arabic: { close: '.', reason: '阿拉伯数字之后用下脚点' },
  'paren-arabic': { close: ')', reason: '带括号的序号之后不再加标点' },
};

/**
 * A draft that writes all markers of a style in another manner than the standard's: 1、 or （一）、 throughout. One
 * finding a style, for it is a habit and not a slip.
 */
export const markerPunctuation: DraftRule = {
  id: 'text/marker-punctuation',
  summary: '全文序号后的标点不合惯例',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const [style, markers] of byStyle(allItems(draft).map(({ marker }) => marker))) {
      const standard = STANDARD[style];
      const closes = markers.map(closeOf);
      const usual = mostFrequent(closes);
      const own = markers.filter((_, index) => closes[index] === usual);
      const [first] = own;
      if (standard === undefined || first === undefined || usual === undefined || usual === '') continue;
      if (usual === standard.close) continue;
      const edits = own.flatMap((marker) => closingEdit(marker, standard.close));
      const better = edits[0]?.newText ?? '';
      report({
        range: first.range,
        message: t(
          '本稿 {0} 处这类序号都写作“{1}”，惯例写作“{2}”：{3}',
          own.length,
          first.text,
          better,
          t(standard.reason),
        ),
        // Not safe: the whole draft would change for a habit that is not wrong.
        fixes: [{ title: t('全文 {0} 处改为“{1}”的样式', own.length, better), edits, safe: false }],
      });
    }
  },
};

function closeOf(marker: Marker): string {
  return foldPunctuation(punctuationOf(marker)?.close ?? '');
}

function closingEdit(marker: Marker, close: string): TextEdit[] {
  const written = punctuationOf(marker);
  if (written === undefined || !marker.text.endsWith(written.close)) return [];
  const numeral = marker.text.slice(0, marker.text.length - written.close.length);
  const kept = close === ')' ? written.close.slice(0, 1) : close;
  return [{ range: marker.range, newText: numeral + kept }];
}
